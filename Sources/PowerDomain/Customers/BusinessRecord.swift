/// A line of business data, of whatever kind.
package enum BusinessRecord: Hashable, Sendable {
    case account(AccountRecord)
    case bill(BillRecord)
    case usage(UsageRecord)
    case outage(OutageNotice)
    case hall(HallRecord)
    case staff(StaffMember)
    case product(ProductRecord)
    case holiday(HolidayRecord)
    /// The utility's own promise in place of the general one.
    case commitment(ServiceCommitment)

    /// The kinds, in the order of an export.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case account, bill, usage, outage, hall, staff, product, holiday, commitment
    }

    package var kind: Kind {
        switch self {
        case .account: .account
        case .bill: .bill
        case .usage: .usage
        case .outage: .outage
        case .hall: .hall
        case .staff: .staff
        case .product: .product
        case .holiday: .holiday
        case .commitment: .commitment
        }
    }

    /// What tells it from others of its kind: a record with the same key takes the place of the one there.
    package var key: String {
        switch self {
        case .account(let account): account.number.digits
        case .bill(let bill): "\(bill.account.digits) \(bill.period)"
        case .usage(let usage): "\(usage.account.digits) \(usage.day)"
        case .outage(let notice):
            "\(notice.from) \(notice.region.rawValue) \(notice.isPlanned ? "planned" : "fault") \(notice.areas.joined(separator: "|"))"
        case .hall(let hall): "\(hall.city)|\(hall.district)|\(hall.name)"
        case .staff(let member): member.id
        case .product(let product): "\(product.code) \(product.validFrom)"
        case .holiday(let holiday): holiday.day.description
        case .commitment(let commitment): commitment.kind
        }
    }
}
