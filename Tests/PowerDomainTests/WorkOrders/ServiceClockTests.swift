import PowerDomain
import Testing

struct ServiceClockTests {
    private static func days(_ count: Int, _ calendar: WorkingCalendar = WorkingCalendar()) -> ServiceClock {
        ServiceClock(.workingDays(count), calendar: calendar)
    }

    @Test(
        "working days leave out weekends and holidays and count shifted ones",
        arguments: [
            // Tuesday to Tuesday.
            ("2026-11-24T10:20:00+08:00", 5, "2026-12-01T10:20:00+08:00"),
            // From a Saturday the clock starts on Monday and ends with its day.
            ("2026-11-28T15:00:00+08:00", 1, "2026-11-30T23:59:59+08:00"),
            // Over the National Day week; Saturday the 10th is worked.
            ("2026-09-30T09:00:00+08:00", 3, "2026-10-10T09:00:00+08:00"),
            // Spring Festival: nine days off, Saturday the 28th worked.
            ("2026-02-13T16:00:00+08:00", 2, "2026-02-24T16:00:00+08:00"),
        ])
    func examples(_ start: String, _ count: Int, _ due: String) {
        var exceptions: [CalendarDay: Bool] = [:]
        for day in 1...7 { exceptions[Sample.day("2026-10-0\(day)")] = false }
        for day in 15...23 { exceptions[Sample.day("2026-02-\(day)")] = false }
        for day in ["2026-02-14", "2026-02-28", "2026-10-10"] { exceptions[Sample.day(day)] = true }
        let reading = Self.days(count, WorkingCalendar(exceptions: exceptions))
            .reading(after: [ServiceClock.Event(.running, at: Sample.moment(start))])
        #expect(reading == .running(due: Sample.moment(due)))
    }

    @Test("waiting for the customer stops a clock of working days, never one of elapsed time")
    func waiting() {
        let events: [ServiceClock.Event] = [
            .init(.running, at: Sample.moment("2026-11-24T10:00")), .init(.waiting, at: Sample.moment("2026-11-24T12:00")),
        ]
        let earliest = Sample.moment("2026-11-25T10:00")
        #expect(Self.days(1).reading(after: events) == .stopped(earliest: earliest))
        #expect(!Self.days(1).reading(after: events).isOverdue(at: Sample.moment("2027-01-01")))
        let resumed = events + [.init(.running, at: Sample.moment("2026-11-26T08:00"))]
        #expect(Self.days(1).reading(after: resumed) == .running(due: Sample.moment("2026-11-27T06:00")))
        let elapsed = ServiceClock(.elapsed(seconds: 3600), calendar: WorkingCalendar())
        #expect(elapsed.reading(after: resumed) == .running(due: Sample.moment("2026-11-24T11:00")))
    }

    @Test("an order says when it is late, and a promise that was kept stays kept")
    func lateness() throws {
        var order = Sample.order("outage.report") { $0.area = .urban }
        #expect(order.due == Sample.start.adding(minutes: 45))
        #expect(!order.isOverdue(at: Sample.start.adding(minutes: 45)))
        #expect(order.isOverdue(at: Sample.start.adding(minutes: 46)))
        for (index, state) in [OrderState.dispatched, .accepted, .inProgress].enumerated() {
            try order.advance(to: state, by: .admin, at: Sample.start.adding(minutes: index + 10))
        }
        order.readClock(WorkingCalendar())
        #expect(!order.isOverdue(at: Sample.start.adding(hours: 9)))
        #expect(order.due == Sample.start.adding(minutes: 45))
    }

    @Test("work that is taken up again is owed again")
    func reopening() throws {
        var order = try Sample.order("arrears.reconnect", through: Sample.path(to: .done))
        order.readClock(WorkingCalendar())
        #expect(!order.isOverdue(at: Sample.start.adding(hours: 48)))
        try order.advance(to: .inProgress, by: .customer, at: Sample.start.adding(hours: 1))
        order.readClock(WorkingCalendar())
        #expect(order.isOverdue(at: Sample.start.adding(hours: 25)))
    }

    @Test("nothing is promised where nothing is on record, nor in a storm")
    func nothing() {
        #expect(Sample.order("complaint.praise").due == nil)
        #expect(Sample.order("outage.report") { $0.isInStorm = true }.due == nil)
        #expect(Sample.order("outage.report").due == Sample.start.adding(minutes: 120), "place not known: the longest")
        #expect(Sample.order("connection.new_resident") { $0.needsExternalLine = true }.due == Sample.moment("2026-12-15T10:20"))
    }

    @Test("a calendar without a working day does not hang")
    func noWork() {
        let empty = WorkingCalendar(
            exceptions: Dictionary(uniqueKeysWithValues: (0..<9000).map { (Sample.start.day.adding(days: $0), false) }))
        let reading = Self.days(1, empty).reading(after: [.init(.running, at: Sample.start)])
        #expect(reading.due != nil)
    }

    @Test("on generated calendars and histories the clock equals counting minute by minute", arguments: 0..<40)
    func reference(_ seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        for _ in 0..<25 {
            let first = Sample.day("2026-01-01").adding(days: Int.random(in: 0..<700, using: &random))
            var exceptions: [CalendarDay: Bool] = [:]
            for offset in 0..<60 where Int.random(in: 0..<4, using: &random) == 0 {
                exceptions[first.adding(days: offset)] = Bool.random(using: &random)
            }
            let calendar = WorkingCalendar(exceptions: exceptions)
            var events = [ServiceClock.Event(.running, at: Moment(first).adding(minutes: Int.random(in: 0..<1440, using: &random)))]
            for _ in 0..<Int.random(in: 0..<6, using: &random) {
                let changes: [ServiceClock.Event.Change] = [.running, .waiting, .met]
                let last = events[events.count - 1].at
                events.append(
                    .init(
                        changes.randomElement(using: &random) ?? .running,
                        at: last.adding(minutes: Int.random(in: 0..<3000, using: &random))))
            }
            let days = Int.random(in: 1...8, using: &random)
            let clock = ServiceClock(.workingDays(days), calendar: calendar)
            #expect(clock.reading(after: events).due == Self.countedDue(days, calendar, events))
        }
    }

    /// Goes through the minutes one by one.
    private static func countedDue(_ days: Int, _ calendar: WorkingCalendar, _ events: [ServiceClock.Event]) -> Moment {
        var left = days * 1440, minute = events[0].at
        while true {
            let current = events.last { $0.at <= minute } ?? events[0]
            let runs = current.change == .running || current == events[events.count - 1]
            if runs, calendar.isWorkingDay(minute.day) {
                left -= 1
                if left == 0 { break }
            }
            minute = minute.adding(minutes: 1)
        }
        let end = minute.adding(minutes: 1)
        return end.secondOfDay == 0 ? end.adding(seconds: -1) : end
    }
}

/// A generator that gives the same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
