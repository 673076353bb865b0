/// What a unified social credit code (统一社会信用代码, GB 32100-2015) tells. Its check character is not asked for.
package struct CreditCode: Hashable, Sendable, CustomStringConvertible {
    /// 18 characters in upper case.
    package let characters: String

    /// Nil unless `text` has the form of a code, without separators.
    package init?(_ text: some StringProtocol) {
        let codes = CodeShape.codes(of: text)
        guard CodeShape.creditCode.flaw(in: codes) == nil else { return nil }
        characters = String(decoding: codes, as: UTF8.self)
    }

    /// The department that registers: 1 offices of the state (机构编制), 5 civil affairs, 9 commerce, others rarer.
    package var department: Character { characters.first ?? "0" }
    /// The class within the department.
    package var classCode: Character { characters.dropFirst().first ?? "0" }
    /// Where it was registered, a code of GB/T 2260.
    package var regionCode: String { String(characters.dropFirst(2).prefix(6)) }
    /// The organisation code (组织机构代码, GB 11714-1997) inside it, without hyphen.
    package var organizationCode: String { String(characters.dropFirst(8).prefix(9)) }
    /// What the first two characters stand for, nil for the rarer ones.
    package var kind: Kind? { Kind(rawValue: String(characters.prefix(2))) }

    package var description: String { characters }

    /// Kinds of body by department and class.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// 机关
        case stateOffice = "11"
        /// 事业单位
        case publicInstitution = "12"
        /// 社会团体
        case association = "51"
        /// 民办非企业单位
        case privateInstitution = "52"
        /// 基金会
        case foundation = "53"
        /// 企业
        case enterprise = "91"
        /// 个体工商户
        case individualBusiness = "92"
        /// 农民专业合作社
        case cooperative = "93"
    }
}
