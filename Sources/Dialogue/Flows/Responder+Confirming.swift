internal import LanguageUnderstanding
internal import PowerDomain
internal import TextAnalysis

// The summary is read back and confirmed, changed or left; what a turn changed is said.

extension Responder {
    func confirmation(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard var flow = state.flow else { return }
        let isYes = Phrases.yes.matches(turn.utterance), isNo = Phrases.no.matches(turn.utterance)
        if isYes, !isNo, !hasCorrection(turn.utterance) || turn.utterance.core.count <= 4 {
            perform(definition, &turn, &state)
            return
        }
        let side = sideIntents(turn, flow, isFree: false)
        if !side.isEmpty, turn.utterance.isQuestion || isRequest(turn), !hasCorrection(turn.utterance) {
            aside(side, definition, &turn, &state)
            return
        }
        let before = flow
        let changed = correct(&flow, definition, turn, state, isForced: true)
        if changed.isEmpty {
            let readings = read(turn.utterance, definition, &flow, asked: [], turn.moment, state)
            turn.filled = readings.filter { before.slots[$0] != flow.slots[$0] }
        }
        if !changed.isEmpty || !turn.filled.isEmpty {
            turn.changed = changed
            flow.misses = 0
            state.flow = flow
            sayTaken(definition, &turn, flow)
            step(definition, &turn, &state)
        } else if let slot = namedSlot(turn.utterance, definition, flow), isNo || hasCorrection(turn.utterance) {
            flow.asking = slot
            flow.slots[slot] = nil
            flow.corrected.insert(slot)
            flow.misses = 0
            state.flow = flow
            ask(definition, &turn, &state)
        } else if isNo || turn.understanding.intent == "dialog.deny" && turn.understanding.decision == .accept {
            flow.asking = "change"
            state.flow = flow
            ask(definition, &turn, &state)
        } else if turn.understanding.decision == .accept,
            turn.understanding.intent == "dialog.affirm" || turn.understanding.intent == "dialog.thanks"
        {
            perform(definition, &turn, &state)
        } else {
            miss(definition, &turn, &state)
        }
    }

    /// What is to be changed was asked.
    func change(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard var flow = state.flow else { return }
        let before = flow
        let changed = correct(&flow, definition, turn, state, isForced: true)
        if changed.isEmpty {
            let readings = read(turn.utterance, definition, &flow, asked: [], turn.moment, state)
            turn.filled = readings.filter { before.slots[$0] != flow.slots[$0] }
        }
        if !changed.isEmpty || !turn.filled.isEmpty {
            turn.changed = changed
            state.flow = flow
            sayTaken(definition, &turn, flow)
            step(definition, &turn, &state)
        } else if let slot = namedSlot(turn.utterance, definition, flow) {
            flow.slots[slot] = nil
            flow.corrected.insert(slot)
            flow.asking = slot
            state.flow = flow
            ask(definition, &turn, &state)
        } else if Phrases.yes.matches(turn.utterance) || Phrases.no.matches(turn.utterance) && flow.misses > 0 {
            flow.asking = "confirm"
            state.flow = flow
            ask(definition, &turn, &state)
        } else {
            miss(definition, &turn, &state)
        }
    }

    /// What this turn changed or took, read back.
    func sayTaken(_ definition: Flow, _ turn: inout GuidedTurn, _ flow: FlowState) {
        for slot in turn.changed {
            guard let item = flows.slot(slot, in: definition.id), let value = flow.slots[slot] else { continue }
            turn.say(
                flows.text(
                    .changed, turn.language,
                    ["field": item.title.text(in: turn.language), "value": values.text(value, item, turn.language)]))
        }
        // All of it is read back at once where nothing is missing.
        guard turn.filled.count >= 2, turn.changed.isEmpty, !missing(flow).isEmpty else { return }
        turn.say(flows.text(.noted, turn.language, ["values": fields(turn.filled, definition, flow, turn.language)]))
    }

    func fields(_ slots: [String], _ definition: Flow, _ flow: FlowState, _ language: Language) -> String {
        slots.compactMap { slot -> String? in
            guard let item = flows.slot(slot, in: definition.id), let value = flow.slots[slot] else { return nil }
            return flows.text(
                .field, language, ["field": item.title.text(in: language), "value": values.text(value, item, language)])
        }.joined(separator: flows.text(.fieldJoin, language))
    }
}
