/// The clock of a promise: what happened to an order goes in, when it is due comes out. It reads no time itself.
///
/// A clock of working days runs from midnight to midnight of working days and stands still on all others, while the
/// customer is waited for, and while the work counts as done; a working day is 24 hours of it, wherever in the day it
/// began. A clock of elapsed time never stands still.
package struct ServiceClock: Hashable, Sendable {
    package enum Limit: Hashable, Sendable {
        /// Day and night.
        case elapsed(seconds: Int)
        case workingDays(Int)
    }

    /// What happens to a clock.
    package struct Event: Hashable, Sendable {
        package enum Change: Hashable, Sendable {
            /// The clock starts, or runs on.
            case running
            /// The customer is waited for.
            case waiting
            /// The promise is kept.
            case met
            /// Nothing is owed any more: cancelled, merged.
            case ended
        }

        package let at: Moment
        package let change: Change

        package init(_ change: Change, at: Moment) {
            self.change = change
            self.at = at
        }
    }

    /// What the clock says.
    package enum Reading: Hashable, Sendable {
        /// Nothing has started it, or nothing is owed any more.
        case none
        case running(due: Moment)
        /// It stands still; if it ran on at once it would end then.
        case stopped(earliest: Moment)
        /// The promise was kept at the first moment; it would have been due at the second.
        case met(at: Moment, due: Moment)
    }

    package let limit: Limit
    private let calendar: WorkingCalendar

    package init(_ limit: Limit, calendar: WorkingCalendar) {
        self.limit = limit
        self.calendar = calendar
    }

    /// Reads the clock after some events, which are in order.
    package func reading(after events: [Event]) -> Reading {
        guard let start = events.first(where: { $0.change == .running }), let last = events.last, last.change != .ended
        else { return .none }
        let due = due(from: start.at, events)
        switch last.change {
        case .running: return .running(due: due)
        case .met: return .met(at: last.at, due: due)
        case .waiting:
            if case .elapsed = limit { return .running(due: due) }
            return .stopped(earliest: due)
        case .ended: return .none
        }
    }

    /// The moment at which the time is used up, if the clock runs on from the last event.
    private func due(from start: Moment, _ events: [Event]) -> Moment {
        switch limit {
        case .elapsed(let seconds): return start.adding(seconds: seconds)
        case .workingDays(let days):
            var left = days * Moment.secondsOfDay
            for (event, next) in zip(events, events.dropFirst()) where event.change == .running && event.at >= start {
                if let end = use(&left, from: event.at, to: next.at) { return end }
            }
            let last = events.last?.at ?? start
            return use(&left, from: last, to: nil) ?? last
        }
    }

    /// Runs through the working time of an interval; returns the moment at which nothing is left.
    private func use(_ left: inout Int, from first: Moment, to last: Moment?) -> Moment? {
        guard left > 0 else { return first }
        var now = first
        // An imported calendar without a working day must not hang the hall.
        let horizon = first.adding(seconds: 20 * 366 * Moment.secondsOfDay)
        while now < last ?? horizon {
            let midnight = Moment(now.day.adding(days: 1))
            let end = min(midnight, last ?? midnight)
            if calendar.isWorkingDay(now.day) {
                let span = end - now
                if span >= left {
                    let due = now.adding(seconds: left)
                    left = 0
                    // A limit that ends with a day is named by that day, not by the next one.
                    return due == midnight ? due.adding(seconds: -1) : due
                }
                left -= span
            }
            now = end
        }
        return last == nil ? now : nil
    }
}

extension ServiceClock.Reading {
    /// The moment to tell; nil where nothing is owed.
    package var due: Moment? {
        switch self {
        case .none: nil
        case .running(let due), .stopped(let due), .met(_, let due): due
        }
    }

    /// Whether the promise is broken at that moment; a clock that stands still is never late.
    package func isOverdue(at now: Moment) -> Bool {
        switch self {
        case .none, .stopped: false
        case .running(let due): now > due
        case .met(let at, let due): at > due
        }
    }
}

/// What an order was promised when it was made: a later change of the rules does not touch it.
package struct Promise: Hashable, Sendable {
    package let limit: ServiceClock.Limit
    /// The state that keeps it.
    package let metBy: OrderState

    package init(_ limit: ServiceClock.Limit, metBy: OrderState) {
        self.limit = limit
        self.metBy = metBy
    }
}

extension WorkOrder {
    /// What its history means for a clock whose promise is kept by that state.
    package func clockEvents(metBy milestone: OrderState) -> [ServiceClock.Event] {
        var isMet = false
        return history.compactMap { event in
            guard case .step(let state) = event.kind else { return nil }
            if state == .cancelled || state == .merged { return ServiceClock.Event(.ended, at: event.at) }
            if state == milestone || state == .done || state == .closed {
                defer { isMet = true }
                return isMet ? nil : ServiceClock.Event(.met, at: event.at)
            }
            // An arrival stays an arrival; work that is taken up again is owed again.
            if isMet, milestone != .done { return nil }
            isMet = false
            return ServiceClock.Event(state == .waitingCustomer ? .waiting : .running, at: event.at)
        }
    }

    /// What its clock says; `none` where nothing was promised.
    package func clock(_ calendar: WorkingCalendar) -> ServiceClock.Reading {
        guard let promise else { return .none }
        return ServiceClock(promise.limit, calendar: calendar).reading(after: clockEvents(metBy: promise.metBy))
    }

    /// Sets `due` and `lateAfter` by the clock. Of a member they are those of the incident, and stay.
    package mutating func readClock(_ calendar: WorkingCalendar) {
        guard mergedInto == nil else { return }
        let reading = clock(calendar)
        due = reading.due
        lateAfter =
            switch reading {
            case .running(let due): due
            case .met(let at, let due): at > due ? due : nil
            case .none, .stopped: nil
            }
    }

    /// Whether a promise on it is broken while it is open.
    package func isOverdue(at now: Moment) -> Bool { state.isOpen && lateAfter.map { now > $0 } ?? false }
}
