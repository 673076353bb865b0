/// Cuts a text into documents: the cheapest story of which lines belong to a document of which type.
struct Segmenter {
    let typeCount: Int

    /// A run of lines that is one document.
    struct Segment {
        let lines: Range<Int>
        let type: Int
        /// What speaks for its type.
        let weight: Float
        /// How much less speaks for the next type.
        let margin: Float
    }

    private enum Cost {
        /// A further document must be worth this much.
        static let start: Float = 4
        /// The same for one that begins with its heading.
        static let headed: Float = 2.5
        /// A document of less evidence is none.
        static let least: Float = 2.2
    }

    func segments(_ witnesses: [[TypeEvidence.Witness]]) -> [Segment] {
        guard !witnesses.isEmpty else { return [] }
        let lines = witnesses.count
        var score = [[Float]](), back = [[Int]]()
        for line in 0..<lines {
            var own = [Float](repeating: 0, count: typeCount)
            for witness in witnesses[line] { own[witness.type] += witness.weight }
            guard line > 0 else { score.append(own); back.append([Int](repeating: -1, count: typeCount)); continue }
            let previous = score[line - 1], best = previous.indices.max { previous[$0] < previous[$1] } ?? 0
            var now = own, from = [Int](repeating: -1, count: typeCount)
            for type in 0..<typeCount {
                let isHeaded = witnesses[line].contains { $0.type == type && $0.isTitle }
                let jump = previous[best] - (isHeaded ? Cost.headed : Cost.start)
                if jump > previous[type], best != type {
                    now[type] += jump; from[type] = best
                } else {
                    now[type] += previous[type]; from[type] = type
                }
            }
            score.append(now)
            back.append(from)
        }
        var type = score[lines - 1].indices.max { score[lines - 1][$0] < score[lines - 1][$1] } ?? 0
        var segments: [Segment] = [], end = lines
        for line in stride(from: lines - 1, through: 0, by: -1) where line == 0 || back[line][type] != type {
            segments.append(segment(line..<end, type, witnesses))
            end = line
            if line > 0 { type = back[line][type] }
        }
        return segments.reversed().flatMap { repeated($0, witnesses) }.filter { $0.weight >= Cost.least || segments.count == 1 }
    }

    private func segment(_ lines: Range<Int>, _ type: Int, _ witnesses: [[TypeEvidence.Witness]]) -> Segment {
        var sums = [Float](repeating: 0, count: typeCount)
        // A word counts once for a document, however often it stands there.
        var seen: Set<Int> = []
        for line in lines {
            for witness in witnesses[line] where seen.insert(witness.word << 8 | witness.type).inserted {
                sums[witness.type] += witness.weight
            }
        }
        let rival = sums.indices.filter { $0 != type }.map { sums[$0] }.max() ?? 0
        return Segment(lines: lines, type: type, weight: sums[type], margin: sums[type] - rival)
    }

    /// Two documents of one type, one after the other: their headings, or most of their labels, stand twice.
    private func repeated(_ segment: Segment, _ witnesses: [[TypeEvidence.Witness]]) -> [Segment] {
        var first: [Int: Int] = [:], cut: Int?
        var repeats = 0, distinct = 0
        var cutTitle: Int?
        for line in segment.lines {
            for witness in witnesses[line] where witness.type == segment.type && witness.weight > 0.3 && !witness.mayRepeat {
                if let seen = first[witness.word], line - seen >= 4 {
                    repeats += 1
                    if witness.isTitle, cutTitle == nil { cutTitle = line }
                    if cut == nil { cut = line }
                } else if first[witness.word] == nil {
                    first[witness.word] = line
                    distinct += 1
                }
            }
        }
        guard repeats >= 3, repeats * 2 >= distinct, let at = cutTitle ?? cut, at > segment.lines.lowerBound else { return [segment] }
        let upper = self.segment(segment.lines.lowerBound..<at, segment.type, witnesses)
        let lower = self.segment(at..<segment.lines.upperBound, segment.type, witnesses)
        guard upper.weight >= 2.5, lower.weight >= 2.5 else { return [segment] }
        return [upper] + repeated(lower, witnesses)
    }
}
