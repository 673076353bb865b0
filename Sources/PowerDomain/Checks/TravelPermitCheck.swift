/// Form of the mainland travel permit of Hong Kong and Macao residents (港澳居民来往内地通行证): H or M and the eight
/// digits kept for life, with the two of the renewal or without; the old booklet has ten digits. No check digit is known.
package struct HongKongMacaoPermitCheck: CheckRule {
    package static let name = "hkm_permit"
    package static let examples = CheckExamples(
        pass: ["H12345678", "M12345678", "H1234567801", "h12345678"],
        fail: ["H1234567": .length, "H123456789": .length, "A12345678": .prefix, "H1234567O": .alphabet])

    package init() {}

    package func flaw(in text: String) -> CheckFlaw? {
        let codes = CodeShape.codes(of: text)
        guard codes.count == 9 || codes.count == 11 else { return .length }
        guard codes[0] == UInt8(ascii: "H") || codes[0] == UInt8(ascii: "M") else { return .prefix }
        return codes.dropFirst().allSatisfy(CodeAlphabet.digits.contains) ? nil : .alphabet
    }
}

/// Form of the mainland travel permit of Taiwan residents (台湾居民来往大陆通行证): eight digits on the card, ten digits
/// and a letter in the old booklet. No check digit is known.
package struct TaiwanPermitCheck: CheckRule {
    package static let name = "taiwan_permit"
    package static let examples = CheckExamples(
        pass: ["12345678", "0123456789B", "0123456789b"],
        fail: ["1234567": .length, "0123456789": .length, "1234567B": .alphabet, "01234567890": .alphabet])

    package init() {}

    package func flaw(in text: String) -> CheckFlaw? {
        let codes = CodeShape.codes(of: text)
        switch codes.count {
        case 8: return codes.allSatisfy(CodeAlphabet.digits.contains) ? nil : .alphabet
        case 11: return CodeShape((.digits, 10), (.capitals, 1)).flaw(in: codes)
        default: return .length
        }
    }
}
