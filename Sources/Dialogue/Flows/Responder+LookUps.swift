internal import LanguageUnderstanding
internal import PowerDomain

// Look-ups: bills and consumption of a verified account, the state of an order, a place without power.

extension Responder {
    func lookUp(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard let flow = state.flow else { return }
        if definition.id.hasSuffix(".progress") || definition.id == "connection.cancel_application" {
            orderState(definition, flow, &turn, &state)
            return
        }
        if definition.id == "outage.current_query" { currentOutage(definition, flow, &turn, &state); return }
        guard let account = flow.slots["account_no"]?.text, state.verification?.account == account else {
            answered(definition, &turn, &state)
            return
        }
        switch definition.id {
        case "bill.query_amount", "bill.history_query", "payment.history": bills(definition, flow, account, &turn, &state)
        case "bill.balance_query": balance(flow, account, &turn, &state)
        case "bill.usage_query": usage(flow, account, &turn, &state)
        default: answered(definition, &turn, &state)
        }
    }

    private func end(_ flow: FlowState, _ turn: inout GuidedTurn, _ state: inout DialogueState, isFound: Bool = true) {
        state.flow = nil
        if isFound, let done = flows.flows[flow.flow]?.done { turn.say(render(done, &turn)) }
        finish(flow, .answered, &turn)
    }

    private func unavailable(_ flow: FlowState, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        // 现在查不到，不代表没有欠费.
        turn.say(flows.text(.unavailable, turn.language))
        end(flow, &turn, &state, isFound: false)
    }

    private func bills(_ definition: Flow, _ flow: FlowState, _ account: String, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        let today = turn.moment.day
        let year = SlotReader.month(SlotReader.adding(months: -11, to: today)), now = SlotReader.month(today)
        var from = year, to = now
        switch flow.slots["month"] ?? flow.slots["date_range"] {
        case .text(let month)?: (from, to) = (month, month)
        case .range(let first, let last)?: (from, to) = (String(first.prefix(7)), String(last.prefix(7)))
        default: break
        }
        guard case .bills(var found) = turn.desk.perform(.bills(account: account, from: from, to: to)) else {
            unavailable(flow, &turn, &state)
            return
        }
        if definition.id == "bill.query_amount", flow.slots["month"] == nil { found = Array(found.prefix(1)) }
        if found.isEmpty { turn.say(flows.text(.noBill, turn.language, ["month": from == to ? from : "\(from) – \(to)"])) }
        for bill in found.prefix(12) {
            turn.say(billLine(bill, turn.language))
            if found.count == 1 {
                turn.answer.amounts = [
                    NamedAmount(label: "total", value: bill.amount, unit: "CNY"),
                    NamedAmount(label: "energy", value: bill.kwh, unit: "kWh"),
                ]
            } else {
                turn.answer.amounts.append(NamedAmount(label: bill.period, value: bill.amount, unit: "CNY"))
            }
        }
        end(flow, &turn, &state)
    }

    private func billLine(_ bill: BillFact, _ language: Language) -> String {
        let state =
            bill.paid == nil ? flows.text(.billOpen, language, ["due": bill.due?.description ?? "—"]) : flows.text(.billPaid, language)
        return flows.text(.bill, language, ["month": bill.period, "kwh": bill.kwh, "amount": bill.amount, "state": state])
    }

    private func balance(_ flow: FlowState, _ account: String, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        let today = turn.moment.day
        let from = SlotReader.month(SlotReader.adding(months: -11, to: today))
        guard case .bills(let found) = turn.desk.perform(.bills(account: account, from: from, to: SlotReader.month(today))) else {
            unavailable(flow, &turn, &state)
            return
        }
        let open = found.filter { $0.paid == nil }
        let cents = open.reduce(0) { $0 + Int(((Double($1.amount) ?? 0) * 100).rounded()) }
        let total = cents % 100 == 0 ? String(cents / 100) : String(cents / 100) + "." + (cents % 100 < 10 ? "0" : "") + String(cents % 100)
        // What is owed by the bills; a prepaid balance is another register's.
        if open.isEmpty { turn.say(flows.text(.balanceClear, turn.language)) }
        for bill in open.prefix(6) { turn.say(billLine(bill, turn.language)) }
        turn.answer.amounts = [NamedAmount(label: "owed", value: total, unit: "CNY")]
        end(flow, &turn, &state)
    }

