/// Who did something. Customers are not named: their order says whose it is.
package enum Actor: Hashable, Sendable, CustomStringConvertible {
    case customer
    /// A person of the utility, by the identifier of the staff list.
    case staff(String)
    case admin
    /// The hall itself: clocks, imports, start and end.
    case system

    /// `customer`, `staff:S017`, `admin`, `system`.
    package var description: String {
        switch self {
        case .customer: "customer"
        case .staff(let id): "staff:" + id
        case .admin: "admin"
        case .system: "system"
        }
    }

    /// Reads what `description` writes.
    package init?(_ text: some StringProtocol) {
        switch text {
        case "customer": self = .customer
        case "admin": self = .admin
        case "system": self = .system
        default:
            guard text.hasPrefix("staff:"), text.count > 6 else { return nil }
            self = .staff(String(text.dropFirst(6)))
        }
    }
}
