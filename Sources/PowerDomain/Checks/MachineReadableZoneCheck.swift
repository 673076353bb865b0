/// Check digits of the lower line of a passport's machine-readable zone, ICAO Doc 9303 parts 3 and 4 (form TD3):
/// 44 characters; weights 7 3 1 modulo 10 over number, birth, expiry and optional part, then over all of these
/// with their digits. An empty optional part has the digit 0 or none. Characters whose values differ by ten pass for each
/// other, so 6 and G, < and K are not told apart: check the number's own form too.
package struct MachineReadableZoneCheck: CheckRule {
    package static let name = "mrz"
    package static let examples = CheckExamples(
        pass: [
            "L898902C36UTO7408122F1204159ZE184226B<<<<<10", "G123456786CHN8001014F3001019<<<<<<<<<<<<<<00",
            "G123456786CHN8001014F3001019<<<<<<<<<<<<<<<0",
        ],
        fail: [
            "L898902C36UTO7408122F1204159ZE184226B<<<<<11": .checkDigit, "L898902C46UTO7408122F1204159ZE184226B<<<<<10": .checkDigit,
            "L898902C36UTO7408122F1204159ZE184226B<<<<<<0": .checkDigit, "L898902C36UTO7408122F1204159ZE184226B<<<<10": .length,
            "L898902C36UTO74O8122F1204159ZE184226B<<<<<10": .alphabet, "L898902C36UTO7408122E1204159ZE184226B<<<<<10": .alphabet,
        ])

    package init() {}

    package func flaw(in text: String) -> CheckFlaw? {
        let codes = CodeShape.codes(of: text)
        if let flaw = CodeShape.machineReadableLine.flaw(in: codes) { return flaw }
        let optionalIsEmpty = codes[28..<42].allSatisfy { $0 == Self.filler } && codes[42] == Self.filler
        guard codes[9] == Self.digit(codes[0..<9]), codes[19] == Self.digit(codes[13..<19]), codes[27] == Self.digit(codes[21..<27]),
            optionalIsEmpty || codes[42] == Self.digit(codes[28..<42]), codes[43] == Self.compositeDigit(of: codes)
        else { return .checkDigit }
        return nil
    }

    static let filler = UInt8(ascii: "<")

    /// The digit over number, birth, expiry and optional part of a lower line, each with its own digit.
    static func compositeDigit(of line: [UInt8]) -> UInt8 { digit(line[0..<10] + line[13..<20] + line[21..<43]) }

    static func digit(_ codes: ArraySlice<UInt8>) -> UInt8 {
        let weights = [7, 3, 1]
        let sum = codes.enumerated().reduce(0) { $0 + value(of: $1.element) * weights[$1.offset % 3] }
        return 0x30 + UInt8(sum % 10)
    }

    /// A digit's own value, A = 10 … Z = 35, anything else 0.
    static func value(of code: UInt8) -> Int {
        switch code {
        case 0x30...0x39: Int(code - 0x30)
        case 0x41...0x5A: Int(code - 0x41) + 10
        default: 0
        }
    }
}
