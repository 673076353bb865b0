package import JSONText
package import LanguageUnderstanding

/// Writes an explanation as CONTRACT §2 (`chat.explain`) shapes it.
package struct ExplanationShape: Sendable {
    package init() {}

    package func write(_ explanation: Explanation, state: String? = nil, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("layer")
        writer.value(explanation.layer)
        if let rule = explanation.rule {
            writer.key("rule")
            writer.value(rule)
        }
        writer.key("ngrams")
        writer.beginArray()
        for item in explanation.ngrams {
            writer.beginObject()
            writer.key("text")
            writer.value(item.text)
            writer.key("weight")
            writer.value(item.weight)
            writer.endObject()
        }
        writer.endArray()
        writer.key("margin")
        writer.value(explanation.margin)
        writer.key("threshold")
        writer.value(explanation.threshold)
        writer.key("in_scope")
        writer.value(explanation.inScope)
        if let state {
            writer.key("state")
            writer.value(state)
        }
        writer.key("nearest")
        writer.beginArray()
        for guess in explanation.nearest {
            writer.beginObject()
            writer.key("intent")
            writer.value(guess.intent)
            writer.key("confidence")
            writer.value(guess.confidence)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
    }
}
