import Dialogue
import LanguageUnderstanding
import MiddleOffice
import PowerDomain
import Testing

@Suite("A conversation in the hall")
struct HallConversationTests {
    @Test("a session opens with its first line, under a name of its own")
    func open() async {
        let hall = ToyHall.make()
        let first = await hall.open(language: nil, region: nil)
        let second = await hall.open(language: .en, region: nil)
        #expect(first.opening.text == "这里是营业厅。")
        #expect(second.opening.text == "Welcome.")
        #expect(first.session == "s_n1" && second.session == "s_n2")
    }

    @Test(
        "a message is understood and answered",
        arguments: [
            ("我家停电了", "outage.report", "已登记。"), ("查一下电费", "bill.query", "请核验户号。"), ("there is a power cut", "outage.report", "Reported."),
            ("今天天气怎么样", "oos", "这个我帮不上。"), ("", "oos", "这个我帮不上。"),
        ])
    func answer(_ message: String, _ intent: String, _ text: String) async throws {
        let hall = ToyHall.make()
        let session = await hall.open(language: nil, region: nil).session
        let turn = try await hall.send(message, to: session)
        #expect(turn.understanding.intent == intent)
        #expect(turn.answer.text == text)
        #expect(turn.message == message)
    }

    @Test("turns and events of a session are numbered from one")
    func numbers() async throws {
        let hall = ToyHall.make()
        let session = await hall.open(language: nil, region: nil).session
        var turns: [Turn] = []
        for message in ["我家停电了", "电费", "今天天气"] { turns.append(try await hall.send(message, to: session)) }
        #expect(turns.map(\.number) == [1, 2, 3])
        #expect(turns.map(\.sequence) == [2, 3, 4])
        #expect(turns.allSatisfy { $0.session == session })
    }

    @Test("a number is understood as the choice that it picks", arguments: ["1", "１、"])
    func choice(_ number: String) async throws {
        let hall = ToyHall.make()
        let session = await hall.open(language: nil, region: nil).session
        _ = try await hall.send("我家停电了", to: session)
        let turn = try await hall.send(number, to: session)
        #expect(turn.message == number)
        #expect(turn.expanded == "查电费")
        #expect(turn.understanding.intent == "bill.query")
    }

    @Test("sessions do not see each other's choices")
    func isolation() async throws {
        let hall = ToyHall.make()
        let one = await hall.open(language: nil, region: nil).session
        let other = await hall.open(language: nil, region: nil).session
        _ = try await hall.send("我家停电了", to: one)
        #expect(try await hall.send("1", to: other).expanded == "1")
        #expect(try await hall.history(of: other, after: 0).count == 2)
    }

    @Test("the region given at the opening decides where the answer depends on it")
    func region() async throws {
        let hall = ToyHall.make()
        let session = await hall.open(language: nil, region: .shenzhen).session
        #expect(try await hall.send("停电", to: session).answer.text == "深圳已登记。")
    }

    @Test("a language given at the opening is kept, whatever the message's")
    func languageAtOpening() async throws {
        let hall = ToyHall.make()
        let session = await hall.open(language: .en, region: nil).session
        #expect(try await hall.send("我家停电了", to: session).answer.text == "Reported.")
        #expect(await hall.language(of: session) == .en)
    }

    @Test("without one the hall follows the customer, and a message without words keeps the language")
    func followsCustomer() async throws {
        let hall = ToyHall.make()
        let session = await hall.open(language: nil, region: nil).session
        #expect(try await hall.send("there is a power cut", to: session).answer.language == .en)
        #expect(try await hall.send("12345", to: session).answer.language == .en)
        #expect(try await hall.send("我家停电了", to: session).answer.language == .zhHans)
    }

    @Test("the customer can fix a language and let go of it")
    func setLanguage() async throws {
        let hall = ToyHall.make()
        let session = await hall.open(language: nil, region: nil).session
        #expect(try await hall.setLanguage(.en, of: session).text == "English it is.")
        #expect(try await hall.send("我家停电了", to: session).answer.language == .en)
        _ = try await hall.setLanguage(nil, of: session)
        #expect(try await hall.send("我家停电了", to: session).answer.language == .zhHans)
    }

    @Test("attachments alone are answered so, beside a text they are mentioned after the answer")
    func attachments() async throws {
        let hall = ToyHall.make()
        let session = await hall.open(language: nil, region: nil).session
        #expect(try await hall.send("", attachments: papers(1), to: session).answer.text == "附件暂不能读。")
        #expect(try await hall.send("我家停电了", attachments: papers(2), to: session).answer.text == "已登记。\n附件暂不能读。")
    }

    @Test("messages sent at once to one session are taken one after another")
    func concurrent() async throws {
        let hall = ToyHall.make()
        let session = await hall.open(language: nil, region: nil).session
        let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<50 { group.addTask { try await hall.send("停电 \(index)", to: session).number } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(numbers.sorted() == Array(1...50))
        #expect(try await hall.history(of: session, after: 0).map(\.sequence) == Array(1...51))
    }
}
