/// Tells lines that belong to no document: watermarks, loose characters of seals, page numbers.
struct NoiseFilter {
    /// What is stamped across copies; engines return pieces of it.
    private static let phrases = PageWords.list(
        "仅供办理用电业务使用,他用无效 仅用于用电报装复印无效 仅供办理用电业务使用 此复印件仅供办理用电业务使用再次复印无效 与原件核对一致 复印件与原件一致 仅供办理过户业务使用 仅限办理用电业务使用 样本仅供参考")
    private static let signs = PageWords.list("仅供 仅用于 仅限 复印无效 他用无效 复印件 再次复印 与原件")
    private static let phraseCharacters = ScalarBits("仅供办理用电业务使他无效于报装复印限")
    /// Single characters that may be a whole value, or the last of one.
    private static let lone = ScalarBits("男女汉满回壮藏苗彝侗瑶白傣黎佤水土羌怒京畲妻夫子父母孙媳婿室号楼栋房层元日户村组")

    /// The lines of `page` that are kept; `pieces`: first characters of labels that are printed apart.
    static func isStamped(_ page: PageText) -> Bool { page.lines.contains { line in signs.contains { find($0, in: line, page) } } }

    static func isStampCharacter(_ key: UInt32) -> Bool { phraseCharacters.contains(key) }

    static func kept(_ page: PageText, labelPieces: ScalarBits) -> [Int] {
        let isStamped = page.isStamped
        return page.lines.indices.filter { index in
            let line = page.lines[index]
            if line.count == 1 {
                let key = page[line.lowerBound]
                return lone.contains(key) || labelPieces.contains(key) || key.isDigit
            }
            return !(isStamped && isWatermark(line, page)) && !isPageNumber(line, page)
        }
    }

    static func find(_ word: [UInt32], in line: Range<Int>, _ page: PageText) -> Bool {
        guard word.count <= line.count else { return false }
        return (line.lowerBound...line.upperBound - word.count).contains { start in word.indices.allSatisfy { page[start + $0] == word[$0] }
        }
    }

    /// Most of the line is one piece of a known phrase.
    private static func isWatermark(_ line: Range<Int>, _ page: PageText) -> Bool {
        guard line.count <= 30, line.filter({ phraseCharacters.contains(page[$0]) }).count * 10 >= line.count * 6 else { return false }
        let longest = phrases.reduce(0) { max($0, common(line, $1, page)) }
        return longest * 10 >= line.count * 7 || line.count <= 4 && longest >= 2 && longest + 1 >= line.count
    }

    /// Length of the longest piece that line and phrase share.
    private static func common(_ line: Range<Int>, _ phrase: [UInt32], _ page: PageText) -> Int {
        var longest = 0
        for start in line {
            for from in phrase.indices where phrase[from] == page[start] {
                var length = 0
                while start + length < line.upperBound, from + length < phrase.count, phrase[from + length] == page[start + length] {
                    length += 1
                }
                longest = max(longest, length)
            }
        }
        return longest
    }

    private static let pageMarks = PageWords.list("第页 共页")

    private static func isPageNumber(_ line: Range<Int>, _ page: PageText) -> Bool {
        guard line.count <= 8, page[line.lowerBound] == 0x7B2C || page[line.lowerBound] == 0x5171 else { return false }
        return page[line.upperBound - 1] == 0x9875
    }
}
