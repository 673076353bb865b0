/// Addresses in English: `Room 502, Block 3, 12 Tianhe Road, Nanshan`.
struct EnglishAddress {
    let scan: Scan

    private static let roads: Set<String> = [
        "road", "rd", "street", "st", "avenue", "ave", "lane", "garden", "gardens", "village", "estate", "boulevard", "drive", "plaza",
        "mansion", "court",
        "building", "tower", "residence", "square", "centre", "town",
    ]
    private static let units: Set<String> = [
        "room", "rm", "flat", "unit", "apt", "apartment", "suite", "shop", "block", "tower", "building", "floor", "no", "number", "house",
        "bldg",
    ]
    private static let areas: Set<String> = ["district", "county", "city", "town", "province"]
    private static let stops: Set<String> = [
        "at", "in", "on", "is", "the", "my", "i", "live", "living", "from", "to", "address", "of", "near", "and", "by", "for", "our",
        "along", "under", "are", "off", "down",
        "registered", "located", "it", "s", "now", "this", "that", "whole", "street", "with", "a", "an", "moved", "we", "power", "out",
        "no", "your", "there", "across", "up", "or",
    ]

    private struct Word {
        let text: String
        let range: Range<Int>
        /// The mark after it: comma 1, nothing 0, anything else 2.
        let comma: Bool
        let joined: Bool
    }

    /// Words of Latin letters and digits; `joined` tells whether the next follows after a space or comma only.
    private func words() -> [Word] {
        var words: [Word] = []
        var index = 0
        while index < scan.count {
            guard scan[index].isAlphanumeric else {
                index += 1
                continue
            }
            var end = index
            while scan[end].isAlphanumeric || (scan[end] == 0x2D && scan[end + 1].isAlphanumeric)
                || (scan[end] == 0x2F && scan[end + 1] == 0x66)
            { end += 1 }
            let comma = scan[end] == 0x2C
            let next = scan.skippingSpace(comma || scan[end] == 0x2E && scan[end + 1] == 0x20 ? end + 1 : end)
            words.append(
                Word(text: scan.string(index..<end), range: index..<end, comma: comma, joined: next > end && scan[next].isAlphanumeric))
            index = end
        }
        return words
    }

    func addresses() -> [Range<Int>] {
        let words = words()
        var found: [Range<Int>] = []
        for (index, word) in words.enumerated() where Self.roads.contains(word.text) && index > 0 {
            guard let range = around(index, words), range.lowerBound >= found.last?.upperBound ?? 0 else { continue }
            found.append(range)
        }
        return found
    }

    /// The address around the last word of a road or estate at `index`.
    private func around(_ index: Int, _ words: [Word]) -> Range<Int>? {
        var first = index
        var names = 0
        while first > 0, words[first - 1].joined, !words[first - 1].comma, names < 4, !Self.stops.contains(words[first - 1].text),
            !isNumber(words[first - 1].text)
        {
            guard !Self.units.contains(words[first - 1].text) else { break }
            first -= 1
            names += 1
        }
        guard names > 0 else { return nil }
        var numbered = false
        if first > 0, words[first - 1].joined, isNumber(words[first - 1].text) {
            first -= 1
            numbered = true
            if first > 0, words[first - 1].joined, Self.units.contains(words[first - 1].text) { first -= 1 }
        }
        // Units before it: Room 502, Block 3.
        while first > 1, words[first - 1].joined, isNumber(words[first - 1].text), words[first - 2].joined,
            Self.units.contains(words[first - 2].text)
        {
            first -= 2
            numbered = true
        }
        var last = index
        if !numbered, last + 1 < words.count, words[last].joined, !words[last].comma, isNumber(words[last + 1].text) {
            last += 1
            numbered = true
        }
        guard numbered else { return nil }
        last = afterCommas(last, words)
        return words[first].range.lowerBound..<words[last].range.upperBound
    }

    /// Takes in `, Block 3`, `, Nanshan District` after the road.
    private func afterCommas(_ index: Int, _ words: [Word]) -> Int {
        var last = index
        for _ in 0..<4 {
            guard words[last].comma, words[last].joined, last + 1 < words.count else { break }
            if Self.units.contains(words[last + 1].text), last + 2 < words.count, words[last + 1].joined, isNumber(words[last + 2].text) {
                last += 2
            } else if last + 2 < words.count, words[last + 1].joined, !words[last + 1].comma, Self.areas.contains(words[last + 2].text) {
                last += 2
            } else if Self.areaNames.longest(at: words[last + 1].range.lowerBound, in: scan)?.length == words[last + 1].range.count {
                last += 1
            } else {
                break
            }
        }
        return last
    }

    private static let areaNames = WordTable(cityNames + districtNames.split(separator: ",").map(String.init))
    private static let cityNames: [String] = Places.cities.split(separator: "\n").flatMap { line -> [String] in
        guard let names = line.split(separator: ":").last else { return [] }
        return names.split(separator: ",").map(String.init)
    }
    private static let districtNames =
        "tianhe,yuexiu,liwan,haizhu,baiyun,huangpu,panyu,nansha,futian,luohu,nanshan,baoan,longgang,yantian,longhua,chancheng,"
        + "nanhai,shunde,xiangzhou,qingxiu,xixiangtang,guandu,xishan,wuhua,panlong,yunyan,nanming,meilan,xiuying"

    private func isNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 6, let first = text.utf8.first else { return false }
        let digits = text.utf8.count { $0 &- 0x30 < 10 }
        if digits == 0 { return text.utf8.count == 1 && first != 0x61 && first != 0x69 }
        return text.utf8.count - digits <= 2 && !text.hasSuffix("am") && !text.hasSuffix("pm")
    }
}
