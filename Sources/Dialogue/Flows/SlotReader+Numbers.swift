internal import LanguageUnderstanding
internal import PowerDomain
internal import TextAnalysis

// Numbers in the unit of their slot.

extension SlotReader {
    struct Quantity {
        let kind: EntityKind
        let decimal: String
        let range: Range<Int>
        var value: Double { Double(decimal) ?? 0 }
    }

    func quantity(
        _ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool, _ context: Context, _ taken: inout Taken
    ) -> Reading {
        if slot.name == "tou_split" { return split(utterance, isAsked, context) }
        if slot.form == .rating || slot.name == "score" { return score(utterance, isAsked) }
        if slot.name == "household_size", let people = people(utterance, isAsked) { return .value(.number(String(people))) }
        if slot.name == "days" || slot.form == .days, let days = length(utterance, inMonths: false, isAsked, context) {
            return .value(.number(String(days)))
        }
        if slot.name == "duration" {
            if Self.contains(utterance, ["永久", "以后都", "长期", "一直", "permanent", "for good", "forever", "永远"]) {
                return .value(.text("permanent"))
            }
            if let months = length(utterance, inMonths: true, isAsked, context) { return .value(.number(String(months))) }
            return .nothing
        }
        if slot.form == .volt { return volts(utterance, isAsked) }
        let found = utterance.understanding.entities.compactMap(Self.quantity)
        let kinds = Self.kinds(slot)
        if slot.name == "capacity_new", found.count > 1, let after = numberAfterGoal(found, utterance) {
            return .value(.number(after.decimal))
        }
        if let chosen = pick(found.filter { kinds.contains($0.kind) }, \.range, for: slot, utterance, isAsked, context, &taken) {
            return .value(.number(Self.scaled(chosen, slot)))
        }
        if slot.name == "capacity_new", let after = numberAfterGoal(found, utterance) { return .value(.number(after.decimal)) }
        guard isAsked else { return .nothing }
        let plain = found.filter { [.number, .count, .money, .kwh, .kw, .kva, .percent].contains($0.kind) && taken.isFree($0.range) }
        guard let first = plain.first else { return .nothing }
        taken.take(first.range)
        let decimal = slot.form == .decimal && first.kind == .percent ? Self.divided(first.decimal) : first.decimal
        if slot.form == .integer, Double(decimal).map({ $0 != $0.rounded() }) ?? true { return .flawed }
        return .value(.number(decimal))
    }

    private static func kinds(_ slot: SlotDefinition) -> Set<EntityKind> {
        switch slot.form {
        case .kwh: [.kwh]
        case .kw: slot.name == "capacity_new" ? [.kw, .kva] : [.kw]
        case .kva: [.kva, .kw]
        case .money: [.money]
        case .percent: [.percent]
        case .decimal:
            switch slot.name {
            case "price": [.money]
            case "power_factor": []
            case "current_reading": [.kwh]
            default: []
            }
        case .integer: slot.name == "households" ? [.count] : []
        default: []
        }
    }

    static func quantity(_ entity: Entity) -> Quantity? {
        guard case .number(let decimal) = entity.value else { return nil }
        return Quantity(kind: entity.kind, decimal: normal(decimal), range: entity.range)
    }

    /// Without leading zeros, as a number is written.
    private static func normal(_ decimal: String) -> String {
        let trimmed = decimal.drop { $0 == "0" }
        return trimmed.isEmpty || trimmed.hasPrefix(".") ? "0" + trimmed : String(trimmed)
    }

    private static func scaled(_ quantity: Quantity, _ slot: SlotDefinition) -> String {
        // 两台1250 is 2500 where the machines are counted before it.
        quantity.decimal
    }

