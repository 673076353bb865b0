package import PowerDomain

/// Which papers each business needs, so that those still missing can be named.
package struct PaperBook: Sendable {
    /// A paper as customers know it.
    package struct Kind: Sendable {
        package let name: String
        package let title: [Language: String]
        /// Document types any one of which satisfies it; none: it cannot be read here and is named only.
        package let types: [String]

        package init(name: String, title: [Language: String], types: [String]) {
            self.name = name
            self.title = title
            self.types = types
        }
    }

    /// Whose paper it is.
    package enum Holder: String, CaseIterable, Sendable { case any, person, company, proxy, heir }

    /// One paper that a business needs.
    package struct Need: Sendable {
        package let kind: String
        package let holder: Holder
        /// A further condition in words, nil for always.
        package let condition: String?
        package let isRequired: Bool

        package init(kind: String, holder: Holder, condition: String?, isRequired: Bool) {
            self.kind = kind
            self.holder = holder
            self.condition = condition
            self.isRequired = isRequired
        }
    }

    package let kinds: [String: Kind]
    /// By intent.
    package let business: [String: [Need]]

    package static let empty = PaperBook(kinds: [:], business: [:])

    package init(kinds: [String: Kind], business: [String: [Need]]) {
        self.kinds = kinds
        self.business = business
    }

    /// What is still missing for `intent` beside documents of `types`, and what is needed but cannot be read here. Papers
    /// under a condition are not called missing. Nil for a business that needs none.
    package func missing(for intent: String, having types: [String]) -> (missing: [Kind], unchecked: [Kind])? {
        guard let needs = business[intent] else { return nil }
        let isCompany = types.contains("business_license"), isProxy = types.contains("power_attorney")
        var left = types, missing: [Kind] = [], unchecked: [Kind] = []
        for need in needs where need.isRequired && need.condition == nil {
            guard let kind = kinds[need.kind], need.kind != Self.identityCheck else { continue }
            switch need.holder {
            case .any: break
            case .person: if isCompany { continue }
            case .company: if !isCompany { continue }
            case .proxy: if !isProxy { continue }
            case .heir: continue
            }
            guard !kind.types.isEmpty else { unchecked.append(kind); continue }
            // One document counts for one paper.
            if let found = left.firstIndex(where: { kind.types.contains($0) }) { left.remove(at: found) } else { missing.append(kind) }
        }
        return (missing, unchecked)
    }

    /// The verification of the caller, which is no paper.
    private static let identityCheck = "identity_check"
}
