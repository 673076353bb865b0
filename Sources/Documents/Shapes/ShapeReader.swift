internal import PowerDomain
internal import TextAnalysis

/// A value that a span of the page may be, with how much the span looks like it.
struct ShapeReading {
    var value: String
    var span: Range<Int>
    /// Above 0: how well it fits; free text has next to nothing.
    var score: Float
    var isValid = true
    var isRepaired = false
    /// The last day of a term, where `value` is its first.
    var end: String?
    var endIsValid = true
}

/// Reads values of every shape from spans of a page.
struct ShapeReader {
    let page: PageText
    let matcher: PatternMatcher
    let regions: RegionCodes?

    /// The reading of `span` as the shape of `field`, nil if it cannot be one.
    func read(_ field: FieldType, _ span: Range<Int>) -> ShapeReading? {
        let span = trimmed(span)
        guard !span.isEmpty else { return nil }
        switch field.shape {
        case .text: return text(span)
        case .scope: return scope(span)
        case .person: return person(span)
        case .party: return party(span)
        case .company: return company(span)
        case .authority: return authority(span)
        case .address: return address(span)
        case .place: return place(span)
        case .bank: return bank(span)
        case .sex: return sex(span)
        case .ethnicity: return ethnicity(span)
        case .choice: return choice(span, field.choices)
        case .date: return date(span)
        case .month: return month(span)
        case .periodStart, .periodEnd: return period(span, field.shape)
        case .number: return number(span, field)
        case .amount: return amount(span)
        case .amountInWords: return amountInWords(span)
        case .identityNumber: return identityNumber(span)
        case .creditCode: return creditCode(span)
        case .organizationCode: return organizationCode(span)
        case .bankCard: return bankCard(span)
        case .phone: return phone(span)
        case .code: return code(span, field)
        case .latinName: return latinName(span)
        case .upperMachineLine: return upperMachineLine(span)
        case .lowerMachineLine: return lowerMachineLine(span)
        }
    }

    /// The span without marks at its ends that belong to no value.
    func trimmed(_ span: Range<Int>) -> Range<Int> {
        var start = span.lowerBound, end = span.upperBound
        while start < end, page[start].isEdgeMark { start += 1 }
        while end > start, page[end - 1].isEdgeMark, page[end - 1] != 0x3002, page[end - 1] != 0x3B { end -= 1 }
        return start..<end
    }

    func key(_ index: Int) -> UInt32 { page[index] }

    func contains(_ span: Range<Int>, _ characters: ScalarBits) -> Bool {
        for index in span where characters.contains(page[index]) { return true }
        return false
    }

    func count(_ span: Range<Int>, _ isWanted: (UInt32) -> Bool) -> Int {
        var count = 0
        for index in span where isWanted(page[index]) { count += 1 }
        return count
    }

    func endsWith(_ span: Range<Int>, _ words: [[UInt32]]) -> Bool {
        words.contains { word in
            word.count <= span.count && word.indices.allSatisfy { page[span.upperBound - word.count + $0] == word[$0] }
        }
    }
}

/// A set of characters of the Basic Multilingual Plane.
struct ScalarBits: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1024)

    init(_ text: String) {
        for scalar in text.unicodeScalars where scalar.value <= 0xFFFF { bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63) }
    }

    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool { scalar <= 0xFFFF && bits[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1 }
}

/// Words in the form in which they are compared with a page.
enum PageWords {
    static func keys(_ text: String) -> [UInt32] {
        text.unicodeScalars.map { FoldingTable.standard.fold($0.value) }.filter { $0 != 0 && $0 != 0x20 }
    }

    static func list(_ text: String) -> [[UInt32]] { text.split(separator: " ").map { keys(String($0)) } }
}
