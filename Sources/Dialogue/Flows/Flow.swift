package import PowerDomain

/// A guided conversation: what must be known, what is asked besides, what is performed at the end.
package struct Flow: Hashable, Sendable {
    /// What is performed when everything is known.
    package enum Service: String, CaseIterable, Hashable, Sendable {
        case createOrder = "order.create", lead, handOff = "handoff", lookUp = "lookup", calculate = "tariff.calculate"
        case rate = "order.rate", language = "language.set", answer
        case recognize = "document.recognize", catalogue = "catalogue.search", payment = "payment.code"

        /// Whether an order comes of it, so that the values are read back first.
        package var opensOrder: Bool { self == .createOrder || self == .lead || self == .rate }
    }

    package let id: String
    /// Required, in the order of asking; of a group any member will do.
    package let required: [[String]]
    /// Taken when offered.
    package let optional: [[String]]
    /// Those of the optional that are asked once, by their first member.
    package let askOptional: [String]
    package let service: Service
    /// Head of the read-back, where it is not the shared one.
    package let confirm: Wording?
    /// What happens next.
    package let done: Wording?
    package let rules: [String]
    /// Who carries it, in hand-off order.
    package let offices: [OrderReceipt.Office]

    package init(
        id: String, required: [[String]], optional: [[String]] = [], askOptional: [String] = [], service: Service,
        confirm: Wording? = nil, done: Wording? = nil, rules: [String] = [], offices: [OrderReceipt.Office] = [.front]
    ) {
        self.id = id
        self.required = required
        self.optional = optional
        self.askOptional = askOptional
        self.service = service
        self.confirm = confirm
        self.done = done
        self.rules = rules
        self.offices = offices
    }

    /// Every slot that it may hold, required ones first.
    package var slots: [String] { required.flatMap(\.self) + optional.flatMap(\.self) }

    /// The group that `slot` belongs to.
    package func group(of slot: String) -> [String] {
        (required + optional).first { $0.contains(slot) } ?? [slot]
    }

    package func isRequired(_ slot: String) -> Bool { required.contains { $0.contains(slot) } }
}

/// One slot: how its value looks, how it is asked for and named.
package struct SlotDefinition: Hashable, Sendable {
    /// The forms of `slots.json`.
    package enum Form: String, CaseIterable, Hashable, Sendable {
        case account = "account_no", phone, email, identityNumber = "id_no", identity, creditCode = "uscc", bankCard = "bank_card"
        case address, person, company, personOrCompany = "person_or_company", text, choice, choices = "choice_list", yesNo = "yes_no"
        case integer, decimal, rating, kwh, kw, kva, volt, money, percent, days, paper, picture
        case date, datetime, dateRange = "date_range", month, monthRange = "month_range", time, timeRange = "time_range"
        case region, city, district, language, orderNumber = "order_no", bank

        /// Whether a bare number is an answer.
        package var takesNumber: Bool {
            switch self {
            case .integer, .decimal, .rating, .kwh, .kw, .kva, .volt, .money, .percent, .days, .month, .time, .date: true
            default: false
            }
        }
    }

    package struct Choice: Hashable, Sendable {
        package let code: String
        package let title: Wording
        /// Words that mean it.
        package let words: [String]

        package init(code: String, title: Wording, words: [String]) {
            self.code = code
            self.title = title
            self.words = words
        }
    }

    package var name: String
    package var title: Wording
    package var form: Form
    package var check: String?
    package var isPersonal: Bool
    package var ask: Wording
    package var hint: Wording
    package var unknown: Wording?
    package var choices: [Choice]

    package init(
        name: String, title: Wording, form: Form, check: String? = nil, isPersonal: Bool = false, ask: Wording, hint: Wording,
        unknown: Wording? = nil, choices: [Choice] = []
    ) {
        self.name = name
        self.title = title
        self.form = form
        self.check = check
        self.isPersonal = isPersonal
        self.ask = ask
        self.hint = hint
        self.unknown = unknown
        self.choices = choices
    }

    package func choice(_ code: String) -> Choice? { choices.first { $0.code == code } }
}

