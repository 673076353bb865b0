package import PowerDomain

/// Made-up business data to try the hall with: 300 accounts in six regions, 24 months of bills, daily use of the last 60
/// days, outages, halls, staff, holidays and products. The same seed and day give the same bytes.
///
/// All of it is marked: addresses, halls, people, notices and products carry 演示, the account numbers 9999 behind the
/// prefix, and every line says `"demo":true`.
package struct DemoSet: Sendable {
    package static let accountCount = 300
    package static let monthCount = 24
    package static let dayCount = 60

    let seed: UInt64
    /// The day that counts as today.
    let today: CalendarDay
    private let price: Price

    /// What a bill costs: the region, the month, its energy and that of the year before it.
    package typealias Price =
        @Sendable (_ region: Region, _ period: BillingPeriod, _ energy: Energy, _ before: Energy) -> Money

    /// - Parameter price: how amounts come about; without one they are made up.
    package init(seed: UInt64, today: CalendarDay, price: Price? = nil) {
        self.seed = seed
        self.today = today
        self.price = price ?? Self.madeUpPrice
    }

    /// The whole set as JSON Lines.
    package func lines() -> String {
        records().map { record in
            let line = BusinessLine.text(record)
            return line.dropLast() + ",\"demo\":true}\n"
        }.joined()
    }

    /// The whole set in the order of an import.
    package func records() -> [BusinessRecord] {
        var records: [BusinessRecord] = accounts().map { .account($0.record) }
        for home in accounts() {
            records += bills(of: home).map { .bill($0) }
            records += usage(of: home).map { .usage($0) }
        }
        records += outages().map { .outage($0) }
        records += halls().map { .hall($0) }
        records += staff().map { .staff($0) }
        records += DemoHolidays.records.map { .holiday($0) }
        records += DemoProducts.records.map { .product($0) }
        return records
    }

    /// Accounts for a newcomer to try, one a region, with what verifies them.
    package func samples() -> [AccountRecord] {
        let homes = accounts()
        return stride(from: 0, to: homes.count, by: homes.count / DemoPlace.all.count).map { homes[$0].record }
    }

    // MARK: Accounts

    struct Home {
        let index: Int
        let place: DemoPlace
        let record: AccountRecord
        /// How much more than an ordinary home it uses, in percent.
        let percent: Int
    }

    func accounts() -> [Home] {
        let each = Self.accountCount / DemoPlace.all.count
        return (0..<Self.accountCount).map { home($0, DemoPlace.all[$0 / each], $0 % each) }
    }

    private func home(_ index: Int, _ place: DemoPlace, _ number: Int) -> Home {
        var random = SeededRandom(seed: seed, 1, index)
        let isShop = number % 10 == 9
        let person = random.pick(DemoPlace.familyNames) + random.pick(DemoPlace.givenNames)
        let address =
            place.city + random.pick(place.districts) + random.pick(DemoPlace.estates)
            + "\(1 + random.below(20))栋\(1 + random.below(28))0\(1 + random.below(4))房"
        let name = isShop ? place.city + person + random.pick(DemoPlace.trades) + "（演示）" : person
        guard let account = try? AccountNumber(place.prefix + "9999" + Self.padded(number + 1, 8)) else {
            preconditionFailure("a demo account number has 16 digits")
        }
        let record = AccountRecord(
            account, region: place.region, name: name, phone: "19900" + Self.padded(random.below(1_000_000), 6),
            identityNumber: isShop ? nil : identityNumber(place, &random), address: address,
            category: isShop ? "commercial" : "resident", meterNumber: "99" + Self.padded(index + 1, 8))
        return Home(index: index, place: place, record: record, percent: (isShop ? 250 : 60) + random.below(90))
    }

    /// A number with a birth date between 1950 and 1999 and the check character of GB 11643-1999.
    private func identityNumber(_ place: DemoPlace, _ random: inout SeededRandom) -> String {
        let day = CalendarDay(daysSince1970: -7305 + random.below(18_262))
        let body = place.code + day.description.filter { $0 != "-" } + Self.padded(random.below(1000), 3)
        let remainder = body.reduce(0) { ($0 + ($1.wholeNumberValue ?? 0)) * 2 % 11 }
        return body + String(Array("10X98765432")[remainder])
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    // MARK: Energy and money

    /// What a home uses on a day, in hundredths of a kWh; cooling and heating follow the month.
    private func use(_ home: Home, _ day: CalendarDay) -> Int {
        var random = SeededRandom(seed: seed, 2, home.index, day.daysSince1970)
        let cold = [1.0, 0.9, 0.4, 0, 0, 0, 0, 0, 0, 0, 0.3, 0.8][day.month - 1]
        let hot = [0, 0, 0.1, 0.3, 0.6, 0.9, 1.0, 1.0, 0.8, 0.5, 0.1, 0][day.month - 1]
        let ordinary = home.place.base + home.place.cooling * hot + home.place.heating * cold
        return Int(ordinary * 100) * home.percent / 100 * (75 + random.below(51)) / 100
    }

    func usage(of home: Home) -> [UsageRecord] {
        (1...Self.dayCount).map { back in
            let day = today.adding(days: -back)
            return UsageRecord(home.record.number, day, energy: Energy(millionths: Int64(use(home, day)) * 10_000))
        }
    }

    /// Bills of the months before this one; one home in five still owes the last one, one in thirty the one before too.
    func bills(of home: Home) -> [BillRecord] {
        var before: [Int: Energy] = [:]
        return (1...Self.monthCount).reversed().map { back in
            let period = Self.month(BillingPeriod(today), back: back)
            let energy = energy(home, period)
            let amount = price(home.place.region, period, energy, before[period.year] ?? .zero).rounded
            before[period.year] = (before[period.year] ?? .zero) + energy
            let due = Self.month(period, back: -1).firstDay.adding(days: 14)
            return BillRecord(home.record.number, period, energy: energy, amount: amount, due: due, paid: paid(home, back, due))
        }
    }

    private func energy(_ home: Home, _ period: BillingPeriod) -> Energy {
        let days = CalendarDay.length(ofMonth: period.month, in: period.year)
        let hundredths = (0..<days).reduce(0) { $0 + use(home, period.firstDay.adding(days: $1)) }
        return Energy(millionths: Int64(hundredths) * 10_000)
    }

    private func paid(_ home: Home, _ back: Int, _ due: CalendarDay) -> CalendarDay? {
        var random = SeededRandom(seed: seed, 3, home.index, back)
        let day = due.adding(days: -random.below(12))
        let owes = (back == 1 && home.index % 5 == 0) || (back == 2 && home.index % 30 == 0)
        return owes || day >= today ? nil : day
    }

    private static func month(_ period: BillingPeriod, back: Int) -> BillingPeriod {
        let months = period.year * 12 + period.month - 1 - back
        guard let month = BillingPeriod(year: months / 12, month: months % 12 + 1) else { preconditionFailure("no such month") }
        return month
    }

    /// A price for trying things out, which is no tariff: 0.60 yuan, 0.65 beyond 240 kWh a month.
    private static let madeUpPrice: Price = { _, _, energy, _ in
        let free = Energy(kilowattHours: 240)
        let more = energy > free ? energy - free : .zero
        return Money(tenThousandths: (energy.millionths * 6000 + more.millionths * 500) / 1_000_000)
    }
}
