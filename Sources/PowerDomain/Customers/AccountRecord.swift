/// An electricity account as the utility keeps it. Its personal values are asked for by name; its description shows none.
package struct AccountRecord: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    package let number: AccountNumber
    package let region: Region
    /// The holder: a person or a company.
    package let name: String
    /// Digits of the registered phone.
    package let phone: String?
    package let identityNumber: String?
    package let address: String
    /// `resident`, `commercial` …
    package let category: String
    package let meterNumber: String?

    package init(
        _ number: AccountNumber, region: Region, name: String, phone: String?, identityNumber: String?, address: String,
        category: String, meterNumber: String?
    ) {
        self.number = number
        self.region = region
        self.name = name
        self.phone = phone
        self.identityNumber = identityNumber
        self.address = address
        self.category = category
        self.meterNumber = meterNumber
    }

    package var description: String { "account \(number)" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// Whether `digits` are the last four of the phone or of the identity number. Both are compared whole, whatever comes
    /// out, so that the time tells nothing.
    package func isSecret(_ digits: String) -> Bool {
        let known = [phone, identityNumber].map { Array(($0 ?? "").uppercased().utf8.suffix(4)) }
        let said = Array(digits.uppercased().utf8)
        return known.map { Self.isEqual($0, said) }.reduce(false) { $0 || $1 }
    }

    private static func isEqual(_ known: [UInt8], _ said: [UInt8]) -> Bool {
        var difference: UInt8 = known.count == 4 && said.count == 4 ? 0 : 1
        for index in 0..<4 { difference |= (index < known.count ? known[index] : 0) ^ (index < said.count ? said[index] : 0) }
        return difference == 0
    }
}

/// A month's bill (账单).
package struct BillRecord: Hashable, Sendable {
    package let account: AccountNumber
    package let period: BillingPeriod
    package let energy: Energy
    package let amount: Money
    package let due: CalendarDay
    /// The day of payment, nil while it is open.
    package let paid: CalendarDay?

    package init(
        _ account: AccountNumber, _ period: BillingPeriod, energy: Energy, amount: Money, due: CalendarDay, paid: CalendarDay?
    ) {
        self.account = account
        self.period = period
        self.energy = energy
        self.amount = amount
        self.due = due
        self.paid = paid
    }
}

/// A day's use.
package struct UsageRecord: Hashable, Sendable {
    package let account: AccountNumber
    package let day: CalendarDay
    package let energy: Energy

    package init(_ account: AccountNumber, _ day: CalendarDay, energy: Energy) {
        self.account = account
        self.day = day
        self.energy = energy
    }
}
