/// Codes that only the words before them tell: meter and order numbers.
struct CuedCodes {
    let cues: WordTable<Void>
    /// Digits that a code has at least.
    let minimumDigits: Int
    /// Words and marks that may stand between cue and code.
    private static let fillers = WordTable(
        "是,为,系,号,码,编号,号码,叫,尾号,:,.,#,is,no,number,id,我的,就是,=,(,the,ending,in")

    init(_ cues: String, minimumDigits: Int) {
        self.cues = WordTable(cues)
        self.minimumDigits = minimumDigits
    }

    /// The first code after each cue.
    func find(in scan: Scan, _ runs: CodeRuns) -> [CodeWindow] {
        var found: [CodeWindow] = []
        var index = 0
        while index < scan.count {
            guard let cue = cues.longest(at: index, in: scan) else {
                index += 1
                continue
            }
            index += cue.length
            var start = index
            var steps = 0
            while steps < 8, let filler = scan[start] == 0x20 ? 1 : Self.fillers.longest(at: start, in: scan)?.length {
                start += filler
                steps += 1
            }
            if let code = code(at: start, runs) {
                found.append(code)
                index = code.range.upperBound
            }
        }
        return found
    }

    private func code(at start: Int, _ runs: CodeRuns) -> CodeWindow? {
        guard let first = runs.groups.firstIndex(where: { $0.range.lowerBound == start }) else { return nil }
        var last = first
        var text = runs.groups[first].text
        while last + 1 < runs.groups.count, runs.groups[last + 1].joined, runs.groups[last + 1].isNumeric,
            text.utf8.count + runs.groups[last + 1].length <= 24, last - first < 5,
            runs.groups[last + 1].length >= 3
        {
            last += 1
            text += runs.groups[last].text
        }
        let window = CodeWindow(
            range: start..<runs.groups[last].range.upperBound, text: text, groups: last - first + 1)
        return window.digitCount >= minimumDigits && text.utf8.count - window.digitCount <= 8 ? window : nil
    }
}
