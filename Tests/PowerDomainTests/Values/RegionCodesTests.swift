import PowerDomain
import Testing

@Suite("Region codes")
struct RegionCodesTests {
    static let tsv = """
        # code, name, first year, last year

        110000\t北京市\t2002\t2014
        110100\t市辖区\t2002\t2014
        110105\t朝阳区\t2002\t2014
        110103\t崇文区\t2002\t2009
        220104\t朝阳区\t2002\t2014
        220000\t吉林省\t2002\t2014
        220100\t长春市\t2002\t2014
        450000\t广西壮族自治区\t2002\t2014
        450200\t柳州市\t2002\t2014
        450201\t市辖区\t2002\t2014
        450205\t柳北区\t2002\t2014
        469000\t省直辖县级行政区划\t2002\t2014
        469025\t白沙黎族自治县\t2002\t2014
        460000\t海南省\t2002\t2014
        460001\t五指山市\t1988\t2002

        """
    let regions: RegionCodes

    init() throws { regions = try RegionCodes(tsv: Self.tsv) }

    @Test("comments and blank lines are no regions, the order of lines does not matter")
    func count() {
        #expect(regions.count == 15)
        #expect(regions.contains("450205"))
        #expect(regions.contains("110103"))
        #expect(!regions.contains("450206"))
    }

    @Test(
        "names of codes",
        arguments: [
            ("450205", "柳北区"), ("110000", "北京市"), ("110103", "崇文区"), ("999999", nil), ("4502", nil), ("45020a", nil), ("４50205", nil),
        ]
            as [(String, String?)])
    func names(_ code: String, _ name: String?) {
        #expect(regions.name(of: code) == name)
    }

    @Test(
        "full names join the levels that are places",
        arguments: [
            ("450205", "广西壮族自治区柳州市柳北区"), ("110105", "北京市朝阳区"), ("450200", "广西壮族自治区柳州市"), ("450000", "广西壮族自治区"),
            ("450201", "广西壮族自治区柳州市"), ("469025", "海南省白沙黎族自治县"), ("460001", "海南省五指山市"), ("450299", nil),
        ] as [(String, String?)])
    func fullNames(_ code: String, _ name: String?) {
        #expect(regions.fullName(of: code) == name)
    }

    @Test("the province is known even where the county is not")
    func province() {
        #expect(regions.province(of: "450299") == "广西壮族自治区")
        #expect(regions.province(of: "440106") == nil)
    }

    @Test("a name leads to all of its codes")
    func codes() {
        #expect(regions.codes(named: "朝阳区") == ["110105", "220104"])
        #expect(regions.codes(named: "朝阳").isEmpty)
        #expect(regions.codes(named: "").isEmpty)
    }

    @Test("the years on record are told")
    func years() {
        #expect(regions.years(of: "110103") == 2002...2009)
        #expect(regions.years(of: "999999") == nil)
    }

    @Test(
        "a line that is no region is refused with its number",
        arguments: [
            "450205 柳北区 2002 2014", "45020\t柳北区\t2002\t2014", "450205\t\t2002\t2014", "450205\t柳北区\t2002", "450205\t柳北区\t2014\t2002",
            "450205\t柳\t北区\t2002\t2014", "code\tname\tfirst\tlast", "450205\t柳北区\t2002\t20l4", "x", "450205\t柳北区\t2002\t2014\t",
        ])
    func refused(_ line: String) {
        #expect(throws: RegionCodes.Flaw.line(3)) { try RegionCodes(tsv: "# comment\n450000\t广西壮族自治区\t2002\t2014\n\(line)\n") }
    }

    @Test("a code may stand once only")
    func duplicate() {
        let line = "450205\t柳北区\t2002\t2014\n"
        #expect(throws: RegionCodes.Flaw.duplicate(code: "450205")) { try RegionCodes(tsv: line + line) }
    }

    @Test("an empty table holds nothing, carriage returns and a missing last line end do no harm")
    func forms() throws {
        #expect(try !RegionCodes(tsv: "").contains("450205"))
        #expect(try RegionCodes(tsv: "# c\r\n\r\n450205\t柳北区\t2002\t2014\r\n450206\t柳江区\t2016\t2019").name(of: "450206") == "柳江区")
    }
}
