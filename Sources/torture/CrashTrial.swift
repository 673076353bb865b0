import BackOffice
import Foundation
import PowerDomain

/// Starts a child that makes orders, kills it at a random moment, and looks whether what it acknowledged is there, once.
struct CrashTrial {
    /// The executable of the child.
    let child: String
    let folder: String
    let seed: UInt64
    static let writers = 16

    /// What was found over all rounds.
    struct Report: CustomStringConvertible {
        var kills = 0
        var acknowledged = 0
        var unanswered = 0
        var lost = 0
        var doubled = 0
        var changed = 0
        var brokenChains = 0
        var slowestStart = 0.0

        var isClean: Bool { lost == 0 && doubled == 0 && changed == 0 && brokenChains == 0 }

        var description: String {
            "\(kills) kills, \(acknowledged) acknowledged, \(unanswered) unanswered, \(lost) lost, \(doubled) doubled, "
                + "\(changed) answered differently, \(brokenChains) broken audit chains, slowest start \(Int(slowestStart * 1000)) ms"
        }
    }

    func run(kills: Int, progress: @Sendable (String) -> Void = { _ in }) async throws -> Report {
        var report = Report()
        var state = seed
        for round in 0..<kills {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let journal = try kill(round, afterMilliseconds: 5 + Int((state >> 33) % 300))
            report.kills += 1
            try await check(journal, &report)
            if (round + 1) % 50 == 0 { progress("\(report)") }
        }
        return report
    }

    /// What the child said before it died.
    private struct Journal {
        var sent: [String] = []
        var acknowledged: [String: String] = [:]
    }

    private func kill(_ round: Int, afterMilliseconds delay: Int) throws -> Journal {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: child)
        process.arguments = ["child", folder, String(round), String(Self.writers)]
        process.standardOutput = pipe
        try process.run()
        let pid = process.processIdentifier
        let handle = pipe.fileHandleForReading
        var output = Data()
        // The moment counts from the start of work, so that every kill meets writers.
        while !output.contains(0x0A) {
            let piece = handle.availableData
            if piece.isEmpty { break }
            output += piece
        }
        let killer = Thread {
            usleep(UInt32(delay) * 1000)
            _ = Glibc.kill(pid, SIGKILL)
        }
        killer.start()
        output += handle.readDataToEndOfFile()
        process.waitUntilExit()
        return journal(output)
    }

    private func journal(_ output: Data) -> Journal {
        var journal = Journal()
        // A last line that was cut off says nothing.
        let whole = output.prefix(through: output.lastIndex(of: 0x0A) ?? output.startIndex)
        for line in String(decoding: whole, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.count == 2, words[0] == "SENT" { journal.sent.append(words[1]) }
            if words.count == 3, words[0] == "ACK" { journal.acknowledged[words[1]] = words[2] }
        }
        return journal
    }

    private func check(_ journal: Journal, _ report: inout Report) async throws {
        let start = Date()
        let store: SQLiteStore
        do {
            store = try SQLiteStore(HallFolder(folder))
        } catch StoreFailure.damaged {
            report.brokenChains += 1
            return
        }
        report.slowestStart = max(report.slowestStart, Date().timeIntervalSince(start))
        report.acknowledged += journal.acknowledged.count
        let unanswered = journal.sent.filter { journal.acknowledged[$0] == nil }
        report.unanswered += unanswered.count
        // Asked again, a key has to give one and the same number: those that were cut off, and the last that were not.
        for key in unanswered + unanswered + journal.sent.suffix(4 * Self.writers) {
            let session = String(key.prefix { $0 != "-" })
            let again = try await Sample.makeOrder(key, session: session, in: store)
            if let number = journal.acknowledged[key], number != again { report.changed += 1 }
        }
        try await count(journal, store, &report)
        // The start looked at the end of the log; all of it is looked at now and then.
        if report.kills % 20 == 0 {
            do throws(StoreFailure) { try await store.check() } catch { report.brokenChains += 1 }
        }
        await store.close()
    }

    /// Each key that was sent has exactly one order, with the number that was acknowledged.
    private func count(_ journal: Journal, _ store: SQLiteStore, _ report: inout Report) async throws {
        var numbers: [String: [String]] = [:]
        for session in Set(journal.sent.map { String($0.prefix { $0 != "-" }) }) {
            var query = OrderQuery()
            query.session = session
            query.limit = .max - 1
            let wanted = query
            let page = try await store.read { records throws(StoreFailure) in try records.orders(wanted) }
            for order in page.orders { numbers[order[slot: "reason"]?.text ?? "", default: []].append(order.id.text) }
        }
        for key in journal.sent {
            let found = numbers[key] ?? []
            if found.isEmpty { report.lost += 1 }
            if found.count > 1 { report.doubled += 1 }
            if let number = journal.acknowledged[key], found.count == 1, found != [number] { report.lost += 1 }
        }
    }
}
