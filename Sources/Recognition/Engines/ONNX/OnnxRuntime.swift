import Glibc

/// ONNX Runtime, loaded from its shared library while the program runs: no header and no link-time dependency.
///
/// The library stays loaded for the life of the process (it keeps state of its own); environment and memory kind are released
/// with the last reference.
final class OnnxRuntime {
    typealias Handle = OnnxFunctions.Handle

    let functions: OnnxFunctions
    let environment: Handle
    /// Ordinary memory of the processor, where the input of a model lies.
    let processorMemory: Handle
    /// Allocator of the names that the runtime hands out; owned by the runtime.
    let allocator: Handle

    /// Version of the interface that is asked for: everything this product calls is in it.
    private static let interfaceVersion: UInt32 = 16
    /// Only fatal errors go to standard error: all others come back as a status.
    private static let fatalOnly: Int32 = 4

    /// Loads the library at `path`. Errors: `.missingPart` if it cannot be loaded, `.engine` if it is too old.
    init(library path: String) throws(RecognitionError) {
        guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL), let symbol = dlsym(library, "OrtGetApiBase") else {
            throw .missingPart(path)
        }
        typealias Base = @convention(c) () -> UnsafePointer<UnsafeRawPointer>?
        typealias Table = @convention(c) (UInt32) -> UnsafePointer<UnsafeRawPointer>?
        guard let base = unsafeBitCast(symbol, to: Base.self)(),
            let table = unsafeBitCast(base[0], to: Table.self)(Self.interfaceVersion)
        else { throw .engine("this version of ONNX Runtime is too old") }
        let functions = OnnxFunctions(table: table)
        let environment = try functions.made { functions.createEnvironment(Self.fatalOnly, "recognition", $0) }
        do throws(RecognitionError) {
            processorMemory = try functions.made { functions.createMemoryKind(1, 0, $0) }
        } catch {
            functions.release.environment(environment)
            throw error
        }
        do throws(RecognitionError) {
            allocator = try functions.made { functions.defaultAllocator($0) }
        } catch {
            functions.release.memoryKind(processorMemory)
            functions.release.environment(environment)
            throw error
        }
        self.functions = functions
        self.environment = environment
    }

    deinit {
        functions.release.memoryKind(processorMemory)
        functions.release.environment(environment)
    }
}

extension OnnxFunctions {
    /// Turns a failed status into an error, and releases it.
    func check(_ status: Handle?) throws(RecognitionError) {
        guard let status else { return }
        let message = errorMessage(status).map { String(cString: $0) } ?? "unknown"
        release.status(status)
        throw .engine(message)
    }

    /// What a function that fills a slot has made.
    func made(_ make: (Slot) -> Handle?) throws(RecognitionError) -> Handle {
        var slot: Handle?
        try check(make(&slot))
        guard let slot else { throw .engine("ONNX Runtime made nothing") }
        return slot
    }
}
