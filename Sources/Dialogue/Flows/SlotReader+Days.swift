internal import LanguageUnderstanding
internal import PowerDomain
internal import TextAnalysis

// Days, months and hours: absolute, reckoned from the day of the turn.

extension SlotReader {
    func day(
        _ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool, _ context: Context, _ taken: inout Taken
    ) -> Reading {
        if slot.form == .time { return hour(slot, utterance, isAsked) }
        if slot.name == "time", slot.form == .dateRange,
            Self.contains(utterance, ["一直", "长期", "24小时", "二十四小时", "廿四小时", "always", "all the time", "每天", "日日"])
        {
            return .value(.text("always"))
        }
        let isFuture = slot.check == "date_future"
        let found = utterance.understanding.entities.filter { [.date, .month, .dateRange].contains($0.kind) }
        guard let entity = pick(found, \.range, for: slot, utterance, isAsked, context, &taken) else {
            return implied(slot, utterance, isAsked, context)
        }
        let written = utterance.text.string(ofScalars: entity.range)
        switch slot.form {
        case .month: return month(slot, entity)
        case .monthRange:
            switch entity.value {
            case .days(let from, let to): return .value(.range(from: Self.month(from), to: Self.month(to)))
            case .month(let month): return .value(.range(from: month, to: month))
            case .day(let day): return .value(.range(from: Self.month(day), to: Self.month(day)))
            default: return .nothing
            }
        case .dateRange:
            switch entity.value {
            case .days(let from, let to):
                return .value(
                    .range(
                        from: Self.lifted(from, isFuture, written, context).description,
                        to: Self.lifted(to, isFuture, written, context).description))
            case .day(let day):
                let day = Self.lifted(day, isFuture, written, context).description
                return .value(.range(from: day, to: day))
            case .month(let month):
                guard let first = CalendarDay(month + "-01") else { return .nothing }
                let last = first.adding(days: CalendarDay.length(ofMonth: first.month, in: first.year) - 1)
                let end = isFuture ? last : min(last, context.today)
                return .value(.range(from: first.description, to: end.description))
            default: return .nothing
            }
        default:
            guard let day = single(entity, slot, isFuture, written, context) else { return .nothing }
            guard slot.form == .datetime else { return .value(.text(day.description)) }
            return .value(.text(Self.withHour(day, utterance)))
        }
    }

    private func single(_ entity: Entity, _ slot: SlotDefinition, _ isFuture: Bool, _ written: String, _ context: Context) -> CalendarDay? {
        switch entity.value {
        case .day(let day): return Self.lifted(day, isFuture, written, context)
        case .days(let from, let to): return slot.name == "end" ? to : Self.lifted(from, isFuture, written, context)
        case .month(let month):
            guard let first = CalendarDay(month + "-01") else { return nil }
            if isFuture, month < String(context.today.description.prefix(7)) {
                return CalendarDay(year: first.year + 1, month: first.month, day: 1)
            }
            return first
        default: return nil
        }
    }

    private func month(_ slot: SlotDefinition, _ entity: Entity) -> Reading {
        switch entity.value {
        case .month(let month): .value(.text(month))
        case .day(let day): .value(.text(Self.month(day)))
        case .days(let from, let to):
            Self.month(from) == Self.month(to)
                ? .value(.text(Self.month(from))) : .value(.range(from: Self.month(from), to: Self.month(to)))
        default: .nothing
        }
    }

    static func month(_ day: CalendarDay) -> String { String(day.description.prefix(7)) }

    /// A day without a year that would lie behind is the next one, where the slot looks ahead.
    private static func lifted(_ day: CalendarDay, _ isFuture: Bool, _ written: String, _ context: Context) -> CalendarDay {
        guard isFuture, day < context.today else { return day }
        let hasYear = written.contains("年") || written.contains("202") || written.contains("203")
        if hasYear { return day }
        let namesMonth = written.contains("月") || written.contains { ("a"..."z").contains($0) }
        if namesMonth { return CalendarDay(year: day.year + 1, month: day.month, day: day.day) ?? day }
        return SlotReader.adding(months: day.month == context.today.month ? 1 : 1, to: day)
    }

