package import PowerDomain
internal import Synchronization

/// Accounts in memory, empty until somebody puts some in.
package final class AccountBook: AccountDirectory {
    /// One account with what is registered for it.
    package struct Account: Hashable, Sendable {
        package var number: String
        package var phone: String
        package var identity: String
        package var bills: [BillFact]
        package var usage: [UsageFact]

        package init(number: String, phone: String, identity: String, bills: [BillFact] = [], usage: [UsageFact] = []) {
            self.number = number
            self.phone = phone
            self.identity = identity
            self.bills = bills
            self.usage = usage
        }
    }

    private let accounts = Mutex<[String: Account]>([:])

    package init(_ accounts: [Account] = []) {
        self.accounts.withLock { book in for account in accounts { book[account.number] = account } }
    }

    package func secret(_ lastFour: String, of number: String) -> AccountSecret? {
        // An unknown account is compared as well, so that it takes no other time.
        let account = accounts.withLock { $0[number] } ?? Account(number: "", phone: "-----------", identity: "------------------")
        let isPhone = Self.isEnd(lastFour, of: account.phone), isIdentity = Self.isEnd(lastFour, of: account.identity)
        return isPhone ? .phone4 : isIdentity ? .id4 : nil
    }

    private static func isEnd(_ four: String, of text: String) -> Bool {
        let end = Array(text.uppercased().utf8.suffix(4)), said = Array(four.uppercased().utf8)
        var difference = said.count == 4 && end.count == 4 ? 0 : 1
        for index in 0..<4 { difference |= Int((index < end.count ? end[index] : 0) ^ (index < said.count ? said[index] : 1)) }
        return difference == 0
    }

    package func bills(of number: String, from: String, to: String) -> [BillFact]? {
        accounts.withLock { book in
            book[number].map { account in account.bills.filter { $0.period >= from && $0.period <= to }.sorted { $0.period > $1.period } }
        }
    }

    package func usage(of number: String, from: CalendarDay, to: CalendarDay) -> [UsageFact]? {
        accounts.withLock { book in book[number].map { account in account.usage.filter { $0.day >= from && $0.day <= to } } }
    }
}
