package import PowerDomain

/// A limit of the business that a flow keeps, as code; its figure and how sure it is stand in `models/tariffs`.
package enum BusinessRule: String, CaseIterable, Hashable, Sendable {
    /// 供电营业规则: a suspension lasts at least 15 days.
    case suspendAtLeast = "suspend_at_least_15_days"
    /// … and at most six months in a year.
    case suspendAtMost = "suspend_at_most_6_months_a_year"
    /// 居民用户家用电器损坏处理办法 (1996): claims within seven days; a later one goes to the back office.
    case claimWithin = "claim_within_7_days_else_specialist"
    /// 一户多人口: five people in Guangdong, six in Yunnan.
    case largeHousehold = "household_size_minimum"
    /// Temporary supply lasts at most three years.
    case temporaryAtMost = "temporary_at_most_3_years"
    /// What a rule says of the values of a flow.
    package enum Verdict: Hashable, Sendable {
        case fine
        /// Told before the confirmation: wording key and its figures.
        case tell(key: String, values: [String: String])
        /// The order is taken and flagged.
        case doubtful(key: String, values: [String: String])
        /// Not eligible; only where the figure's confidence is high.
        case rejected(key: String, values: [String: String])
    }

    package func verdict(_ slots: [String: SlotValue], region: Region?, today: CalendarDay, figures: FigureBook) -> Verdict {
        switch self {
        case .suspendAtLeast:
            guard slots["action"]?.text != "resume", let days = slots["days"]?.number else { return .fine }
            return limit("national.suspension.min_days", days, isLeast: true, today, figures)
        case .suspendAtMost:
            guard slots["action"]?.text != "resume", let days = slots["days"]?.number else { return .fine }
            return limit("national.suspension.max_months", days / 31, isLeast: false, today, figures)
        case .claimWithin:
            guard let day = slots["damage_date"]?.text.flatMap({ CalendarDay($0) }) else { return .fine }
            return limit(
                "national.appliance_damage.claim_days", Double(today.daysSince1970 - day.daysSince1970), isLeast: false, today, figures)
        case .largeHousehold:
            guard let people = slots["household_size"]?.number, let region else { return .fine }
            let place = [.guangzhou, .shenzhen].contains(region) ? Region.guangdong : region
            return limit("\(place.rawValue).multi_person.min_people", people, isLeast: true, today, figures)
        case .temporaryAtMost:
            guard let start = slots["start"]?.text.flatMap({ CalendarDay($0) }), let end = slots["end"]?.text.flatMap({ CalendarDay($0) })
            else { return .fine }
            return end.daysSince1970 - start.daysSince1970 > 3 * 366 ? .doubtful(key: rawValue, values: [:]) : .fine
        }
    }

    private func limit(_ reference: String, _ value: Double, isLeast: Bool, _ today: CalendarDay, _ figures: FigureBook) -> Verdict {
        guard let figure = figures.figure(reference, on: today), let bound = Double(figure.value.text(in: .zhHans)) else { return .fine }
        guard isLeast ? value < bound : value > bound else { return .fine }
        let values = ["limit": figure.value.text(in: .zhHans), "document": figure.source.document]
        return figure.source.confidence == .high ? .rejected(key: rawValue, values: values) : .doubtful(key: rawValue, values: values)
    }
}

/// When an optional slot is asked: the conditions of `slots.json` as code, by flow and slot.
enum AskConditions {
    static func holds(_ slot: String, in flow: String, _ slots: [String: SlotValue], region: Region?) -> Bool {
        switch (flow, slot) {
        case ("bill.ebill_subscribe", "phone"): slots["channel"]?.text == "sms"
        case ("bill.ebill_subscribe", "email"): slots["channel"]?.text == "email"
        case ("bill.calc_estimate", "ytd_kwh"):
            [.guangxi, .guizhou, .yunnan].contains(slots["region"]?.text.flatMap(Region.init(rawValue:)) ?? region)
        case ("connection.new_small_business", "uscc"): slots["name"]?.text.map(isCompany) ?? false
        case ("payment.invoice", "tax_no"): slots["title"]?.text.map(isCompany) ?? false
        case ("outage.report", "symptom"): slots["scope"]?.text == "single"
        case ("vas.ev_service", "location"): slots["order_no"] == nil
        default: true
        }
    }

    /// Whether a name is a company's.
    static func isCompany(_ name: String) -> Bool {
        let ends = [
            "公司", "厂", "廠", "店", "行", "所", "院", "社", "中心", "集团", "集團", "学校", "學校", "医院", "銀行", "餐厅", "商行", "超市", "部", "局", "会", "會", "企业",
            "合作社", "基地", "园",
        ]
        if ends.contains(where: { name.hasSuffix($0) }) || name.contains("公司") || name.contains("厂") { return true }
        let words = [
            "ltd", "limited", "inc", "company", "co.", "corp", "foods", "trading", "logistics", "group", "hospital", "school", "park",
            "factory", "shop", "store",
        ]
        let lower = name.lowercased()
        return words.contains { lower.contains($0) }
    }

    /// Those that come before all required ones: how far an outage reaches decides what is asked next.
    static func isFirst(_ slot: String, in flow: String) -> Bool { flow == "outage.report" && slot == "scope" }
}
