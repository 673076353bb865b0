import PowerDomain
import Testing
import TextAnalysis

@Suite("Machine-readable zones")
struct MachineReadableZoneTests {
    static let today = CalendarDay(daysSince1970: 20_781)  // 2026-11-24
    static let upper = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
    static let lower = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"

    @Test("the specimen of ICAO Doc 9303 is read and written")
    func specimen() throws {
        let zone = try MachineReadableZone(upperLine: Self.upper, lowerLine: Self.lower, today: Self.today)
        #expect(zone.surname == "ERIKSSON")
        #expect(zone.givenNames == "ANNA MARIA")
        #expect(zone.printedName == "ERIKSSON, ANNA MARIA")
        #expect(zone.number == "L898902C3")
        #expect(zone.issuer == "UTO" && zone.nationality == "UTO" && zone.documentCode == "P")
        #expect(zone.birth.description == "1974-08-12")
        #expect(zone.sex == .female)
        #expect(zone.expiry.description == "2012-04-15")
        #expect(zone.personalNumber == "ZE184226B")
        #expect(zone.upperLine == Self.upper)
        #expect(zone.lowerLine == Self.lower)
    }

    @Test("writing and reading is the identity and passes the check", arguments: 0..<20)
    func roundTrip(_ seed: UInt64) throws {
        var sequence = FixedSequence(seed: seed)
        let given = ["NALING", "WEI", "", "ANNA MARIA"].randomElement(using: &sequence) ?? ""
        let zone = MachineReadableZone(
            issuer: "CHN", surname: "ZHU", givenNames: given, number: "E\(Int.random(in: 10_000_000...99_999_999, using: &sequence))",
            nationality: "CHN", birth: Self.today.adding(days: -Int.random(in: 0...36_000, using: &sequence)),
            sex: [.male, .female, nil].randomElement(using: &sequence) ?? nil,
            expiry: Self.today.adding(days: Int.random(in: -3650...3650, using: &sequence)),
            personalNumber: Bool.random(using: &sequence) ? "" : "A12345")
        #expect(zone.upperLine.count == 44 && zone.lowerLine.count == 44)
        #expect(MachineReadableZoneCheck().flaw(in: zone.lowerLine) == nil)
        #expect(try MachineReadableZone(upperLine: zone.upperLine, lowerLine: zone.lowerLine, today: Self.today) == zone)
    }

    @Test(
        "fillers that were miscounted, split or read as K or quotation marks are set right",
        arguments: [
            "G123456786CHN8001014F3001019<<<<<<<<<<<<<<00", "G123456786CHN8001014F3001019<<<<<<<<<<<00",
            "G123456786CHN8001014F3001019<<<<<<<<<<<<<<<<<<00", "G123456786CHN8001014F3001019<<<KK<<<<<<<KK00",
            "G123456786CHN8001014F3001019<<<<<<<<<<<s<<00",
            "G123456786CHN8001014F3001019 <<<<<<< <<<<<<< 00", "g123456786CHN8001014F3001019«««««««00",
        ])
    func aligned(_ printed: String) {
        #expect(MachineReadableZone.aligned(printed) == "G123456786CHN8001014F3001019<<<<<<<<<<<<<<00")
    }

    @Test(
        "a line with an optional part, or too short, is left as it is",
        arguments: ["L898902C36UTO7408122F1204159ZE184226B<<<<10", "G123456786CHN8001014F3001019KKSCKKKK<<<<<<00", "G123", ""])
    func notAligned(_ printed: String) {
        #expect(MachineReadableZone.aligned(printed) == printed)
    }

    @Test("letters read behind the given names do not count")
    func names() throws {
        let zone = try MachineReadableZone(upperLine: "P<CHNZHU<<NALING<<<<<KKK<<<<", lowerLine: Self.lower, today: Self.today)
        #expect(zone.printedName == "ZHU, NALING")
    }

    @Test("a birth is never later than today")
    func century() throws {
        let lines = ["L898902C36UTO2611242F1204159ZE184226B<<<<<10", "L898902C36UTO2611252F1204159ZE184226B<<<<<10"]
        let years = try lines.map { try MachineReadableZone(upperLine: Self.upper, lowerLine: $0, today: Self.today).birth.year }
        #expect(years == [2026, 1926])
    }

    @Test("what cannot be read is told")
    func flaws() {
        #expect(throws: MachineReadableZone.Flaw.upperLine) {
            try MachineReadableZone(upperLine: "I<UTOERIKSSON", lowerLine: Self.lower, today: Self.today)
        }
        #expect(throws: MachineReadableZone.Flaw.lowerLine(.length)) {
            try MachineReadableZone(upperLine: Self.upper, lowerLine: "L898902C36", today: Self.today)
        }
        #expect(throws: MachineReadableZone.Flaw.birth) {
            try MachineReadableZone(upperLine: Self.upper, lowerLine: Self.lower.replacing("740812", with: "741312"), today: Self.today)
        }
        #expect(throws: MachineReadableZone.Flaw.expiry) {
            try MachineReadableZone(upperLine: Self.upper, lowerLine: Self.lower.replacing("120415", with: "120431"), today: Self.today)
        }
    }

    @Test("the description tells nothing of the holder")
    func masked() throws {
        let zone = try MachineReadableZone(upperLine: Self.upper, lowerLine: Self.lower, today: Self.today)
        #expect(!"\(zone)".contains("ERIKSSON") && !"\(zone)".contains("L898902C3"))
    }

    @Test("names are coded: hyphens and spaces are fillers, apostrophes go, long ones are cut")
    func coding() {
        func line(_ surname: String, _ given: String) -> String {
            MachineReadableZone(
                issuer: "CHN", surname: surname, givenNames: given, number: "E12345678", nationality: "CHN", birth: Self.today, sex: nil,
                expiry: Self.today
            ).upperLine
        }
        #expect(line("O'Connor-Li", "mary ann") == "P<CHNOCONNOR<LI<<MARY<ANN<<<<<<<<<<<<<<<<<<<")
        #expect(line(String(repeating: "A", count: 60), "B") == "P<CHN" + String(repeating: "A", count: 39))
    }
}