/// All flows, the slots as each flow has them, and the wording that flows share.
package struct FlowBook: Sendable {
    package let flows: [String: Flow]
    private let slots: [String: SlotDefinition]
    /// What differs in one flow, by `flow/slot`.
    private let own: [String: SlotDefinition]
    package let words: [FlowWords: Wording]
    /// Wording of business rules by key: `large_household_reason`.
    package let ruleWords: [String: Wording]
    package let prefixes: [(prefix: String, region: Region)]

    package init(
        flows: [String: Flow], slots: [String: SlotDefinition], own: [String: SlotDefinition] = [:], words: [FlowWords: Wording],
        ruleWords: [String: Wording] = [:], prefixes: [(prefix: String, region: Region)] = []
    ) {
        self.flows = flows
        self.slots = slots
        self.own = own
        self.words = words
        self.ruleWords = ruleWords
        self.prefixes = prefixes
    }

    package static let empty = FlowBook(flows: [:], slots: [:], words: [:])

    package func slot(_ name: String, in flow: String) -> SlotDefinition? { own["\(flow)/\(name)"] ?? slots[name] }

    package func text(_ key: FlowWords, _ language: Language, _ values: [String: String] = [:]) -> String {
        values.reduce(words[key]?.text(in: language) ?? "") { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}

/// Wording that flows share, by what it is for.
package enum FlowWords: String, CaseIterable, Hashable, Sendable {
    case confirmHead = "flow_confirm_head", confirmAsk = "flow_confirm_ask", yes = "flow_confirm_yes", change = "flow_confirm_no"
    case confirmedOrder = "flow_confirmed_order", confirmedNoLimit = "flow_confirmed", known = "flow_already_registered"
    case cancelled = "flow_cancelled", back = "flow_back", queued = "flow_queued", nextTask = "flow_next_task"
    case changed = "flow_changed", whatChange = "flow_what_change", notUnderstood = "flow_not_understood"
    case offerPerson = "flow_offer_person", personYes = "flow_offer_person_yes", personNo = "flow_offer_person_no"
    case handedOff = "flow_handed_off", resumeOffer = "flow_resume_offer"
    case queuePosition = "flow_queue_position", nobodyOnDuty = "flow_nobody_on_duty", callbackNumber = "flow_no_callback_number"
    case unknownOkay = "flow_unknown_ok", requiredUnknown = "flow_required_unknown", noted = "flow_noted", restarted = "flow_restarted"
    case flagged = "flow_maybe_rejected", rejected = "flow_rejected", prefixRegion = "flow_prefix_region", holderCheck = "flow_holder_check"
    case track = "flow_track"
    case fieldJoin = "flow_field_join", field = "flow_confirm_line", nothingToCancel = "flow_nothing_to_cancel"
    case none = "value_none", promised = "value_promised", original = "value_original", flagYes = "value_yes", flagNo = "value_no"
    case always = "value_always", permanent = "value_permanent", rangeJoin = "value_range"
    case verifyAsk = "verify_ask", verifyFailed = "verify_failed", verifyLocked = "verify_locked", verifyStopped = "verify_stopped"
    case verifyEnded = "verify_ended", needsPerson = "code_unavailable"
    case unavailable = "not_available_now", unavailableOutage = "not_available_outage", unavailableOrders = "not_available_orders"
    case noBill = "bill_none", bill = "bill_line", billOpen = "bill_unpaid", billPaid = "bill_paid"
    case balanceClear = "balance_clear", usageTotal = "usage_line"
    case orderStatus = "order_status", orderStatusNoLimit = "order_status_no_due", orderUnknown = "order_none"
    case orderUrged = "order_urged", urgedAgain = "order_urged_again"
    case officeFront = "order_office_front", officeMiddle = "order_office_middle", officeBack = "order_office_back"
    case ratingThanks = "rating_thanks", ratingLow = "rating_low", outageUrgent = "outage_urgent", languages = "language_four"
    case stateCreated = "order_state_created", stateDispatched = "order_state_dispatched", stateAccepted = "order_state_accepted"
    case stateInProgress = "order_state_in_progress", stateWaiting = "order_state_waiting_customer", stateDone = "order_state_done"
    case stateClosed = "order_state_closed", stateCancelled = "order_state_cancelled", stateMerged = "order_state_merged"
}
