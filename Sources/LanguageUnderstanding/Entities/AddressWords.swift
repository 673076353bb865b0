/// How specific a part of an address is.
enum AddressLevel: Int, Comparable {
    case city, district, town, village, road, estate, number, building, unit, floor, room

    static func < (first: AddressLevel, second: AddressLevel) -> Bool { first.rawValue < second.rawValue }

    /// Whether a number makes up the part: 16号, 3单元.
    var isNumbered: Bool { self >= .number }
    /// The longest name before the part's last word.
    var longestName: Int { self <= .town ? 6 : self == .village ? 6 : 9 }
}

/// Last words of the parts of addresses, and what no part is.
enum AddressWords {
    static let endings = WordTable<AddressLevel>(
        words("区,县,开发区,新区", .district) + words("镇,街道,乡", .town) + words("村,屯,寨,坝,社区,村委会,村民小组,坡", .village)
            + words("路,街,大道,大街,巷,胡同,马路,横路,横街,东路,西路,南路,北路,中路", .road)
            + words("花园,小区,大厦,苑,公寓,新村,家园,豪庭,豪苑,广场,山庄,别墅,大院,工业园,工业区,产业园,科技园,园区,名城,华庭,华府,雅居,雅苑,新城,家属院,写字楼,大楼,宿舍楼,公馆,名苑,花苑,嘉园,绿洲", .estate))

    /// Ends of names that count only before a number: 金色湾3栋.
    static let shortEndings = WordTable<AddressLevel>(words("城,府,园,湾,庭,轩,阁,居,邸,宿舍,市场,中心,商场,院", .estate) + words("里,坊,围,道,弄", .road))

    static let numberedEndings = WordTable<AddressLevel>(
        words("号,号院,号大院,号之一,弄", .number) + words("号楼,栋,幢,座,号铺,期", .building) + words("单元,梯", .unit) + words("楼,层,f", .floor)
            + words("室,房,号房,铺,档", .room) + words("组,队,社,村民小组,小组,小队,生产队", .number))

    static let floors = WordTable("地下,地铺,首层,底层,负一楼,负二楼,顶楼,g/f")

    private static func words(_ text: String, _ level: AddressLevel) -> [(String, AddressLevel)] {
        text.split(separator: ",").map { (String($0), level) }
    }

    /// What ends like a part of an address but is none.
    static let generic = WordTable(
        "线路,电路,短路,断路,走路,道路,公路,一路,半路,网路,回路,支路,开路,铺路,修路,带路,问路,迷路,思路,套路,油路,水路,铁路,上路,过路,掉路,高速路,电力线路,通路,跳路,大路,小路,"
            + "上街,逛街,农村,乡村,城中村,山村,村村,城乡,下乡,老乡,家乡,故乡,乡镇,城镇,地区,片区,郊区,台区,山区,校区,景区,辖区,库区,灾区,城区,省区,雷区,社区,小区,园区,分区,全区,市区,禁区,误区,特区,大坝,堤坝,水坝,"
            + "营业厅,老街,步行街,沿街,临街,村镇,网格区,用电区,供电区,厂区,营业区,住宅区,本小区,大厦,花园,广场,公寓,别墅,大楼,写字楼,新村,工业园,工业区,产业园,科技园,家园,街道,新城,宿舍楼,大院,开发区,新区,山坡,上坡,下坡,斜坡")

    /// What follows the last word of a part that is none: 路由器, 村民.
    static let notAfter = WordTable("由器,灯,由,民生,民们,别,域,分,间,块,坊,头,径,过,程,况,线,服务,管理处,物业,门口的,里面的,道办,政府,供电所,供电局,供电,卫生")

    /// A name begins after one of these.
    static let stops = WordTable(
        "在,住,是,系,喺,到,去,我,你,您,他,她,们,哋,家里,家住,家在,屋企,地址,住址,位置,位于,的,嘅,嗰,这,那,哪,条,整,个,请,帮,给,畀,派人,过来,上门来,我来,人来,从,由,往,把,将,和,跟,与,有,没,冇,无,停电,断电,"
            + "报修,抢修,了,咗,啊,呀,吗,呢,吧,叫,做,就,也,还,要,想,说,问,查,看,因为,但,如果,现在,今天,昨天,明天,刚才,附近,旁边,隔壁,隔离,隔篱,对面,装在,送到,寄到,注册,登记,客户,电,费,修,坏,掉,被,过,每,本,该,某,"
            + "门口,楼下,一条,知道,咨询,供电,营业,师傅,麻烦,唔该,反映,投诉,通知,关于,求,搬,沿,经,改,写,填,系喺,佢,边,阵,先,再,又,才,只,全,老,各,等,呐,户主,业主,名下,你们,公司,仲,同,或,及,出,开,进,回,走,租,买,卖,用,停,断"
    )

    /// Bare names of places that may begin an address, with their rank.
    static let places = WordTable<AddressLevel>(
        words(firsts(Places.cities) + "," + firsts(Places.regions, words: true), .city)
            + words(Places.districts + "," + bare(Places.counties), .district))

    private static func firsts(_ lines: String, words: Bool = false) -> String {
        lines.split(separator: "\n").map { line in
            let parts = line.split(separator: ":")
            return String(words ? parts.last?.prefix { $0 != "," } ?? "" : parts.first ?? "")
        }.joined(separator: ",")
    }

    private static func bare(_ names: String) -> String {
        names.split(separator: ",").map { $0.count > 2 && "市县区".contains($0.suffix(1)) ? String($0.dropLast()) : String($0) }.joined(
            separator: ",")
    }
}
