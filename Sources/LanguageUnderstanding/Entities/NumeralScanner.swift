internal import TextAnalysis

/// A numeral in a text: `530`, `1,900.5`, 五百三十, 3万5, `two hundred`.
struct Numeral {
    let range: Range<Int>
    /// Nil if it has too many digits for a number.
    let value: PlainDecimal?
    /// The digits as written when there is nothing else: `05321`, 幺三八.
    let digits: String?
    let style: Style

    enum Style { case ascii, han, english }

    /// One Chinese character or the word `one`: found only where something shows that a number is meant.
    var isSlight: Bool
    var isOne: Bool { value?.whole == 1 }
}

/// Finds the numerals of a text, from left to right, none overlapping.
enum NumeralScanner {
    /// Numerals in words that do not count anything.
    private static let idioms = WordTable(
        "万一,千万,百分百,百分之,一五一十,三番五次,乱七八糟,七上八下,接二连三,一清二楚,一干二净,三三两两,四面八方,千方百计,"
            + "十万火急,五花八门,一时半会,七七八八,十有八九,三更半夜,一一,八九不离十,一二再,再三,一塌糊涂,两三下,三心二意,"
            + "百色,三亚,六盘水,四会,五指山,八步,万宁,三水,九江,五华,百度,万科,四川,半夜,半路,半天,六枝,千灯,一万个,五邑,"
            + "一半,两难,两者,五金,八达,五一期间,五一假期,五一节,六一节,十一期间,十一假期,双十一,国庆")

    /// Letters that may stand directly before digits.
    private static let prefixes: Set<String> = ["rmb", "cny", "hk", "hkd", "usd", "us", "no", "tel", "about", "yuan", "mop"]
    /// Letters that may stand directly after digits.
    private static let suffixes: Set<String> = [
        "v", "kv", "a", "ma", "w", "kw", "mw", "gw", "kwh", "mwh", "gwh", "kva", "mva", "kwp", "mwp", "h", "hr", "hrs", "min",
        "mins", "s", "km", "m", "cm", "mm", "kg", "am", "pm", "rmb", "yuan", "hkd", "cny", "years", "days", "hours", "months",
        "units", "x", "c", "f", "p", "pcs", "kuai", "bucks", "kvar", "hz", "mwh", "people",
    ]

    static func numerals(in text: FoldedText) -> [Numeral] {
        let scan = Scan(text)
        var found: [Numeral] = []
        var index = 0
        while index < scan.count {
            let scalar = scan[index]
            if scalar.isDigit {
                index = readDigits(scan, index, &found)
            } else if scalar.isLatin {
                index = readWord(scan, index, &found)
            } else if ChineseNumeral.mayBegin(scalar) {
                index = readHan(scan, index, &found)
            } else {
                index += 1
            }
        }
        return found
    }

    /// Whether all numerals of `text` are the 一 of words such as 一下, 一直, 一样, which count nothing.
    static func isIdle(_ text: FoldedText) -> Bool {
        let scan = Scan(text)
        for index in 0..<scan.count where ChineseNumeral.mayBegin(scan[index]) {
            guard scan[index] == 0x4E00, idleEndings.contains(scan[index + 1]), !leads.contains(scan[index - 1]) else { return false }
        }
        return !text.traits.contains(.digits)
    }

    private static let idleEndings: [UInt32] = "下直些样起定般旦切会边致同并方再".unicodeScalars.map(\.value)
    private static let leads: [UInt32] = "第周期拜初".unicodeScalars.map(\.value)

    private static func readHan(_ scan: Scan, _ start: Int, _ found: inout [Numeral]) -> Int {
        if let idiom = idioms.longest(at: start, in: scan) { return start + idiom.length }
        guard let reading = ChineseNumeral.read(scan.scalars, at: start) else { return start + 1 }
        if scan[start - 1] == UInt32.han("双") { return reading.end }
        let single = reading.end == start + 1
        found.append(Numeral(range: start..<reading.end, value: reading.value, digits: reading.digits, style: .han, isSlight: single))
        return reading.end
    }

    private static func readWord(_ scan: Scan, _ start: Int, _ found: inout [Numeral]) -> Int {
        let end = scan.endOfWord(start)
        if end - start >= 3, let reading = EnglishNumeral.read(scan, at: start), !scan[reading.end].isDigit {
            let slight = reading.words == 1 && reading.value?.whole ?? 9 <= 2
            found.append(
                Numeral(range: start..<reading.end, value: reading.value, digits: reading.digits, style: .english, isSlight: slight))
            return reading.end
        }
        guard scan[end].isDigit || ((scan[end] == 0x2D || scan[end] == 0x5F) && scan[end + 1].isDigit) else { return end }
        if scan[end].isDigit, prefixes.contains(scan.string(start..<end)) { return end }
        // A code: letters and digits belong together.
        var rest = end
        while scan[rest].isAlphanumeric || scan[rest] == 0x2D || scan[rest] == 0x5F { rest += 1 }
        return rest
    }

    private static func readDigits(_ scan: Scan, _ start: Int, _ found: inout [Numeral]) -> Int {
        var end = start
        while scan[end].isDigit { end += 1 }
        var whole = scan.string(start..<end)
        let plain = whole
        while end - start <= 18, whole.utf8.count <= 15, let group = thousands(scan, start, end) {
            whole += scan.string(group)
            end = group.upperBound
        }
        var fraction = ""
        if scan[end] == 0x2E, scan[end + 1].isDigit {
            let from = end + 1
            end = from
            while scan[end].isDigit { end += 1 }
            fraction = scan.string(from..<end)
            if scan[end] == 0x2E, scan[end + 1].isDigit { return endOfDotted(scan, end) }
        }
        if scan[end].isLatin {
            let word = scan.endOfWord(end, digits: true)
            guard suffixes.contains(scan.string(end..<word)) else { return word }
        }
        var value = PlainDecimal(whole: whole, fraction: fraction)
        var digits: String? = nil
        if let head = value {
            let reading = ChineseNumeral.continued(head, scan.scalars, at: end)
            if reading.end == end, fraction.isEmpty, whole == plain { digits = plain }
            value = reading.value
            end = reading.end
        } else if fraction.isEmpty, whole == plain {
            digits = plain
        }
        found.append(Numeral(range: start..<end, value: value, digits: digits, style: .ascii, isSlight: false))
        return end
    }

    /// `,900` after one to three digits or another group.
    private static func thousands(_ scan: Scan, _ start: Int, _ end: Int) -> Range<Int>? {
        let leading = (start..<end).contains { scan[$0] == 0x2C } || end - start <= 3
        guard leading, scan[end] == 0x2C, scan[start] != 0x30 else { return nil }
        guard scan[end + 1].isDigit, scan[end + 2].isDigit, scan[end + 3].isDigit, !scan[end + 4].isDigit else { return nil }
        return end + 1..<end + 4
    }

    private static func endOfDotted(_ scan: Scan, _ start: Int) -> Int {
        var end = start
        while scan[end].isDigit || (scan[end] == 0x2E && scan[end + 1].isDigit) { end += 1 }
        return end
    }
}
