/// A price of one kilowatt-hour in yuan with all of its decimals (up to eight), or what a tier adds to it.
package struct UnitPrice: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Hundred-millionths of a yuan for a kilowatt-hour.
    package let hundredMillionths: Int64

    package static let zero = UnitPrice(hundredMillionths: 0)

    package init(hundredMillionths: Int64) { self.hundredMillionths = hundredMillionths }

    /// Reads `0.58886875`: at most eight decimals, less than ten thousand yuan.
    package init(_ text: some StringProtocol) throws(DecimalText.Flaw) {
        hundredMillionths = try DecimalText.units(text, decimals: 8, wholeDigits: 4)
    }

    /// What the energy costs: the exact product, rounded half up to the cent.
    package func amount(for energy: Energy) -> Money {
        let product = Int128(hundredMillionths) * Int128(energy.millionths)
        return Money(cents: Int64(DecimalText.halfUp(product, by: 1_000_000_000_000)))
    }

    /// All decimals: `0.58886875`, `0.05`.
    package var description: String { DecimalText.text(hundredMillionths, decimals: 8, least: 2) }

    package static func + (first: UnitPrice, second: UnitPrice) -> UnitPrice {
        UnitPrice(hundredMillionths: first.hundredMillionths + second.hundredMillionths)
    }

    package static func - (first: UnitPrice, second: UnitPrice) -> UnitPrice {
        UnitPrice(hundredMillionths: first.hundredMillionths - second.hundredMillionths)
    }

    package static func < (first: UnitPrice, second: UnitPrice) -> Bool { first.hundredMillionths < second.hundredMillionths }
}
