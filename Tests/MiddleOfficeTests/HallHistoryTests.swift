import Dialogue
import MiddleOffice
import PowerDomain
import Testing

@Suite("History and end of a session")
struct HallHistoryTests {
    private func opened(language: Language? = nil) async -> (Hall, String) {
        let hall = ToyHall.make()
        return (hall, await hall.open(language: language, region: nil).session)
    }

    /// Events in short: `1 opened`, `2 停电`, `3 closed`.
    private func events(_ hall: Hall, _ session: String, after sequence: Int = 0) async throws -> [String] {
        try await hall.history(of: session, after: sequence).map { event in
            switch event {
            case .opened: "\(event.sequence) opened"
            case .turn(let turn): "\(event.sequence) \(turn.message)"
            case .closed: "\(event.sequence) closed"
            }
        }
    }

    @Test("an unknown session is refused by everything that names one", arguments: ["", "s_", "s_nobody", "n1", "S_N1"])
    func unknownSession(_ name: String) async {
        let (hall, _) = await opened()
        await #expect(throws: ServiceError.unknownSession) { try await hall.send("停电", to: name) }
        await #expect(throws: ServiceError.unknownSession) { try await hall.send("停电", key: "k", to: name) }
        await #expect(throws: ServiceError.unknownSession) { try await hall.history(of: name, after: 0) }
        await #expect(throws: ServiceError.unknownSession) { try await hall.turn(nil, of: name) }
        await #expect(throws: ServiceError.unknownSession) { try await hall.close(name) }
        await #expect(throws: ServiceError.unknownSession) { try await hall.setLanguage(.en, of: name) }
        #expect(await hall.language(of: name) == nil)
    }

    @Test(
        "history gives the events after a number",
        arguments: [
            (0, ["1 opened", "2 停电", "3 电费", "4 closed"]), (1, ["2 停电", "3 电费", "4 closed"]), (3, ["4 closed"]), (4, []), (99, []),
            (-1, ["1 opened", "2 停电", "3 电费", "4 closed"]),
        ])
    func after(_ sequence: Int, _ expected: [String]) async throws {
        let (hall, session) = await opened()
        _ = try await hall.send("停电", to: session)
        _ = try await hall.send("电费", to: session)
        _ = try await hall.close(session)
        #expect(try await events(hall, session, after: sequence) == expected)
    }

    @Test("a turn can be looked up by its number, the last one by default")
    func turns() async throws {
        let (hall, session) = await opened()
        await #expect(throws: ServiceError.unknownTurn) { try await hall.turn(nil, of: session) }
        _ = try await hall.send("停电", to: session)
        _ = try await hall.send("电费", to: session)
        #expect(try await hall.turn(1, of: session).message == "停电")
        #expect(try await hall.turn(nil, of: session).message == "电费")
        for number in [0, 3, -1] { await #expect(throws: ServiceError.unknownTurn) { try await hall.turn(number, of: session) } }
    }

    @Test("the end is said in the session's language", arguments: zip([nil, .en] as [Language?], ["再见。", "Goodbye."]))
    func goodbye(_ language: Language?, _ text: String) async throws {
        let (hall, session) = await opened(language: language)
        #expect(try await hall.close(session).text == text)
    }

    @Test("a closed session takes no more messages but can still be read")
    func closed() async throws {
        let (hall, session) = await opened()
        _ = try await hall.send("停电", to: session)
        _ = try await hall.close(session)
        await #expect(throws: ServiceError.sessionClosed) { try await hall.send("电费", to: session) }
        await #expect(throws: ServiceError.sessionClosed) { try await hall.send("电费", key: "new", to: session) }
        #expect(try await events(hall, session) == ["1 opened", "2 停电", "3 closed"])
        #expect(try await hall.turn(1, of: session).message == "停电")
    }

    @Test("closing twice is one end")
    func closedTwice() async throws {
        let (hall, session) = await opened()
        #expect(try await hall.close(session) == hall.close(session))
        #expect(try await events(hall, session) == ["1 opened", "2 closed"])
    }

    @Test("closing one session leaves the others open")
    func othersStayOpen() async throws {
        let (hall, session) = await opened()
        let other = await hall.open(language: nil, region: nil).session
        _ = try await hall.close(session)
        #expect(try await hall.send("停电", to: other).number == 1)
    }
}
