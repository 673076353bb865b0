/// Names of administrative regions by the six-digit codes of GB/T 2260, retired codes included. Holds the table as
/// it came, UTF-8, and makes strings on demand only.
package struct RegionCodes: Sendable {
    /// What is wrong with a table; lines count from 1.
    package enum Flaw: Error, Hashable, Sendable { case line(Int), duplicate(code: String) }

    private let text: [UInt8]
    /// Ascending by code.
    private let rows: [RegionRow]

    /// Reads lines of code, name, first and last year on record, tab between; `#` begins a comment line.
    package init(tsv: String) throws(Flaw) {
        let text = Array(tsv.utf8)
        var rows: [RegionRow] = [], start = 0, line = 1
        rows.reserveCapacity(text.count / 24)
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            let isBlank = end == start || text[start] == UInt8(ascii: "#") || (end == start + 1 && text[start] == 0x0D)
            if !isBlank {
                guard let row = RegionRow(text, start..<end) else { throw .line(line) }
                rows.append(row)
            }
            start = end + 1
            line += 1
        }
        if !zip(rows, rows.dropFirst()).allSatisfy({ $0.code < $1.code }) { rows.sort { $0.code < $1.code } }
        if let twin = zip(rows, rows.dropFirst()).first(where: { $0.code == $1.code }) { throw .duplicate(code: String(twin.0.code)) }
        self.text = text
        self.rows = rows
    }

    package var count: Int { rows.count }

    package func contains(_ code: some StringProtocol) -> Bool { row(code) != nil }

    /// The region's own name, such as 柳北区; nil if the code is not on record.
    package func name(of code: some StringProtocol) -> String? { row(code).map(name) }

    /// The first and the last year in which a revision on record held the code.
    package func years(of code: some StringProtocol) -> ClosedRange<Int>? { row(code).map { Int($0.first)...Int($0.last) } }

    /// The province's name; the county itself need not be on record.
    package func province(of code: some StringProtocol) -> String? {
        Self.number(code).flatMap { find($0 / 10_000 * 10_000) }.map(name)
    }

    /// Province, city and county joined as addresses begin, such as 广西壮族自治区柳州市柳北区; levels that are no place
    /// (市辖区, 县, 省直辖县级行政区划) are left out. Nil if the code is not on record.
    package func fullName(of code: some StringProtocol) -> String? {
        guard let number = Self.number(code), find(number) != nil else { return nil }
        var levels = [number / 10_000 * 10_000]
        for level in [number / 100 * 100, number] where level != levels.last { levels.append(level) }
        return levels.compactMap { find($0).map(name) }.filter { !Self.isPlaceholder($0) }.joined()
    }

    /// The codes of every region that bears exactly this name, ascending.
    package func codes(named name: some StringProtocol) -> [String] {
        let bytes = Array(name.utf8)
        return rows.filter { $0.name.count == bytes.count && text[$0.name].elementsEqual(bytes) }.map { String($0.code) }
    }

    private func name(of row: RegionRow) -> String { String(decoding: text[row.name], as: UTF8.self) }

    private func row(_ code: some StringProtocol) -> RegionRow? { Self.number(code).flatMap(find) }

    private func find(_ code: UInt32) -> RegionRow? {
        var low = 0, high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].code < code { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].code == code ? rows[low] : nil
    }

    private static func number(_ code: some StringProtocol) -> UInt32? {
        guard code.utf8.count == 6, code.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return UInt32(code)
    }

    private static func isPlaceholder(_ name: String) -> Bool {
        name == "市辖区" || name == "县" || name.contains("直辖县级行政") || name.hasSuffix("直辖行政单位")
    }
}

/// One line of the table: numbers, and where the name stands in the text.
private struct RegionRow {
    let code: UInt32
    let first: UInt16
    let last: UInt16
    private let start: UInt32
    private let end: UInt32

    var name: Range<Int> { Int(start)..<Int(end) }

    init?(_ text: [UInt8], _ line: Range<Int>) {
        var end = line.upperBound
        if end > line.lowerBound, text[end - 1] == 0x0D { end -= 1 }
        let tail = end - 10  // before "\tYYYY\tYYYY"
        guard tail > line.lowerBound + 7, text[line.lowerBound + 6] == 0x09, text[tail] == 0x09, text[tail + 5] == 0x09,
            let code = Self.number(text[line.lowerBound..<line.lowerBound + 6]), code >= 100_000,
            let first = Self.number(text[tail + 1..<tail + 5]), let last = Self.number(text[tail + 6..<end]), first <= last,
            !text[line.lowerBound + 7..<tail].contains(0x09)
        else { return nil }
        self.code = code
        self.first = UInt16(first)
        self.last = UInt16(last)
        start = UInt32(line.lowerBound + 7)
        self.end = UInt32(tail)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
        var number: UInt32 = 0
        for digit in digits {
            guard digit &- 0x30 < 10 else { return nil }
            number = number * 10 + UInt32(digit - 0x30)
        }
        return number
    }
}
