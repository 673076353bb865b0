import Glibc

/// One loaded network with one input and one output of 32-bit floats.
final class OnnxSession {
    private let runtime: OnnxRuntime
    private let session: OnnxFunctions.Handle
    private let inputName, outputName: UnsafeMutablePointer<CChar>
    private let clock: InferenceClock?

    private static let floatType: Int32 = 1

    /// Loads the model file. The memory arena stays on: without it a scan takes a fifth longer, and the heap in pieces takes
    /// more memory than the arena. Memory patterns are off: they keep one block for every size of input that was seen.
    ///
    /// Errors: `.missingPart` without the file, `.engine` if the runtime refuses it.
    init(model path: String, runtime: OnnxRuntime, threads: Int, clock: InferenceClock?) throws(RecognitionError) {
        guard access(path, R_OK) == 0 else { throw .missingPart(path) }
        let call = runtime.functions
        let options = try call.made { call.createOptions($0) }
        defer { call.release.options(options) }
        try call.check(call.setIntraThreads(options, Int32(threads)))
        try call.check(call.setInterThreads(options, 1))
        try call.check(call.disableMemoryPattern(options))
        let session = try call.made { call.createSession(runtime.environment, path, options, $0) }
        var input: UnsafeMutablePointer<CChar>?
        var output: UnsafeMutablePointer<CChar>?
        do throws(RecognitionError) {
            try call.check(call.inputName(session, 0, runtime.allocator, &input))
            try call.check(call.outputName(session, 0, runtime.allocator, &output))
        } catch {
            runtime.free(input)
            call.release.session(session)
            throw error
        }
        guard let input, let output else {
            call.release.session(session)
            throw .engine("the model names no input or no output")
        }
        (inputName, outputName) = (input, output)
        self.session = session
        self.runtime = runtime
        self.clock = clock
    }

    deinit {
        runtime.free(inputName)
        runtime.free(outputName)
        runtime.functions.release.session(session)
    }

    /// Runs the network on `input`, which has `shape`, and hands its output and the output's shape to `body`.
    /// The output is valid only inside `body`: it is not copied.
    func run<Answer>(
        _ input: UnsafeMutableBufferPointer<Float>, shape: [Int],
        _ body: (UnsafeBufferPointer<Float>, [Int]) throws(RecognitionError) -> Answer
    ) throws(RecognitionError) -> Answer {
        let count = shape.reduce(1, *)
        guard let base = input.baseAddress, count <= input.count else { throw .engine("input smaller than its shape") }
        let call = runtime.functions
        let dimensions = shape.map(Int64.init)
        let tensor = try call.made {
            call.createTensor(
                runtime.processorMemory, base, count * MemoryLayout<Float>.stride, dimensions, dimensions.count, Self.floatType, $0)
        }
        defer { call.release.value(tensor) }
        clock?.start()
        let output = try call.made { slot in
            withUnsafePointer(to: UnsafePointer(inputName)) { inputs in
                withUnsafePointer(to: UnsafePointer(outputName)) { outputs in
                    withUnsafePointer(to: Optional(tensor)) { call.run(session, nil, inputs, $0, 1, outputs, 1, slot) }
                }
            }
        }
        clock?.stop()
        defer { call.release.value(output) }
        let outputShape = try shapeOfTensor(output)
        var contents: UnsafeMutableRawPointer?
        try call.check(call.tensorContents(output, &contents))
        let outputCount = outputShape.reduce(1, *)
        return try body(
            UnsafeBufferPointer(start: contents?.assumingMemoryBound(to: Float.self), count: outputCount), outputShape)
    }

    /// The text that the model's file carries under `key`, nil if there is none.
    func metadata(_ key: String) throws(RecognitionError) -> String? {
        let call = runtime.functions
        let metadata = try call.made { call.metadata(session, $0) }
        defer { call.release.metadata(metadata) }
        var value: UnsafeMutablePointer<CChar>?
        try call.check(call.metadataValue(metadata, runtime.allocator, key, &value))
        defer { runtime.free(value) }
        return value.map { String(cString: $0) }
    }

    private func shapeOfTensor(_ tensor: OnnxFunctions.Handle) throws(RecognitionError) -> [Int] {
        let call = runtime.functions
        let shape = try call.made { call.tensorShape(tensor, $0) }
        defer { call.release.shape(shape) }
        var count = 0
        try call.check(call.dimensionCount(shape, &count))
        var dimensions = [Int64](repeating: 0, count: count)
        try call.check(call.dimensions(shape, &dimensions, count))
        return dimensions.map(Int.init)
    }
}

extension OnnxRuntime {
    /// Gives back a name or text that the runtime allocated; a failure to do so cannot be helped.
    func free(_ text: UnsafeMutablePointer<CChar>?) {
        guard let text, let status = functions.free(allocator, text) else { return }
        functions.release.status(status)
    }
}
