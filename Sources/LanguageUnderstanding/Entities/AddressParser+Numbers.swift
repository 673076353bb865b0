extension AddressParser {
    /// 16号, 12栋, A座, 3单元, 502室, 三队; after one of these also a bare 804.
    func numbered(_ index: Int, after last: Part?) -> Part? {
        guard let last, index >= last.range.upperBound, index - last.range.upperBound <= 1 else { return nil }
        guard let end = number(index) else { return nil }
        let at = scan.skippingSpace(end)
        if let ending = AddressWords.numberedEndings.longest(at: at, in: scan), !isUnit(at) {
            let level = ending.value
            guard level != .number || last.level <= .estate || at + ending.length > index else { return nil }
            return Part(level: level, range: index..<at + ending.length)
        }
        guard last.level >= .number, last.level < .room, isRoom(index, end) else { return nil }
        return Part(level: .room, range: index..<end)
    }

    /// A number, letter, or both: 12, 12-1, A, 5B, 十六.
    private func number(_ index: Int) -> Int? {
        if !scan[index].isAlphanumeric {
            return ChineseNumeral.read(scan.scalars, at: index)?.end
        }
        var end = index
        var length = 0
        while scan[end].isAlphanumeric || (scan[end] == 0x2D && scan[end + 1].isDigit && end > index), length < 10 {
            end += 1
            length += 1
        }
        let letters = (index..<end).count { scan[$0].isLatin }
        return letters <= 2 && !scan[end].isAlphanumeric ? end : nil
    }

    /// 16号线 and 3层楼高 are no parts; 房东 and 社区 begin other words.
    private func isUnit(_ index: Int) -> Bool { Self.longer.longest(at: index, in: scan) != nil }

    private static let longer = WordTable("号线,房东,房子,房间,社区,社会,队伍,期间,楼上楼下,铺头,座机,层层,号码,号晚,号早,号上午,号下午,组织,梯级,室外,室内的,铺面,号到,号至,号主变,房租,房产")

    private func isRoom(_ start: Int, _ end: Int) -> Bool {
        let digits = (start..<end).count { scan[$0].isDigit }
        guard scan[start].isAlphanumeric, (2...4).contains(digits), !QuantityWords.isMeasure(scan, end) || scan[end] == UInt32.han("户")
        else { return false }
        return scan[end] != 0x2E && scan[end] != 0x3A && scan[end] != 0x25
            && !(scan[end] == 0x20 && scan[end + 1].isDigit && scan[end + 2].isDigit)
    }
}
