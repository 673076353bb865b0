import PowerDomain
import Testing

struct LockoutRuleTests {
    private let rule = LockoutRule(first: 5, firstMinutes: 30, most: 10, ofSource: 20, sourceMinutes: 60)
    private static let source = LockoutSubject.source("tcp:7")

    private static func account() throws -> LockoutSubject { .account(try AccountNumber("0800123456789012")) }

    private static func failures(_ count: Int, from start: Moment = Sample.start) -> [Moment] {
        (0..<count).map { start.adding(seconds: $0) }
    }

    @Test("five failures lock an account for half an hour, and the sixth try is then free")
    func five() throws {
        let now = Sample.start.adding(seconds: 4)
        #expect(rule.secondsLocked(try Self.account(), failures: Self.failures(4), at: now) == nil)
        #expect(rule.secondsLocked(try Self.account(), failures: Self.failures(5), at: now) == 1800)
        #expect(rule.secondsLocked(try Self.account(), failures: Self.failures(5), at: now.adding(minutes: 29)) == 60)
        #expect(rule.secondsLocked(try Self.account(), failures: Self.failures(5), at: now.adding(minutes: 30)) == nil)
        #expect(rule.secondsLocked(try Self.account(), failures: Self.failures(9), at: now.adding(minutes: 30)) == nil)
    }

    @Test("ten failures of a day lock it for the rest of the day")
    func ten() throws {
        let locked = rule.secondsLocked(try Self.account(), failures: Self.failures(10), at: Sample.start.adding(hours: 1))
        #expect(locked == Moment(Sample.day("2026-11-25")) - Sample.start.adding(hours: 1))
        let evening = Moment(Sample.day("2026-11-24"), hour: 23, minute: 59)
        #expect(rule.secondsLocked(try Self.account(), failures: Self.failures(10, from: evening), at: evening.adding(minutes: 5)) == 1509)
    }

    @Test("a lock goes on over midnight")
    func midnight() throws {
        let late = Moment(Sample.day("2026-11-24"), hour: 23, minute: 50)
        #expect(rule.secondsLocked(try Self.account(), failures: Self.failures(5, from: late), at: late.adding(minutes: 20)) == 604)
    }

    @Test("each twenty failures stop a source for an hour")
    func source() {
        let now = Sample.start.adding(seconds: 19)
        #expect(rule.secondsLocked(Self.source, failures: Self.failures(19), at: now) == nil)
        #expect(rule.secondsLocked(Self.source, failures: Self.failures(20), at: now) == 3600)
        #expect(rule.secondsLocked(Self.source, failures: Self.failures(39), at: now.adding(minutes: 60)) == nil)
        #expect(rule.secondsLocked(Self.source, failures: Self.failures(40), at: now.adding(minutes: 60)) == 20)
    }

    @Test("a clock that was set back neither frees nor locks for longer than the rule says")
    func settingBack() throws {
        let before = Sample.start.adding(hours: -3)
        #expect(rule.secondsLocked(try Self.account(), failures: Self.failures(5), at: before) == 1800)
    }
}
