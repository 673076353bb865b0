/// What the program asks its worker to do with one file.
struct WorkerRequest: Equatable {
    enum Task: Equatable {
        case read
        /// Draw marks over one page (from 1) and give it back as a PNG.
        case draw(page: Int, marks: [OverlayMark])
    }

    let task: Task
    let choice: EngineChoice
    let limits: PictureLimits
    /// Resident memory with which the worker is safe, bytes.
    let memory: Int
    /// Memory that the worker may ask the system for, bytes.
    let reservedMemory: Int
    let file: [UInt8]

    init(task: Task, choice: EngineChoice, limits: PictureLimits, memory: Int, reservedMemory: Int, file: [UInt8]) {
        self.task = task
        self.choice = choice
        self.limits = limits
        self.memory = memory
        self.reservedMemory = reservedMemory
        self.file = file
    }

    var encoded: [UInt8] {
        var wire = WireWriter()
        if case .draw(let page, let marks) = task {
            wire.byte(1)
            wire.number(page)
            wire.number(marks.count)
            for mark in marks { mark.encode(to: &wire) }
        } else {
            wire.byte(0)
        }
        wire.text(choice.engine)
        wire.number(choice.parts.count)
        for (name, value) in choice.parts.sorted(by: { $0.key < $1.key }) {
            wire.text(name)
            wire.text(value)
        }
        for number in [limits.minSide, limits.maxSide, limits.maxPixels, limits.maxPages, memory, reservedMemory] { wire.number(number) }
        wire.blob(file)
        return wire.bytes
    }

    init(decoding bytes: [UInt8]) throws(RecognitionError) {
        var wire = WireReader(bytes)
        if try wire.byte() == 1 {
            let page = try wire.number()
            var marks: [OverlayMark] = []
            for _ in 0..<(try wire.count()) { marks.append(try OverlayMark(from: &wire)) }
            task = .draw(page: page, marks: marks)
        } else {
            task = .read
        }
        let engine = try wire.text()
        var parts: [String: String] = [:]
        for _ in 0..<(try wire.count()) {
            let name = try wire.text()
            parts[name] = try wire.text()
        }
        choice = EngineChoice(engine: engine, parts: parts)
        var limits = PictureLimits()
        limits.minSide = try wire.number()
        limits.maxSide = try wire.number()
        limits.maxPixels = try wire.number()
        limits.maxPages = try wire.number()
        self.limits = limits
        memory = try wire.number()
        reservedMemory = try wire.number()
        file = try wire.blob()
    }
}

extension OverlayMark {
    func encode(to wire: inout WireWriter) {
        wire.quad(quad)
        wire.text(label)
        wire.text(severity.rawValue)
    }

    init(from wire: inout WireReader) throws(RecognitionError) {
        let quad = try wire.quad(), label = try wire.text()
        guard let severity = Severity(rawValue: try wire.text()) else { throw .workerLost }
        self.init(quad: quad, label: label, severity: severity)
    }
}

extension WireWriter {
    /// Eight coordinates; what is not eight long is filled up.
    mutating func quad(_ quad: [Float]) {
        for index in 0..<8 { real(index < quad.count ? Double(quad[index]) : 0) }
    }
}

extension WireReader {
    mutating func quad() throws(RecognitionError) -> [Float] {
        var quad: [Float] = []
        for _ in 0..<8 { quad.append(Float(try real())) }
        return quad
    }
}