    private static func divided(_ percent: String) -> String {
        guard let value = Double(percent) else { return percent }
        let text = String(value / 100)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// 从8千瓦加到20: the number after the goal word.
    private func numberAfterGoal(_ found: [Quantity], _ utterance: Utterance) -> Quantity? {
        found.last { quantity in
            let before = utterance.text.string(ofScalars: max(0, quantity.range.lowerBound - 4)..<quantity.range.lowerBound)
            return ["到", "成", "to "].contains { before.contains($0) }
        }
    }

    // MARK: People, scores, lengths, volts

    /// 五个大人两个小孩: all of them.
    private func people(_ utterance: Utterance, _ isAsked: Bool) -> Int? {
        let counts = utterance.understanding.entities.compactMap { entity -> Int? in
            guard entity.kind == .count || (isAsked && entity.kind == .number), case .number(let decimal) = entity.value,
                let value = Int(decimal)
            else { return nil }
            let range = entity.range
            let near = utterance.text.string(ofScalars: range.lowerBound..<min(utterance.text.scalars.count, range.upperBound + 8))
            let isPeople = Self.peopleWords.contains { near.contains($0) }
            return isPeople || isAsked ? value : nil
        }
        guard !counts.isEmpty else { return nil }
        let isSum = counts.count > 1 && Self.contains(utterance, ["大人", "小孩", "细路", "老人", "孩子", "adults", "children", "kids"])
        return isSum ? counts.reduce(0, +) : counts.max()
    }

    private static let peopleWords = ["人", "口", "个大人", "小孩", "细路", "people", "persons", "of us", "adults", "children", "kids", "members"]

    private func score(_ utterance: Utterance, _ isAsked: Bool) -> Reading {
        let words: [(String, Int)] = [
            ("非常不满意", 1), ("很不满意", 1), ("非常满意", 5), ("十分满意", 5), ("很满意", 5), ("好满意", 5), ("不满意", 2), ("唔满意", 2), ("差评", 1), ("满意", 4),
            ("一般", 3), ("麻麻", 3),
            ("very dissatisfied", 1), ("very unsatisfied", 1), ("very satisfied", 5), ("dissatisfied", 2), ("satisfied", 4),
            ("excellent", 5),
            ("满分", 5), ("好评", 5),
        ]
        for entity in utterance.understanding.entities where entity.kind == .number || entity.kind == .count {
            guard case .number(let decimal) = entity.value, let value = Int(decimal), (1...5).contains(value) else { continue }
            let after = utterance.text.string(
                ofScalars: entity.range.upperBound..<min(utterance.text.scalars.count, entity.range.upperBound + 4))
            if isAsked || ["分", "星", "粒", " st", " ou", "/5"].contains(where: { after.contains($0) }) { return .value(.number(decimal)) }
        }
        for pattern in ["1", "2", "3", "4", "5"]
        where Self.contains(utterance, ["\(pattern)分", "\(pattern)星", "\(pattern) star", "\(pattern) out of"]) {
            return .value(.number(pattern))
        }
        for (index, word) in ["一", "二", "三", "四", "五"].enumerated() where Self.contains(utterance, ["\(word)分", "\(word)星", "\(word)粒星"]) {
            return .value(.number(String(index + 1)))
        }
        if Self.contains(utterance, ["两星", "两分", "两粒星"]) { return .value(.number("2")) }
        if let word = words.first(where: { utterance.folded.contains($0.0) }) { return .value(.number(String(word.1))) }
        return isAsked && utterance.understanding.entities.contains { $0.kind == .number } ? .flawed : .nothing
    }

    /// How long: 四十五天, 两个月, 半年, 到三月十号; in days from the start, or in months.
    private func length(_ utterance: Utterance, inMonths: Bool, _ isAsked: Bool, _ context: Context) -> Int? {
        let start = context.filled["start"]?.text.flatMap { CalendarDay($0) } ?? context.today
        let folded = utterance.folded
        func days(_ months: Int) -> Int { Self.adding(months: months, to: start).daysSince1970 - start.daysSince1970 }
        for entity in utterance.understanding.entities {
            guard case .number(let decimal) = entity.value, let value = Int(decimal) else { continue }
            let end = entity.range.upperBound
            let written = utterance.text.string(ofScalars: entity.range)
            let after = written.suffix(4) + utterance.text.string(ofScalars: end..<min(utterance.text.scalars.count, end + 7))
            if ["个月", "個月", " month", "month"].contains(where: { after.contains($0) }) { return inMonths ? value : days(value) }
            if ["年", "year"].contains(where: { after.contains($0) }) { return inMonths ? value * 12 : days(value * 12) }
            if ["周", "星期", "礼拜", "week"].contains(where: { after.contains($0) }) { return inMonths ? nil : value * 7 }
            if ["天", "日", "day"].contains(where: { after.contains($0) }) { return inMonths ? max(1, value / 30) : value }
        }
        if folded.contains("半年") || folded.contains("half a year") { return inMonths ? 6 : days(6) }
        if folded.contains("一年") || folded.contains("a year") { return inMonths ? 12 : days(12) }
        if folded.contains("一个月") || folded.contains("a month") || folded.contains("个零月") { return inMonths ? 1 : days(1) }
        if folded.contains("半个月") || folded.contains("half a month") { return inMonths ? nil : 15 }
        if folded.contains("一个星期") || folded.contains("一周") || folded.contains("a week") || folded.contains("成个礼拜") {
            return inMonths ? nil : 7
        }
        if !inMonths, let end = Self.lastDay(utterance), end > start,
            ["到", "至", "until", "till", " to "].contains(where: { folded.contains($0) })
        {
            return end.daysSince1970 - start.daysSince1970 + 1
        }
        guard isAsked, let number = utterance.understanding.entities.first(where: { $0.kind == .number || $0.kind == .count }),
            case .number(let decimal) = number.value
        else { return nil }
        return Int(decimal)
    }

    static func lastDay(_ utterance: Utterance) -> CalendarDay? {
        for entity in utterance.understanding.entities.reversed() {
            switch entity.value {
            case .day(let day): return day
            case .days(_, let to): return to
            default: continue
            }
        }
        return nil
    }

    static func adding(months: Int, to day: CalendarDay) -> CalendarDay {
        let index = day.year * 12 + day.month - 1 + months
        let length = CalendarDay.length(ofMonth: index % 12 + 1, in: index / 12)
        return CalendarDay(year: index / 12, month: index % 12 + 1, day: min(day.day, length)) ?? day
    }

    private func volts(_ utterance: Utterance, _ isAsked: Bool) -> Reading {
        let folded = utterance.folded
        let numbers =
            utterance.understanding.entities.compactMap { entity -> (Double, Range<Int>)? in
                guard case .number(let decimal) = entity.value, let value = Double(decimal) else { return nil }
                return (value, entity.range)
            } + Self.figures(utterance)
        var readings: [Double] = []
        for (value, range) in numbers {
            let after = utterance.text.string(ofScalars: range.upperBound..<min(utterance.text.scalars.count, range.upperBound + 5))
            if after.hasPrefix("千伏") || after.hasPrefix("kv") || after.hasPrefix(" kv") {
                readings.append(value * 1000)
            } else if after.hasPrefix("伏") || after.hasPrefix("v") || after.hasPrefix(" v") || after.hasPrefix(" volt") {
                readings.append(value)
            } else if isAsked || (value >= 100 && value <= 300 && folded.contains("伏")) {
                readings.append(value)
            }
        }
        if readings.isEmpty {
            if folded.contains("低压") || folded.contains("三相") || folded.contains("low voltage") {
                return isAsked ? .value(.number("380")) : .nothing
            }
            if folded.contains("一万伏") { return .value(.number("10000")) }
            return .nothing
        }
        let far = readings.filter { $0 < 1000 }.max { abs($0 - 220) < abs($1 - 220) } ?? readings[0]
        return .value(.number(Self.plain(far)))
    }

    /// Digits that no recognizer takes because a unit of its own follows: 185V, 10kV.
    private static func figures(_ utterance: Utterance) -> [(Double, Range<Int>)] {
        var found: [(Double, Range<Int>)] = [], index = 0
        let scalars = utterance.text.scalars
        while index < scalars.count {
            guard (0x30...0x39).contains(scalars[index]) else { index += 1; continue }
            var end = index
            while end < scalars.count, (0x30...0x39).contains(scalars[end]) || scalars[end] == 0x2E { end += 1 }
            if let value = Double(utterance.text.string(ofScalars: index..<end)), end - index <= 6 { found.append((value, index..<end)) }
            index = end
        }
        return found
    }

    static func plain(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }

    /// 峰80平200谷150, or shares of the kWh that are known.
    private func split(_ utterance: Utterance, _ isAsked: Bool, _ context: Context) -> Reading {
        let names: [(String, [String])] = [
            ("critical", ["尖峰", "尖", "critical"]), ("peak", ["峰", "peak"]), ("flat", ["平", "flat", "shoulder"]),
            ("valley", ["谷", "夜", "valley", "off-peak", "night"]),
        ]
        var parts: [String: String] = [:]
        for entity in utterance.understanding.entities {
            guard let quantity = Self.quantity(entity) else { continue }
            let start = max(0, quantity.range.lowerBound - 8)
            let before = utterance.text.string(ofScalars: start..<quantity.range.lowerBound)
            let clause = before.reversed().prefix { !",。;、0123456789".contains($0) }
            guard let name = names.first(where: { $0.1.contains { String(clause.reversed()).contains($0) } }) else { continue }
            if entity.kind == .percent {
                guard let whole = context.filled["kwh"]?.number else { continue }
                parts[name.0] = Self.plain(whole * quantity.value / 100)
            } else {
                parts[name.0] = quantity.decimal
            }
        }
        return parts.isEmpty ? .nothing : .value(.parts(parts))
    }
}
