package import PowerDomain
package import TextAnalysis
package struct EntityFinder: Sendable {
    package init() {}
    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] { [] }
}
