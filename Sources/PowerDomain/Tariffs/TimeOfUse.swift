/// Prices by the time of day (分时电价).
package struct TimeOfUse: Hashable, Sendable {
    package enum Period: String, CaseIterable, Hashable, Sendable { case peak, flat, valley, critical }

    package let prices: [Period: UnitPrice]
    /// The rule says that there is no critical peak, so that energy in it is a mistake of the question.
    package let hasNoCritical: Bool

    package init(prices: [Period: UnitPrice], hasNoCritical: Bool) {
        self.prices = prices
        self.hasNoCritical = hasNoCritical
    }
}
