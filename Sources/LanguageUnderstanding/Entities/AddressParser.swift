/// Cuts a Chinese text into parts of addresses and joins those that stand together.
struct AddressParser {
    /// One part: 天河区, 员村二横路, 16号.
    struct Part {
        let level: AddressLevel
        let range: Range<Int>
        /// A city or district named without its last word.
        var isBare = false
    }

    let scan: Scan

    /// The addresses from left to right.
    func addresses() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var chain: [Part] = []
        func close() {
            if let range = Self.range(of: chain) { found.append(range) }
            chain.removeAll(keepingCapacity: true)
        }
        var index = 0
        while index < scan.count {
            guard let part = part(at: index, after: chain.last) else {
                index += 1
                continue
            }
            if let last = chain.last, !follows(part, last) { close() }
            chain.append(part)
            index = part.range.upperBound
        }
        close()
        return found
    }

    /// Whether `part` goes on with the address that `last` belongs to.
    private func follows(_ part: Part, _ last: Part) -> Bool {
        let start = part.range.lowerBound
        let end = last.range.upperBound
        if start == end {
            // 28号恒福花园5座, 程阳八寨马安寨.
            if part.level == .estate, last.level == .number || last.level == .building { return true }
            return part.level > last.level || part.level.isNumbered
                || (part.level == last.level && (.village ... .road).contains(last.level))
        }
        guard start == end + 1 else { return false }
        let mark = scan[end]
        return (mark == 0x20 || mark == 0x2D && part.level.isNumbered || mark == 0x2C && last.level < .number) && part.level > last.level
    }

    private func part(at index: Int, after last: Part?) -> Part? {
        let scalar = scan[index]
        if scalar.isDigit || scalar.isLatin || ChineseNumeral.mayBegin(scalar), let part = numbered(index, after: last) { return part }
        guard scalar.isHan else { return nil }
        if let floor = AddressWords.floors.longest(at: index, in: scan), let last, last.level >= .number, last.range.upperBound == index {
            return Part(level: .floor, range: index..<index + floor.length)
        }
        let floor = last?.range.upperBound ?? 0
        if let ending = AddressWords.endings.longest(at: index, in: scan), let part = named(index, ending, floor) { return part }
        if let ending = AddressWords.shortEndings.longest(at: index, in: scan), isBeforeNumber(index + ending.length),
            let part = named(index, ending, floor)
        {
            return part
        }
        return place(index)
    }

    /// 广州, 天河, 横州市; not 天河 in 天河路.
    private func place(_ index: Int) -> Part? {
        guard let place = AddressWords.places.longest(at: index, in: scan) else { return nil }
        let end = index + place.length
        let next = scan[end]
        let ending = place.value == .city ? [UInt32.han("市"), UInt32.han("省")] : [UInt32.han("区"), UInt32.han("市"), UInt32.han("县")]
        if ending.contains(next), AddressWords.generic.longest(endingAt: end + 1, in: scan) == nil {
            return Part(level: place.value, range: index..<end + 1)
        }
        guard AddressWords.endings.longest(at: end, in: scan) == nil else { return nil }
        if "东西南北中一二三四五大新".unicodeScalars.contains(where: { $0.value == next }),
            (1...2).contains(where: { AddressWords.endings.longest(at: end + $0, in: scan) != nil })
        {
            return nil
        }
        return Part(level: place.value, range: index..<end, isBare: true)
    }

    /// A part with a name before its last word, which begins at `index`.
    private func named(_ index: Int, _ ending: WordTable<AddressLevel>.Match, _ floor: Int) -> Part? {
        let end = index + ending.length
        var start = index
        while start > floor, index - start < ending.value.longestName, scan[start - 1].isHan,
            AddressWords.stops.longest(endingAt: start, in: scan) == nil
        { start -= 1 }
        if ending.value == .road, start == index { start = numberedRoad(index, floor) }
        // 科苑路, 花园街: the road's name goes on.
        let isBlock = ending.value == .village || ending.value == .estate
        if isBlock, AddressWords.endings.longest(at: end, in: scan)?.value == .road { return nil }
        // 南山区科技园: a name of its own after a district.
        if start == index, floor == index, index > 0, ending.length >= 3, ending.value == .estate {
            return Part(level: .estate, range: index..<end)
        }
        guard start < index, AddressWords.notAfter.longest(at: end, in: scan) == nil, !isGeneric(start, end) else { return nil }
        if index - start == 1, ending.length == 1, ending.value != .village, ending.value != .district,
            !ChineseNumeral.mayBegin(scan[start]), start != floor
        {
            return nil
        }
        // 科技园南区: a part of the estate, not a district.
        let level = ending.value == .district && index - start == 1 && start == floor && start > 0 ? .building : ending.value
        return Part(level: level, range: start..<end)
    }

    /// 中山5路.
    private func numberedRoad(_ index: Int, _ floor: Int) -> Int {
        var start = index
        while start > floor, scan[start - 1].isDigit, index - start < 3 { start -= 1 }
        guard start < index, start > floor, scan[start - 1].isHan else { return index }
        while start > floor, scan[start - 1].isHan, index - start < 8, AddressWords.stops.longest(endingAt: start, in: scan) == nil {
            start -= 1
        }
        return scan[start].isDigit ? index : start
    }

    /// The whole part is a common word, such as 线路 or 我们小区.
    private func isGeneric(_ start: Int, _ end: Int) -> Bool {
        guard let generic = AddressWords.generic.longest(endingAt: end, in: scan) else { return false }
        return end - generic.length <= start || (generic.length == 2 && end - start <= 3 && scan[end - 1] == UInt32.han("路"))
    }

    private func isBeforeNumber(_ index: Int) -> Bool { numbered(index, after: Part(level: .estate, range: 0..<index)) != nil }

    static func range(of chain: [Part]) -> Range<Int>? {
        var parts = chain[...]
        while let first = parts.first, first.level.isNumbered { parts.removeFirst() }
        guard let first = parts.first, let last = parts.last else { return nil }
        let levels = parts.map(\.level)
        let isDetailed = levels.contains { (.town ... .estate).contains($0) } && levels.contains { $0.isNumbered }
        let areas = levels.contains { $0 <= .town }
        let towns = levels.contains(.district) && levels.contains(.town)
        let spots = levels.contains { (.village ... .estate).contains($0) }
        guard isDetailed || towns || (areas && spots) || (levels.contains(.village) && levels.contains(.road)) else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }
}
