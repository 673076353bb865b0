/// What a household of many people (一户多人口) may have.
package struct LargeHousehold: Hashable, Sendable {
    /// From how many people on.
    package let leastPeople: Int
    /// What every tier's limit rises by in a month; zero where the rule only offers the shared-meter price.
    package let extra: Energy
    /// From how many people on the shared-meter price may be chosen instead; nil where it may not.
    package let sharedMeterPeople: Int?

    package init(leastPeople: Int, extra: Energy, sharedMeterPeople: Int?) {
        self.leastPeople = leastPeople
        self.extra = extra
        self.sharedMeterPeople = sharedMeterPeople
    }

    /// What the limits rise by for a household of `people`.
    package func extra(for people: Int) -> Energy { people >= leastPeople ? extra : .zero }

    package func offersSharedMeter(to people: Int) -> Bool { sharedMeterPeople.map { people >= $0 } ?? false }
}
