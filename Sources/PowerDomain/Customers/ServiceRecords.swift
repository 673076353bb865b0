/// A service hall with people behind the counter.
package struct HallRecord: Hashable, Sendable {
    package let city: String
    package let district: String
    package let name: String
    package let address: String
    package let hours: String
    package let phone: String?

    package init(city: String, district: String, name: String, address: String, hours: String, phone: String?) {
        self.city = city
        self.district = district
        self.name = name
        self.address = address
        self.hours = hours
        self.phone = phone
    }
}

/// A person of the utility who takes work over.
package struct StaffMember: Hashable, Sendable {
    package let id: String
    package let name: String
    package let office: Office
    /// Kinds of orders or domains: `outage`, `connection.new_resident`.
    package let skills: [String]
    /// Orders at the same time, at most.
    package let capacity: Int
    package let duty: [DutyHours]

    package init(_ id: String, name: String, office: Office, skills: [String], capacity: Int, duty: [DutyHours]) {
        self.id = id
        self.name = name
        self.office = office
        self.skills = skills
        self.capacity = capacity
        self.duty = duty
    }

    /// Whether the person is at work; always, where no hours are on record.
    package func isOnDuty(at now: Moment, calendar: WorkingCalendar) -> Bool {
        duty.isEmpty || duty.contains { $0.contains(now, calendar: calendar) }
    }

    /// Whether the person does orders of that kind.
    package func canDo(_ kind: String) -> Bool { skills.contains { kind == $0 || kind.hasPrefix($0 + ".") } }
}

/// Hours of a day in which somebody works.
package struct DutyHours: Hashable, Sendable {
    /// On which days they hold.
    package enum Days: String, CaseIterable, Hashable, Sendable { case working, off, all }

    package let days: Days
    /// Minutes since midnight; a shift over midnight ends with a number over 1,440.
    package let minutes: Range<Int>

    package init(_ days: Days, minutes: Range<Int>) {
        self.days = days
        self.minutes = minutes
    }

    package func contains(_ now: Moment, calendar: WorkingCalendar) -> Bool {
        let minute = now.secondOfDay / 60
        return holds(on: now.day, minute, calendar) || holds(on: now.day.adding(days: -1), minute + 1440, calendar)
    }

    private func holds(on day: CalendarDay, _ minute: Int, _ calendar: WorkingCalendar) -> Bool {
        let isRightDay = days == .all || (days == .working) == calendar.isWorkingDay(day)
        return isRightDay && minutes.contains(minute)
    }
}

/// A value-added service of the catalogue (增值业务).
package struct ProductRecord: Hashable, Sendable {
    package let code: String
    /// One of the seven lines: `integrated_energy`, `energy_efficiency` …
    package let line: String
    package let name: [Language: String]
    package let segments: [String]
    package let regions: [Region]
    /// In yuan per `unit`; nil: by quotation.
    package let price: Money?
    package let unit: String?
    package let eligibility: String?
    /// Names of what has to be known.
    package let requires: [String]
    package let serviceDays: Int?
    package let validFrom: CalendarDay

    package init(
        _ code: String, line: String, name: [Language: String], segments: [String], regions: [Region], price: Money?, unit: String?,
        eligibility: String?, requires: [String], serviceDays: Int?, validFrom: CalendarDay
    ) {
        self.code = code
        self.line = line
        self.name = name
        self.segments = segments
        self.regions = regions
        self.price = price
        self.unit = unit
        self.eligibility = eligibility
        self.requires = requires
        self.serviceDays = serviceDays
        self.validFrom = validFrom
    }
}

/// A day that differs from the week.
package struct HolidayRecord: Hashable, Sendable {
    package let day: CalendarDay
    /// Whether it is worked: a weekend day in exchange for a holiday.
    package let isWorked: Bool
    /// Whether the calendar of that year is not official yet.
    package let isProvisional: Bool

    package init(_ day: CalendarDay, isWorked: Bool, isProvisional: Bool = false) {
        self.day = day
        self.isWorked = isWorked
        self.isProvisional = isProvisional
    }
}
