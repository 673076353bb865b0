import FrontOffice
import Testing

@Suite struct LineSplitterTests {
    /// All events of the blocks, with the lines as text.
    private func events(_ blocks: [[UInt8]], limit: Int) -> [String] {
        var splitter = LineSplitter(limit: limit), found: [String] = []
        func drain() {
            while let event = splitter.next() {
                switch event {
                case .line(let line, let number): found.append("\(number) \(String(decoding: line, as: UTF8.self))")
                case .tooLong(let length, let head, let number):
                    found.append("\(number) too long \(length) \(String(decoding: head, as: UTF8.self))")
                }
            }
        }
        for block in blocks {
            splitter.push(block)
            drain()
        }
        splitter.finish()
        drain()
        return found
    }

    @Test("every way to cut the input gives the same lines")
    func everySplit() {
        let sample = Array("one\r\n\n \t\r\n停电\r\rx\r\n1234567890123\r\n\r\nlast\n12345678901234\nrest".utf8)
        let expected = [
            "1 one", "4 停电\r\rx", "5 too long 13 1234567890123", "7 last", "8 too long 14 12345678901234", "9 rest",
        ]
        for first in 0...sample.count {
            for second in first...sample.count {
                let blocks = [Array(sample[..<first]), Array(sample[first..<second]), Array(sample[second...])]
                #expect(events(blocks, limit: 10) == expected.map { $0 })
            }
        }
        #expect(events(sample.map { [$0] }, limit: 10) == expected)
    }

    @Test("a line at the limit passes, one byte more does not", arguments: ["\n", "\r\n", ""], [1, 2, 7, 100_000])
    func limits(ending: String, block: Int) {
        for (length, passes) in [(4999, true), (5000, true), (5001, false), (5002, false)] {
            let line = String(repeating: "x", count: length)
            let bytes = Array((line + ending).utf8)
            let blocks = stride(from: 0, to: bytes.count, by: block).map {
                Array(bytes[$0..<min($0 + block, bytes.count)])
            }
            #expect(events(blocks, limit: 5000) == [passes ? "1 \(line)" : "1 too long \(length) \(line.prefix(4096))"])
        }
    }

    @Test("the line after one that was too long is read")
    func recovery() {
        #expect(
            events([Array("abcdef\nok\nabcdef".utf8), Array("gh\r\n\nend".utf8)], limit: 3) == [
                "1 too long 6 abcdef", "2 ok", "3 too long 8 abcdefgh", "5 end",
            ])
    }

    @Test("blank lines count, also at the end")
    func blanks() {
        var splitter = LineSplitter(limit: 10)
        splitter.push(Array("\n\na\n \n\t".utf8))
        splitter.finish()
        #expect(splitter.next() == .line(ArraySlice("a".utf8), number: 3))
        #expect(splitter.next() == nil)
        #expect(splitter.next() == nil)
        #expect(splitter.lineCount == 5)
    }

    @Test("blocks may be pushed before the events are taken")
    func pushedAhead() {
        var splitter = LineSplitter(limit: 10)
        splitter.push(Array("a\nb".utf8))
        splitter.push(Array("c\nd".utf8))
        splitter.finish()
        var numbers: [Int] = []
        while let event = splitter.next() { numbers.append(event.number) }
        #expect(numbers == [1, 2, 3])
        #expect(splitter.lineCount == 3)
    }

    @Test("no input gives no line")
    func empty() {
        #expect(events([], limit: 10).isEmpty)
        #expect(events([[]], limit: 10).isEmpty)
    }

    @Test("a gigabyte without a line break is one event, whose head is kept")
    func gigabyte() {
        var splitter = LineSplitter(limit: 8 << 20)
        let block = [UInt8](repeating: 0x61, count: 256 << 10)
        for _ in 0..<4096 {
            splitter.push(block)
            #expect(splitter.next() == nil)
        }
        splitter.push(Array("\r\nok\n".utf8))
        let head = [UInt8](repeating: 0x61, count: 4096)
        #expect(splitter.next() == .tooLong(length: 1 << 30, head: head, number: 1))
        #expect(splitter.next() == .line(ArraySlice("ok".utf8), number: 2))
    }
}
