internal import TextAnalysis

/// A field of a document beside what a form or another document says.
package struct FieldMatch: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable { case same, differs, missing }
    package let field: String
    package let status: Status
    package let document: String?
    package let form: String
}

/// Compares documents with forms and with one another.
package enum DocumentComparison {
    /// Fields in which a form's name, address or number may stand, by the names that forms use.
    private static let aliases: [String: [String]] = [
        "name": ["name", "owner", "company_name", "account_name", "principal_name", "lessor", "head_name", "holder", "child_name"],
        "new_name": ["name", "owner", "company_name"], "company": ["company_name", "account_name", "principal_name"],
        "id_no": ["id_no", "permit_no", "passport_no", "principal_id", "lessor_id"], "address": ["location", "address"],
        "uscc": ["uscc", "principal_uscc"], "phone": ["agent_phone"], "org_code": ["org_code"], "landlord": ["lessor"],
        "bank_card": ["card_number"], "card": ["card_number"], "account_no": ["account_no"], "meter_no": ["meter_no"],
    ]

    /// Each entry of `form` against the document; entries that no document of the type has are left out.
    package static func matches(_ document: Document, form: [(field: String, value: String)], type: DocumentType?) -> [FieldMatch] {
        form.compactMap { field, value in
            let names = document.reading(field) != nil || type?.field(field) != nil ? [field] : aliases[field] ?? []
            let known = names.filter { document.reading($0) != nil || type?.field($0) != nil }
            guard let name = known.first(where: { document.reading($0) != nil }) ?? known.first else {
                return FieldMatch(field: field, status: .missing, document: nil, form: value)
            }
            guard let found = document.value(name) else { return FieldMatch(field: field, status: .missing, document: nil, form: value) }
            return FieldMatch(field: field, status: isSame(found, value, name) ? .same : .differs, document: found, form: value)
        }
    }

    /// Equal after folding of width, script, case and white space; an address also where one is the other's end.
    static func isSame(_ one: String, _ other: String, _ field: String) -> Bool {
        let first = folded(one), second = folded(other)
        if first == second { return true }
        guard field == "address" || field == "location", first.count >= 6, second.count >= 6 else { return false }
        return first.suffix(second.count) == second || second.suffix(first.count) == first
    }

    private static func folded(_ text: String) -> [UInt32] {
        FoldedText(text).scalars.filter { $0 != 0x20 && $0 != 0x2C && $0 != 0x2E && $0 != 0xB7 && $0 != 0x2D && $0 != 0x3001 }
    }

    /// The fields that name whose paper it is, by type of document.
    private static let holders = ["name", "owner", "company_name", "account_name", "principal_name", "lessor", "payer", "head_name"]

    /// Two documents of the same matter should name the same holder: what they say, nil if one names none.
    package static func holders(of one: Document, and other: Document) -> (first: FieldReading, second: FieldReading, isSame: Bool)? {
        guard let first = holders.lazy.compactMap({ one.reading($0) }).first,
            let second = holders.lazy.compactMap({ other.reading($0) }).first
        else { return nil }
        let names = second.value.split { "、,，/".contains($0) }.map(String.init) + [second.value]
        let own = first.value.split { "、,，/".contains($0) }.map(String.init) + [first.value]
        return (first, second, own.contains { name in names.contains { isSame(name, $0, "name") } })
    }
}
