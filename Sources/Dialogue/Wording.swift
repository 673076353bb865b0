package import PowerDomain

/// One text in the languages of the customers.
package struct Wording: Hashable, Sendable {
    package let texts: [Language: String]

    package init(_ texts: [Language: String]) { self.texts = texts }

    /// The text in `language`, else in the nearest language that there is: script before speech, Chinese before English.
    package func text(in language: Language) -> String {
        let nearest: [Language] =
            switch language {
            case .zhHans: [.zhHans, .zhHant, .yue, .en]
            case .zhHant: [.zhHant, .yue, .zhHans, .en]
            case .yue: [.yue, .zhHant, .zhHans, .en]
            case .en: [.en, .zhHans, .zhHant, .yue]
            }
        return nearest.lazy.compactMap { texts[$0] }.first ?? ""
    }
}

/// Choices that a reply offers, in the languages of the customers.
package struct Choices: Hashable, Sendable {
    package let texts: [Language: [String]]
    package init(_ texts: [Language: [String]]) { self.texts = texts }
    package func texts(in language: Language) -> [String] { texts[language] ?? texts[.zhHans] ?? [] }
}
