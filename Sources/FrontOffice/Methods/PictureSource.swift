internal import Foundation

extension Connection {
    /// The bytes of a picture that came as base64, or that lies below the documents folder.
    func picture(base64: String?, path: String?) throws(RPCError) -> [UInt8] {
        if let base64 {
            guard let data = Data(base64Encoded: base64, options: .ignoreUnknownCharacters), !data.isEmpty else {
                throw .invalidValue("base64", "not_base64", hint: "the file's bytes in base64", message: "'base64' cannot be decoded.")
            }
            return Array(data)
        }
        guard let path else { throw .invalidParams("base64", "is missing, and there is no path") }
        return try file(path)
    }

    /// Only files below the folder that --documents names: links out of it and `..` are refused.
    private func file(_ path: String) throws(RPCError) -> [UInt8] {
        guard let folder = server.documentsFolder else {
            throw .unauthorised("Files are not read: the server was started without --documents.")
        }
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        let wanted = path.hasPrefix("/") ? URL(fileURLWithPath: path) : URL(fileURLWithPath: root).appendingPathComponent(path)
        let place = wanted.standardizedFileURL.resolvingSymlinksInPath().path
        guard place.hasPrefix(root + "/") else { throw .unauthorised("The file lies outside the folder of --documents.") }
        guard let data = FileManager.default.contents(atPath: place), data.count <= Self.largestFile else {
            throw .notFound("There is no such file below the folder of --documents, or it is too large.")
        }
        return Array(data)
    }

    private static let largestFile = 64 * 1024 * 1024
}
