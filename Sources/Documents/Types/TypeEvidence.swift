internal import Foundation

/// How much each line speaks for each type: headings, labels, and numbers of a telling form.
struct TypeEvidence {
    let types: [DocumentType]
    let index: LabelIndex
    /// Weight of each word as a label: rare ones say more.
    private let labelWeights: [Float]

    init(_ types: [DocumentType], _ index: LabelIndex) {
        self.types = types
        self.index = index
        labelWeights = index.words.map { word in
            let count = Set(word.uses.map(\.type)).count
            return count == 0 ? 0 : Float(log(Double(types.count) / Double(count))) * 0.5 + (word.keys.count >= 3 ? 0.35 : 0.1)
        }
    }

    /// A word that counts for a type, by line.
    struct Witness {
        let type: Int
        let weight: Float
        let isTitle: Bool
        let word: Int
        /// Whether one document of the type may bear the word twice.
        var mayRepeat = false
    }

    func witnesses(_ page: PageText, _ hits: [[LabelIndex.Hit]]) -> [[Witness]] {
        page.lines.indices.map { witnesses(on: page.lines[$0], hits[$0], page) }
    }

    private func witnesses(on line: Range<Int>, _ hits: [LabelIndex.Hit], _ page: PageText) -> [Witness] {
        var found: [Witness] = []
        for hit in hits {
            let word = index.words[hit.word], share = Float(hit.span.count) / Float(line.count)
            for type in Set(word.titleOf) {
                let isInside = hits.contains {
                    $0.span.count > hit.span.count && $0.span.contains(hit.span.lowerBound) && $0.span.upperBound >= hit.span.upperBound
                        && index.words[$0.word].titleOf.contains(type)
                }
                if isInside { continue }
                let weight = min(4.5, 1.2 + 0.5 * Float(word.keys.count)) * (share > 0.45 ? 1 : share > 0.2 ? 0.6 : 0.25)
                found.append(Witness(type: type, weight: weight, isTitle: share > 0.35, word: hit.word))
            }
            guard !word.uses.isEmpty else { continue }
            let isInside = hits.contains {
                $0.span.count > hit.span.count && $0.span.lowerBound <= hit.span.lowerBound && $0.span.upperBound >= hit.span.upperBound
            }
            if isInside { continue }
            let isAtStart = hit.span.lowerBound - line.lowerBound <= 2,
                hasColon = hit.span.upperBound < line.upperBound && page[hit.span.upperBound].isColon
            let isWhole = hit.span.count == line.count
            let standing: Float =
                isWhole || hasColon && isAtStart ? 1 : isAtStart || hasColon || page.glyphs[hit.span.lowerBound].hasGap ? 0.8 : 0.25
            for type in Set(word.uses.map(\.type)) {
                let mayRepeat = word.uses.contains { use in
                    guard use.type == type, let field = use.field else { return use.type == type }
                    let definition = types[type].fields[field]
                    return definition.occurrence != nil || definition.after != nil
                }
                found.append(
                    Witness(type: type, weight: labelWeights[hit.word] * standing, isTitle: false, word: hit.word, mayRepeat: mayRepeat))
            }
        }
        return found
    }
}
