/// An amount in yuan (CNY), exact to a hundredth of a cent; what a bill prints is rounded to the cent.
package struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Ten-thousandths of a yuan.
    package let tenThousandths: Int64

    package static let zero = Money(tenThousandths: 0)

    package init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

    package init(cents: Int64) { tenThousandths = cents * 100 }

    /// Reads `325.60`: at most four decimals, less than a billion yuan.
    package init(_ text: some StringProtocol) throws(DecimalText.Flaw) {
        tenThousandths = try DecimalText.units(text, decimals: 4, wholeDigits: 9)
    }

    /// Rounded half up to the cent.
    package var rounded: Money { Money(cents: Int64(DecimalText.halfUp(Int128(tenThousandths), by: 100))) }

    package var isWholeCents: Bool { tenThousandths % 100 == 0 }

    /// As printed, without a sign of currency: `325.60`; more decimals only if the amount has them.
    package var description: String { DecimalText.text(tenThousandths, decimals: 4, least: 2) }

    package static func + (first: Money, second: Money) -> Money {
        Money(tenThousandths: first.tenThousandths + second.tenThousandths)
    }

    package static func - (first: Money, second: Money) -> Money {
        Money(tenThousandths: first.tenThousandths - second.tenThousandths)
    }

    package static prefix func - (amount: Money) -> Money { Money(tenThousandths: -amount.tenThousandths) }

    package static func < (first: Money, second: Money) -> Bool { first.tenThousandths < second.tenThousandths }
}