    /// What no recognizer gives: month ends, seasons, just now, a bare number of a month.
    private func implied(_ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool, _ context: Context) -> Reading {
        let today = context.today, folded = utterance.folded
        switch slot.form {
        case .month:
            if slot.name == "month", context.flow.id == "bill.calc_estimate" {
                let season: [(String, Int)] = [("夏", 5), ("冬", 11), ("summer", 5), ("winter", 11)]
                if let found = season.first(where: { folded.contains($0.0) }) {
                    return .value(.text("\(today.year)-\(found.1 < 10 ? "0" : "")\(found.1)"))
                }
            }
            guard isAsked, let number = utterance.understanding.entities.first(where: { $0.kind == .number }),
                case .number(let text) = number.value, let month = Int(text), (1...12).contains(month), utterance.core.count <= 4
            else { return .nothing }
            let year = month <= today.month ? today.year : today.year - 1
            return .value(.text("\(year)-\(month < 10 ? "0" : "")\(month)"))
        case .datetime:
            let recent = ["刚刚", "刚才", "刚交", "头先", "啱啱", "just now", "just paid", "an hour ago", "a minute ago", "一个小时前"]
            if let word = recent.first(where: { folded.contains($0) }) {
                let isHour = word.contains("hour") || word.contains("小时")
                let moment = context.moment.adding(minutes: isHour ? -60 : 0)
                return .value(.text("\(moment.day)T\(moment.clock)"))
            }
            if let time = utterance.understanding.entities.first(where: { $0.kind == .time }), isAsked || folded.contains("今") {
                if case .text(let hour) = time.value { return .value(.text("\(today)T\(hour)")) }
            }
            return .nothing
        case .date:
            if ["月底", "end of the month", "end of this month"].contains(where: { folded.contains($0) }) {
                let last = CalendarDay.length(ofMonth: today.month, in: today.year)
                return CalendarDay(year: today.year, month: today.month, day: last).map { .value(.text($0.description)) } ?? .nothing
            }
            if ["年底", "end of the year"].contains(where: { folded.contains($0) }) { return .value(.text("\(today.year)-12-31")) }
            if slot.name == "end", let start = context.filled["start"]?.text.flatMap({ CalendarDay($0) }) {
                return end(from: start, utterance, isAsked)
            }
            if isAsked || ["马上", "即刻", "立即", "asap"].contains(where: { folded.contains($0) }),
                ["马上", "即刻", "立即", "尽快", "越快越好", "asap", "right away", "as soon as", "immediately"].contains(where: { folded.contains($0) }
                ),
                slot.check == "date_future"
            {
                return .value(.text(today.description))
            }
            return isAsked && utterance.understanding.entities.contains { $0.kind == .number || $0.kind == .count } ? .flawed : .nothing
        default: return .nothing
        }
    }

    /// An end by length: 半年, 三天, three days.
    private func end(from start: CalendarDay, _ utterance: Utterance, _ isAsked: Bool) -> Reading {
        var number = 1
        for entity in utterance.understanding.entities {
            if case .number(let text) = entity.value, let value = Int(text) { number = value }
        }
        let folded = utterance.folded
        func value(_ day: CalendarDay) -> Reading { .value(.text(day.description)) }
        if folded.contains("半年") || folded.contains("half a year") { return value(Self.adding(months: 6, to: start).adding(days: -1)) }
        if folded.contains("个月") || folded.contains("month") { return value(Self.adding(months: number, to: start).adding(days: -1)) }
        if folded.contains("年") || folded.contains("year") { return value(Self.adding(months: 12 * number, to: start).adding(days: -1)) }
        if folded.contains("周") || folded.contains("星期") || folded.contains("week") { return value(start.adding(days: 7 * number - 1)) }
        if folded.contains("天") || folded.contains("日") || folded.contains("day") { return value(start.adding(days: number - 1)) }
        return .nothing
    }

    private static func withHour(_ day: CalendarDay, _ utterance: Utterance) -> String {
        for entity in utterance.understanding.entities where entity.kind == .time {
            if case .text(let hour) = entity.value { return "\(day)T\(hour)" }
        }
        return day.description
    }

    private func hour(_ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool) -> Reading {
        for entity in utterance.understanding.entities where entity.kind == .time {
            if case .text(let hour) = entity.value { return .value(.text(hour)) }
        }
        let parts: [(String, [String])] = [
            ("morning", ["上午", "早上", "朝早", "上昼", "早晨", "morning"]), ("noon", ["中午", "晏昼", "noon", "lunch"]),
            ("afternoon", ["下午", "下昼", "afternoon"]), ("evening", ["晚上", "夜晚", "傍晚", "evening", "at night"]),
        ]
        if let part = parts.first(where: { $0.1.contains { utterance.folded.contains($0) } }) { return .value(.text(part.0)) }
        guard isAsked, let number = utterance.understanding.entities.first(where: { $0.kind == .number }),
            case .number(let text) = number.value, let value = Int(text), (0...23).contains(value), utterance.core.count <= 3
        else { return .nothing }
        return .value(.text("\(value < 10 ? "0" : "")\(value):00"))
    }
}
