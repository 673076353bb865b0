import FrontOffice
import Glibc
import Synchronization
import Testing

@Suite struct BlockStreamTests {
    private static let sample = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }

    private final class Received: Sendable { let bytes = Mutex<[UInt8]>([]) }

    /// Reads to the end, a few bytes each time the pipe says that it has some.
    private static func readSlowly(_ descriptor: Int32) -> [UInt8] {
        var all: [UInt8] = [], chunk = [UInt8](repeating: 0, count: 997)
        while true {
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, -1) > 0 else { continue }
            let count = read(descriptor, &chunk, chunk.count)
            if count > 0 { all += chunk[..<count] } else if count == 0 { return all }
        }
    }

    @Test("all bytes arrive at a slow reader, whether the pipe blocks or not", arguments: [false, true])
    func slowReader(nonBlocking: Bool) throws {
        let pipe = try Pipe()
        if nonBlocking { pipe.makeNonBlocking() }
        let received = Received()
        let reader = BesideThread { received.bytes.withLock { $0 = Self.readSlowly(pipe.reading) } }
        try BlockWriter(descriptor: pipe.writing).write(Self.sample)
        pipe.closeWriting()
        reader.join()
        #expect(received.bytes.withLock { $0 } == Self.sample)
        pipe.closeReading()
    }

    @Test("a reader gets the bytes in blocks, waits for more and sees the end", arguments: [false, true])
    func reader(nonBlocking: Bool) throws {
        let pipe = try Pipe()
        if nonBlocking { pipe.makeNonBlocking() }
        let writer = BesideThread {
            for start in stride(from: 0, to: Self.sample.count, by: 1000) {
                try? BlockWriter(descriptor: pipe.writing).write(Self.sample[start..<start + 1000])
            }
            pipe.closeWriting()
        }
        var reader = BlockReader(descriptor: pipe.reading, size: 700), all: [UInt8] = []
        while let block = try reader.next() {
            #expect((1...700).contains(block.count))
            all += block
        }
        writer.join()
        #expect(all == Self.sample)
        #expect(try reader.next() == nil)
        pipe.closeReading()
    }

    @Test("a signal does not end a read or a write")
    func interrupted() throws {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in }
        sigaction(SIGUSR1, &action, nil)
        let pipe = try Pipe()
        let reading = UInt(pthread_self())
        let writer = BesideThread {
            for start in stride(from: 0, to: Self.sample.count, by: 10_000) {
                pthread_kill(pthread_t(reading), SIGUSR1)
                try? BlockWriter(descriptor: pipe.writing).write(Self.sample[start..<start + 10_000])
            }
            pipe.closeWriting()
        }
        var reader = BlockReader(descriptor: pipe.reading), all: [UInt8] = []
        while let block = try reader.next() { all += block }
        writer.join()
        #expect(all == Self.sample)
        pipe.closeReading()
    }

    @Test("a closed pipe is an error of the write, not the end of the process")
    func brokenPipe() throws {
        Signals.ignoreBrokenPipes()
        let pipe = try Pipe()
        pipe.closeReading()
        let error = #expect(throws: StreamError.self) { try BlockWriter(descriptor: pipe.writing).write([1]) }
        #expect(error == StreamError(EPIPE))
        #expect(error?.isBrokenPipe == true)
        #expect(error?.description == "Broken pipe")
        pipe.closeWriting()
        raise(SIGXFSZ)
    }

    @Test("a descriptor that is not open is an error")
    func badDescriptor() {
        #expect(throws: StreamError(EBADF)) { try BlockWriter(descriptor: -1).write([1]) }
        #expect(throws: StreamError(EBADF)) {
            var reader = BlockReader(descriptor: -1)
            _ = try reader.next()
        }
        #expect(throws: Never.self) { try BlockWriter(descriptor: -1).write([]) }
    }

    @Test("lines come out of a pipe as they went in")
    func lines() throws {
        let pipe = try Pipe()
        let writer = BesideThread {
            for number in 1...5_000 {
                try? BlockWriter(descriptor: pipe.writing).write(Array("line \(number)\r\n".utf8))
            }
            pipe.closeWriting()
        }
        var reader = BlockReader(descriptor: pipe.reading), splitter = LineSplitter(limit: 100), count = 0
        while let block = try reader.next() {
            splitter.push(block)
            while let event = splitter.next() {
                count += 1
                #expect(event == .line(ArraySlice("line \(count)".utf8), number: count))
            }
        }
        writer.join()
        #expect(count == 5_000)
        pipe.closeReading()
    }
}
