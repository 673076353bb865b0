import Dialogue
import MiddleOffice
import PowerDomain
import Testing

@Suite("Opening with an idempotency key")
struct HallOpenKeyTests {
    @Test("the same key opens one session, with the same first line")
    func repeated() async throws {
        let hall = ToyHall.make()
        let first = try await hall.open(language: .en, region: .shenzhen, key: "k")
        _ = try await hall.send("power cut", to: first.session)
        let again = try await hall.open(language: .en, region: .shenzhen, key: "k")
        #expect(again.session == first.session && again.opening == first.opening)
        #expect(again.opening.text == "Welcome.")
        #expect(try await hall.history(of: first.session, after: 0).count == 2)
    }

    @Test(
        "the same key with another language or region is a conflict",
        arguments: [(nil, .shenzhen), (.zhHans, .shenzhen), (.en, nil), (.en, .guangzhou), (nil, nil)] as [(Language?, Region?)])
    func conflict(_ language: Language?, _ region: Region?) async throws {
        let hall = ToyHall.make()
        _ = try await hall.open(language: .en, region: .shenzhen, key: "k")
        await #expect(throws: ServiceError.keyReused) { try await hall.open(language: language, region: region, key: "k") }
    }

    @Test("other keys, and openings without one, are sessions of their own")
    func others() async throws {
        let hall = ToyHall.make()
        var sessions = [try await hall.open(language: nil, region: nil, key: "a").session]
        sessions.append(try await hall.open(language: nil, region: nil, key: "b").session)
        sessions.append(await hall.open(language: nil, region: nil).session)
        sessions.append(await hall.open(language: nil, region: nil).session)
        #expect(Set(sessions).count == 4)
    }

    @Test("language and region of an opening with a key hold in its session")
    func settings() async throws {
        let hall = ToyHall.make()
        let session = try await hall.open(language: .zhHans, region: .shenzhen, key: "k").session
        #expect(try await hall.send("停电", to: session).answer.text == "深圳已登记。")
        #expect(await hall.language(of: session) == .zhHans)
    }

    @Test("a key at the opening and one of a message are apart")
    func apart() async throws {
        let hall = ToyHall.make()
        let session = try await hall.open(language: nil, region: nil, key: "k").session
        #expect(try await hall.send("停电", key: "k", to: session).number == 1)
        #expect(try await hall.open(language: nil, region: nil, key: "k").session == session)
    }

    @Test("openings with one key at once are one session")
    func concurrent() async throws {
        let hall = ToyHall.make()
        let sessions = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try await hall.open(language: nil, region: nil, key: "k").session } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(sessions.count == 1)
    }
}
