/// An amount of electric energy in kilowatt-hours (度), exact to six decimals.
package struct Energy: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Millionths of a kilowatt-hour.
    package let millionths: Int64

    package static let zero = Energy(millionths: 0)

    package init(millionths: Int64) { self.millionths = millionths }

    /// Whole kilowatt-hours.
    package init(kilowattHours: Int) { millionths = Int64(kilowattHours) * 1_000_000 }

    /// Reads `530` or `12.5`: at most six decimals, less than a billion kilowatt-hours.
    package init(_ text: some StringProtocol) throws(DecimalText.Flaw) {
        millionths = try DecimalText.units(text, decimals: 6, wholeDigits: 9)
    }

    /// Without a unit: `530`, `12.5`.
    package var description: String { DecimalText.text(millionths, decimals: 6) }

    package static func + (first: Energy, second: Energy) -> Energy { Energy(millionths: first.millionths + second.millionths) }

    package static func - (first: Energy, second: Energy) -> Energy { Energy(millionths: first.millionths - second.millionths) }

    package static func * (energy: Energy, times: Int) -> Energy { Energy(millionths: energy.millionths * Int64(times)) }

    package static func < (first: Energy, second: Energy) -> Bool { first.millionths < second.millionths }
}
