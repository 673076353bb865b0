internal import JSONText
internal import PowerDomain

extension OrderText {
    /// Reads what `bytes` wrote; what cannot be read is damaged.
    static func order(_ bytes: [UInt8]) throws(StoreFailure) -> WorkOrder {
        do {
            guard let object = try JSONReader.read(bytes[...], maximumDepth: 512).value.object else { throw StoreFailure.damaged }
            return try order(RecordFields(object, limit: nil))
        } catch {
            throw .damaged
        }
    }

    private static func order(_ fields: RecordFields) throws -> WorkOrder {
        guard let id = OrderNumber(try fields.text("id")) else { throw StoreFailure.damaged }
        var kept = KeptOrder(
            id, kind: try fields.text("kind"), state: try fields.choice("state", OrderState.self),
            office: try fields.choice("office", Office.self), priority: try fields.choice("priority", Priority.self),
            created: Moment(seconds: try fields.int("created")))
        kept.escalateTo = fields.has("escalate_to") ? try fields.choice("escalate_to", Office.self) : nil
        kept.due = try fields.optionalInt("due").map(Moment.init)
        kept.lateAfter = try fields.optionalInt("late_after").map(Moment.init)
        if case .record(let slots)? = fields.object["slots"].flatMap(value) { kept.slots = slots }
        kept.customer = fields.has("customer") ? try fields.account("customer") : nil
        kept.session = try fields.optionalText("session")
        kept.phone = try fields.optionalText("phone")
        kept.report = try fields.record("report").map(report)
        kept.assignee = try fields.optionalText("assignee")
        kept.holderCheck = try fields.optionalText("holder_check").flatMap(HolderCheck.init)
        kept.history = try fields.records("history").map(event)
        kept.promise = try fields.record("promise").map(promise)
        kept.members = try fields.texts("members").compactMap { OrderNumber($0) }
        kept.mergedInto = try fields.optionalText("merged_into").flatMap { OrderNumber($0) }
        kept.linkedTo = try fields.optionalText("linked_to").flatMap { OrderNumber($0) }
        kept.urges = try fields.optionalInt("urges") ?? 0
        kept.rating = try fields.record("rating").flatMap {
            Rating(score: try $0.int("score"), comment: try $0.optionalText("comment"), at: Moment(seconds: try $0.int("at")))
        }
        return WorkOrder(kept: kept)
    }

    private static func report(_ fields: RecordFields) throws -> FaultReport {
        let place = IncidentPlace(
            area: try fields.text("area"), building: try fields.optionalText("building"), home: try fields.optionalText("home"))
        return FaultReport(
            try fields.choice("scope", OutageScope.self), at: place, severity: try fields.choice("severity", Priority.self))
    }

    private static func event(_ fields: RecordFields) throws -> OrderEvent {
        guard let by = Actor(try fields.text("by")),
            let kind = OrderEvent.Kind(word: try fields.text("event"), subject: try fields.optionalText("subject"))
        else { throw StoreFailure.damaged }
        let handOver = try fields.record("hand_over").map { record in
            HandOver(
                to: try record.choice("to", Office.self), why: try record.optionalText("why") ?? "",
                known: try record.optionalText("known") ?? "", by: try record.optionalInt("by").map(Moment.init))
        }
        return OrderEvent(
            at: Moment(seconds: try fields.int("at")), by: by, kind: kind, note: try fields.optionalText("note"), handOver: handOver)
    }

    private static func promise(_ fields: RecordFields) throws -> Promise {
        let seconds = try fields.optionalInt("seconds")
        let limit = try seconds.map(ServiceClock.Limit.elapsed) ?? .workingDays(try fields.int("working_days"))
        return Promise(limit, metBy: try fields.choice("met_by", OrderState.self))
    }

    /// Nil for `null`, which no slot has.
    private static func value(_ value: JSONValue) -> OrderValue? {
        switch value {
        case .null: nil
        case .bool(let flag): .flag(flag)
        case .number(let number): .number(number.literal)
        case .string(let text): .text(text)
        case .array(let values): .list(values.compactMap(Self.value))
        case .object(let object):
            .record(object.members.compactMap { member in Self.value(member.value).map { OrderSlot(member.key, $0) } })
        }
    }
}
