internal import JSONText
package import PowerDomain

extension BusinessLine {
    /// A record as a line without its end; fields always come in the same order, what is not known is left out.
    package static func text(_ record: BusinessRecord) -> String {
        var writer = JSONWriter(capacity: 256)
        writer.beginObject()
        writer.field("kind", record.kind.rawValue)
        switch record {
        case .account(let account): write(account, &writer)
        case .bill(let bill):
            writer.field("account_no", bill.account.digits)
            writer.field("period", bill.period.description)
            writer.number("kwh", bill.energy.description)
            writer.number("amount", bill.amount.description)
            writer.field("due", bill.due.description)
            writer.key("paid")
            if let paid = bill.paid { writer.value(paid.description) } else { writer.null() }
        case .usage(let usage):
            writer.field("account_no", usage.account.digits)
            writer.field("date", usage.day.description)
            writer.number("kwh", usage.energy.description)
        case .outage(let notice): write(notice, &writer)
        case .hall(let hall):
            for (name, text) in [("city", hall.city), ("district", hall.district), ("name", hall.name), ("address", hall.address)] {
                writer.field(name, text)
            }
            writer.field("hours", hall.hours)
            writer.field("phone", hall.phone)
        case .staff(let member): write(member, &writer)
        case .product(let product): write(product, &writer)
        case .holiday(let holiday):
            writer.field("date", holiday.day.description)
            writer.key("work")
            writer.value(holiday.isWorked)
            writer.flag("provisional", holiday.isProvisional)
        case .commitment(let commitment): write(commitment, &writer)
        }
        writer.endObject()
        return writer.text
    }

    private static func write(_ account: AccountRecord, _ writer: inout JSONWriter) {
        writer.field("account_no", account.number.digits)
        writer.field("region", account.region.rawValue)
        writer.field("name", account.name)
        writer.field("phone", account.phone)
        writer.field("id_no", account.identityNumber)
        writer.field("address", account.address)
        writer.field("category", account.category)
        writer.field("meter_no", account.meterNumber)
    }

    private static func write(_ notice: OutageNotice, _ writer: inout JSONWriter) {
        if notice.areas.count == 1 { writer.field("area", notice.areas[0]) } else { writer.list("areas", notice.areas) }
        writer.field("region", notice.region.rawValue)
        writer.key("planned")
        writer.value(notice.isPlanned)
        writer.field("from", notice.from.description)
        writer.field("to", notice.to?.description)
        if !notice.reason.isEmpty { writer.field("reason", notice.reason) }
    }

    private static func write(_ member: StaffMember, _ writer: inout JSONWriter) {
        writer.field("id", member.id)
        writer.field("name", member.name)
        writer.field("office", member.office.rawValue)
        writer.list("skills", member.skills)
        writer.number("capacity", String(member.capacity))
        guard !member.duty.isEmpty else { return }
        writer.key("duty")
        writer.beginArray()
        for hours in member.duty {
            writer.beginObject()
            writer.field("days", hours.days.rawValue)
            writer.number("from", String(hours.minutes.lowerBound))
            writer.number("to", String(hours.minutes.upperBound))
            writer.endObject()
        }
        writer.endArray()
    }

    private static func write(_ product: ProductRecord, _ writer: inout JSONWriter) {
        writer.field("code", product.code)
        writer.field("line", product.line)
        writer.key("name")
        writer.beginObject()
        for language in Language.allCases { writer.field(language.rawValue, product.name[language]) }
        writer.endObject()
        writer.list("segments", product.segments)
        writer.list("regions", product.regions.map(\.rawValue))
        writer.number("price", product.price?.description)
        writer.field("unit", product.unit)
        writer.field("eligibility", product.eligibility)
        writer.list("requires", product.requires)
        writer.number("sla_days", product.serviceDays.map(String.init))
        writer.field("valid_from", product.validFrom.description)
    }

    private static func write(_ commitment: ServiceCommitment, _ writer: inout JSONWriter) {
        writer.field("order_kind", commitment.kind)
        switch commitment.limit {
        case .arrival(let minutes):
            writer.key("arrival_minutes")
            writer.beginObject()
            for area in ServiceArea.allCases { writer.number(area.rawValue, minutes[area].map(String.init)) }
            writer.endObject()
        case .hours(let hours): writer.number("hours", String(hours))
        case .workingDays(let days, let longer):
            writer.number("days", String(days))
            writer.number("with_external_line", longer.map(String.init))
        }
        writer.field("what", commitment.what)
        writer.field("met_by", commitment.metBy.rawValue)
        writer.field("priority", commitment.priority?.rawValue)
        writer.flag("withdrawn_in_storm", commitment.isWithdrawnInStorm)
        writer.field("source", commitment.source)
        writer.field("confidence", commitment.confidence.rawValue)
    }
}

extension JSONWriter {
    /// A text member, left out where there is none.
    mutating func field(_ name: String, _ text: String?) {
        guard let text else { return }
        key(name)
        value(text)
    }

    /// A number member by its literal, left out where there is none.
    mutating func number(_ name: String, _ literal: String?) {
        guard let literal else { return }
        key(name)
        value(raw: literal)
    }

    /// A member that is true, left out where it is not.
    mutating func flag(_ name: String, _ isTrue: Bool) {
        guard isTrue else { return }
        key(name)
        value(true)
    }

    /// A list of texts.
    mutating func list(_ name: String, _ texts: [String]) {
        key(name)
        beginArray()
        for text in texts { value(text) }
        endArray()
    }
}
