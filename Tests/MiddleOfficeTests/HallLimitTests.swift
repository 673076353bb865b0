import MiddleOffice
import Testing

@Suite("Limits of the hall (CONTRACT §2)")
struct HallLimitTests {
    private func opened(_ limits: Hall.Limits = Hall.Limits(), clock: ToyHall.Clock = ToyHall.Clock()) async -> (Hall, String) {
        let hall = ToyHall.make(limits, clock: clock)
        return (hall, await hall.open(language: nil, region: nil).session)
    }

    @Test("a message of 4,000 characters is taken, one more is too long", arguments: ["停", "a", "😀", "\u{301}"])
    func textTooLong(_ character: String) async throws {
        let (hall, session) = await opened()
        _ = try await hall.send(String(repeating: character, count: 4000), to: session)
        await #expect(throws: ServiceError.textTooLong(limit: 4000)) {
            try await hall.send(String(repeating: character, count: 4001), to: session)
        }
        #expect(try await hall.history(of: session, after: 0).count == 2)
    }

    @Test("twenty attachments a session are taken, refused ones do not count")
    func attachments() async throws {
        let (hall, session) = await opened()
        _ = try await hall.send("", attachments: papers(15), to: session)
        await #expect(throws: ServiceError.tooManyAttachments(limit: 20)) { try await hall.send("", attachments: papers(6), to: session) }
        _ = try await hall.send("", attachments: papers(5), to: session)
        await #expect(throws: ServiceError.tooManyAttachments(limit: 20)) { try await hall.send("", attachments: papers(1), to: session) }
        #expect(try await hall.send("停电", to: session).number == 3)
    }

    @Test("over the rate the customer is told how long to wait")
    func rate() async throws {
        let clock = ToyHall.Clock()
        let (hall, session) = await opened(Hall.Limits(perMinute: 3), clock: clock)
        for _ in 0..<3 {
            _ = try await hall.send("停电", to: session)
            clock.pass(10)
        }
        await #expect(throws: ServiceError.tooMany(retryAfter: 30)) { try await hall.send("停电", to: session) }
        clock.pass(29.5)
        await #expect(throws: ServiceError.tooMany(retryAfter: 1)) { try await hall.send("停电", to: session) }
        clock.pass(0.5)
        #expect(try await hall.send("停电", to: session).number == 4)
        await #expect(throws: ServiceError.tooMany(retryAfter: 10)) { try await hall.send("停电", to: session) }
    }

    @Test("whoever waits as long as told is let in", arguments: [0.0, 0.25, 17, 59.999])
    func retryAfter(_ passed: Double) async throws {
        let clock = ToyHall.Clock()
        let (hall, session) = await opened(Hall.Limits(perMinute: 1), clock: clock)
        _ = try await hall.send("停电", to: session)
        clock.pass(passed)
        let error = await #expect(throws: ServiceError.self) { try await hall.send("停电", to: session) }
        guard case .tooMany(let seconds) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        clock.pass(Double(seconds))
        #expect(try await hall.send("停电", to: session).number == 2)
    }

    @Test("the rate holds for each session by itself, refused messages do not count")
    func rateBySession() async throws {
        let clock = ToyHall.Clock()
        let (hall, session) = await opened(Hall.Limits(perMinute: 2), clock: clock)
        let other = await hall.open(language: nil, region: nil).session
        for _ in 0..<2 { _ = try await hall.send("停电", to: session) }
        for _ in 0..<5 { await #expect(throws: ServiceError.tooMany(retryAfter: 60)) { try await hall.send("停电", to: session) } }
        #expect(try await hall.send("停电", to: other).number == 1)
        clock.pass(60)
        for _ in 0..<2 { _ = try await hall.send("停电", to: session) }
    }

    @Test("without a rate there is no limit")
    func noRate() async throws {
        let (hall, session) = await opened()
        for number in 1...200 { #expect(try await hall.send("停电", to: session).number == number) }
    }

    @Test("of many events the newest are kept, their numbers without a gap")
    func events() async throws {
        var limits = Hall.Limits()
        limits.events = 8
        let (hall, session) = await opened(limits)
        for number in 1...50 {
            _ = try await hall.send("停电", to: session)
            let kept = try await hall.history(of: session, after: 0).map(\.sequence)
            #expect(kept.count <= 8)
            #expect(kept == Array(number + 2 - kept.count...number + 1))
        }
        #expect(try await hall.turn(nil, of: session).number == 50)
        await #expect(throws: ServiceError.unknownTurn) { try await hall.turn(1, of: session) }
    }

    @Test("in a full hall the longest idle session makes room")
    func sessions() async throws {
        var limits = Hall.Limits()
        limits.sessions = 3
        let hall = ToyHall.make(limits)
        var sessions: [String] = []
        for _ in 0..<3 { sessions.append(await hall.open(language: nil, region: nil).session) }
        _ = try await hall.send("停电", to: sessions[0])
        let fourth = await hall.open(language: nil, region: nil).session
        await #expect(throws: ServiceError.unknownSession) { try await hall.send("停电", to: sessions[1]) }
        for session in [sessions[0], sessions[2], fourth] { _ = try await hall.send("停电", to: session) }
    }
}
