/// The language of a message or of a reply; raw values are those of the wire.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case zhHans = "zh-Hans"
    case zhHant = "zh-Hant"
    case yue
    case en
}
