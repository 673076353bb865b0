import PowerDomain
import Testing

struct AuditChainTests {
    private static func entries(_ count: Int) -> [AuditEntry] {
        var head = AuditHead.start
        return (0..<count).map { index in
            let draft = AuditDraft(
                at: Sample.start, by: .staff("S1"), action: "order.advance",
                object: .order(OrderNumber(day: Sample.start.day, running: index + 1)), digests: [PersonalDigest("张三", salt: [1, 2])])
            let entry = AuditEntry(draft, behind: head)
            head = AuditHead(sequence: entry.sequence, hash: entry.hash)
            return entry
        }
    }

    private static func verdict(_ entries: [AuditEntry]) -> AuditVerdict {
        var chain = AuditChain()
        for entry in entries { chain.accept(entry) }
        return chain.verdict
    }

    @Test("an untouched chain is intact")
    func intact() { #expect(Self.verdict(Self.entries(50)) == AuditVerdict(entries: 50, firstBad: nil)) }

    @Test("a change of any member, a swap and a gap name the first bad entry", arguments: [1, 7, 20])
    func changes(_ number: Int) {
        let entries = Self.entries(20), index = number - 1, entry = entries[number - 1]
        let variants = [
            AuditEntry(
                sequence: entry.sequence, at: entry.at + 1, by: entry.by, action: entry.action, object: entry.object, result: entry.result,
                digests: entry.digests, hash: entry.hash),
            AuditEntry(
                sequence: entry.sequence, at: entry.at, by: "admin", action: entry.action, object: entry.object, result: entry.result,
                digests: entry.digests, hash: entry.hash),
            AuditEntry(
                sequence: entry.sequence, at: entry.at, by: entry.by, action: entry.action, object: "-", result: "\"",
                digests: entry.digests, hash: entry.hash),
            AuditEntry(
                sequence: entry.sequence, at: entry.at, by: entry.by, action: entry.action, object: entry.object, result: entry.result,
                digests: [], hash: entry.hash),
        ]
        for variant in variants {
            var changed = entries
            changed[index] = variant
            #expect(Self.verdict(changed).firstBad == number)
        }
        var gap = entries
        gap.remove(at: index)
        #expect(Self.verdict(gap).firstBad == (number == 20 ? nil : number))
        var chain = AuditChain()
        for entry in gap { chain.accept(entry) }
        #expect(chain.verdict(reaching: AuditHead(sequence: 20, hash: entries[19].hash)).firstBad == number, "the anchor shows a cut tail")
        guard number < 20 else { return }
        var swapped = entries
        swapped.swapAt(index, index + 1)
        #expect(Self.verdict(swapped).firstBad == number)
    }

    @Test(
        "numbers that could be personal are no words of the log",
        arguments: ["13912345670", "0800123456789012", "440106199003074627", "王芳", "a b", "", "x\u{1B}"])
    func words(_ text: String) { #expect(AuditWord(text) == nil) }

    @Test("a digest changes with the salt and does not show the value")
    func digests() {
        #expect(PersonalDigest("13912345670", salt: [1]) != PersonalDigest("13912345670", salt: [2]))
        #expect(PersonalDigest("13912345670", salt: [1]) == PersonalDigest("13912345670", salt: [1]))
    }
}