    private func usage(_ flow: FlowState, _ account: String, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        let today = turn.moment.day
        var from = today.adding(days: -30), to = today
        if case .range(let first, let last)? = flow.slots["date_range"] {
            (from, to) = (CalendarDay(first) ?? from, CalendarDay(last) ?? to)
        }
        guard case .usage(let found) = turn.desk.perform(.usage(account: account, from: from, to: to)) else {
            unavailable(flow, &turn, &state)
            return
        }
        let total = SlotReader.plain((found.reduce(0) { $0 + (Double($1.kwh) ?? 0) } * 100).rounded() / 100)
        turn.say(
            found.isEmpty
                ? flows.text(.noBill, turn.language, ["month": "\(from) – \(to)"])
                : flows.text(.usageTotal, turn.language, ["from": from.description, "to": to.description, "kwh": total]))
        turn.answer.amounts = found.isEmpty ? [] : [NamedAmount(label: "energy", value: total, unit: "kWh")]
        end(flow, &turn, &state)
    }

    // MARK: Orders

    private func orderState(_ definition: Flow, _ flow: FlowState, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        var found: [OrderReceipt] = [], isReachable = true
        if let id = flow.slots["order_no"]?.text {
            switch turn.desk.perform(.order(id: id)) {
            case .order(let order): found = order.map { [$0] } ?? []
            default: isReachable = false
            }
        } else if let phone = flow.slots["phone"]?.text {
            switch turn.desk.perform(.orders(phone: phone)) {
            case .orders(let orders): found = orders
            default: isReachable = false
            }
        }
        guard isReachable else {
            turn.say(flows.text(.unavailableOrders, turn.language))
            end(flow, &turn, &state, isFound: false)
            return
        }
        guard let order = found.first else {
            turn.say(flows.text(.orderUnknown, turn.language))
            end(flow, &turn, &state, isFound: false)
            return
        }
        sayState(order, &turn)
        if turn.understanding.signals.contains("anger") || Self.urges(turn.utterance) { urge(order, &turn) }
        end(flow, &turn, &state)
    }

    static func urges(_ utterance: Utterance) -> Bool {
        SlotReader.contains(utterance, ["催", "快点", "快啲", "还没来", "还没人", "仲未", "未嚟", "没人来", "hurry", "still waiting", "nobody came", "urge"])
    }

    private func sayState(_ order: OrderReceipt, _ turn: inout GuidedTurn) {
        let language = turn.language
        let key = FlowWords(rawValue: "order_state_\(order.state)") ?? .stateCreated
        var values = ["order": order.id, "state": flows.text(key, language)]
        values["due"] = order.due.map { Self.clock($0, language) }
        turn.say(flows.text(order.due == nil ? .orderStatusNoLimit : .orderStatus, language, values))
        turn.answer.orders.append(order)
    }

    private func urge(_ order: OrderReceipt, _ turn: inout GuidedTurn) {
        guard case .order(let urged?) = turn.desk.perform(.urge(id: order.id)) else { return }
        turn.answer.orders.removeAll { $0.id == order.id }
        turn.answer.orders.append(urged)
        let office: FlowWords = urged.office == .front ? .officeFront : urged.office == .middle ? .officeMiddle : .officeBack
        let state = flows.text(FlowWords(rawValue: "order_state_\(urged.state)") ?? .stateCreated, turn.language)
        turn.say(
            flows.text(
                urged.urges > 1 ? .urgedAgain : .orderUrged, turn.language, ["office": flows.text(office, turn.language), "state": state]))
    }

    // MARK: Outages

    /// A place without a known outage turns into a report in the same reply.
    private func currentOutage(_ definition: Flow, _ flow: FlowState, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard flows.flows["outage.report"] != nil else { answered(definition, &turn, &state); return }
        finish(flow, .answered, &turn)
        state.flow = nil
        turn.say(flows.text(.unavailableOutage, turn.language))
        var report = FlowState(flow: "outage.report")
        if let address = flow.slots["address"] { report.fill("address", address) }
        for (slot, value) in state.known where slot == "phone" { report.fill(slot, value) }
        report.notes = flow.notes
        state.flow = report
        state.flowsBegun += 1
        if let definition = flows.flows["outage.report"] { step(definition, &turn, &state) }
    }
}
