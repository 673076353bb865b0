import MiddleOffice
import Testing

@Suite("Idempotency keys")
struct HallKeyTests {
    private func opened(_ limits: Hall.Limits = Hall.Limits(), clock: ToyHall.Clock = ToyHall.Clock()) async -> (Hall, String) {
        let hall = ToyHall.make(limits, clock: clock)
        return (hall, await hall.open(language: nil, region: nil).session)
    }

    @Test("the same key and message give the first result again, and nothing happens twice")
    func repeated() async throws {
        let (hall, session) = await opened()
        let first = try await hall.send("我家停电了", key: "k", to: session)
        _ = try await hall.send("电费", to: session)
        let again = try await hall.send("我家停电了", key: "k", to: session)
        #expect(again.number == first.number && again.sequence == first.sequence)
        #expect(again.answer == first.answer && again.understanding == first.understanding)
        #expect(try await hall.history(of: session, after: 0).count == 3)
    }

    @Test("the same key with another message or other attachments is a conflict")
    func conflict() async throws {
        let (hall, session) = await opened()
        _ = try await hall.send("我家停电了", attachments: papers(1), key: "k", to: session)
        await #expect(throws: ServiceError.keyReused) { try await hall.send("我家停电了！", attachments: papers(1), key: "k", to: session) }
        await #expect(throws: ServiceError.keyReused) { try await hall.send("我家停电了", attachments: papers(2), key: "k", to: session) }
        #expect(try await hall.history(of: session, after: 0).count == 2)
    }

    @Test("messages without a key, or with other keys, are new")
    func otherKeys() async throws {
        let (hall, session) = await opened()
        var numbers: [Int] = []
        for key in [nil, nil, "a", "b"] { numbers.append(try await hall.send("停电", key: key, to: session).number) }
        #expect(numbers == [1, 2, 3, 4])
    }

    @Test("a key belongs to its session")
    func scope() async throws {
        let (hall, session) = await opened()
        let other = await hall.open(language: nil, region: nil).session
        _ = try await hall.send("停电", key: "k", to: session)
        #expect(try await hall.send("电费", key: "k", to: other).number == 1)
    }

    @Test("a repeated key is answered over the rate limit and after the end")
    func beyondLimits() async throws {
        let (hall, session) = await opened(Hall.Limits(perMinute: 1))
        let first = try await hall.send("停电", key: "k", to: session)
        #expect(try await hall.send("停电", key: "k", to: session).sequence == first.sequence)
        _ = try await hall.close(session)
        #expect(try await hall.send("停电", key: "k", to: session).sequence == first.sequence)
    }

    @Test("a message that was refused leaves its key free")
    func refused() async throws {
        let clock = ToyHall.Clock()
        let (hall, session) = await opened(Hall.Limits(perMinute: 1), clock: clock)
        _ = try await hall.send("停电", to: session)
        await #expect(throws: ServiceError.tooMany(retryAfter: 60)) { try await hall.send("电费", key: "k", to: session) }
        clock.pass(60)
        #expect(try await hall.send("停电", key: "k", to: session).number == 2)
    }
}
