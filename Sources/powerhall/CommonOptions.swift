import ArgumentParser
import FrontOffice
import Foundation
import Knowledge
import PowerDomain

/// Options that several commands share; each has an environment variable `POWERHALL_<NAME>`.
struct CommonOptions: ParsableArguments {
    @Option(help: "The folder of the training data. Default: the checkout's, else share/powerhall/intents.")
    var intents: String?

    @Option(help: "The folder of models and figures. Default: the checkout's, else share/powerhall/models.")
    var models: String?

    @Option(name: .customLong("as-of"), help: "What counts as today, YYYY-MM-DD.")
    var asOf: String?

    @Option(help: "Who is on the other side: customer, staff or admin.")
    var role: String?

    @Option(help: "Supply region: guangzhou, shenzhen, guangdong, guangxi, yunnan, guizhou, hainan.")
    var region: String?

    @Option(help: "Language of the answers: zh-Hans, zh-Hant, yue, en. Default: the customer's own.")
    var lang: String?

    @Option(help: "The folder of the program's own state. Default: $XDG_DATA_HOME/powerhall.")
    var data: String?

    @Option(help: "The folder of fetched models and libraries. Default: the checkout's .pretrained.")
    var pretrained: String?

    @Option(help: "The only folder in which files named by `path` in the line protocol may lie. Default: none.")
    var documents: String?

    @Option(help: "A file of `option: value` lines; options and environment variables win over it.")
    var config: String?

    mutating func validate() throws {
        if let day = try setting("as-of", asOf), CalendarDay(day) == nil {
            throw ValidationError("--as-of must be a day such as 2026-11-24, not '\(day)'")
        }
        if let role = try setting("role", role), Role(rawValue: role) == nil {
            throw ValidationError("--role must be customer, staff or admin, not '\(role)'")
        }
        if let region = try setting("region", region), Region(rawValue: region) == nil {
            throw ValidationError("--region must be one of \(Region.allCases.map(\.rawValue).joined(separator: ", ")), not '\(region)'")
        }
        if let lang = try setting("lang", lang), Language(rawValue: lang) == nil {
            throw ValidationError("--lang must be one of \(Language.allCases.map(\.rawValue).joined(separator: ", ")), not '\(lang)'")
        }
    }

    /// An option's value: from the command line, else the environment, else the file named by --config.
    private func setting(_ name: String, _ given: String?) throws -> String? {
        if let given { return given }
        let variable = "POWERHALL_" + name.uppercased().replacingOccurrences(of: "-", with: "_")
        if let value = ProcessInfo.processInfo.environment[variable], !value.isEmpty { return value }
        guard let path = config ?? ProcessInfo.processInfo.environment["POWERHALL_CONFIG"] else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ValidationError("--config: cannot read '\(path)'")
        }
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2, parts[0] == name { return parts[1] }
        }
        return nil
    }

    // Checked by `validate`, so that reading again cannot fail.
    private func value(_ name: String, _ given: String?) -> String? { (try? setting(name, given)) ?? nil }

    var folders: KnowledgeFolders {
        let base = Self.baseFolder()
        return KnowledgeFolders(
            intents: value("intents", intents) ?? base + "/intents", models: value("models", models) ?? base + "/models")
    }

    var today: CalendarDay {
        value("as-of", asOf).flatMap { CalendarDay($0) } ?? Self.systemToday()
    }

    var isIntentsGiven: Bool { value("intents", intents) != nil }
    var isFixedDay: Bool { value("as-of", asOf) != nil }
    var givenRole: Role? { value("role", role).flatMap(Role.init(rawValue:)) }
    var givenRegion: Region? { value("region", region).flatMap(Region.init(rawValue:)) }
    var givenLanguage: Language? { value("lang", lang).flatMap(Language.init(rawValue:)) }

    /// Where `make pretrained` puts what it fetches.
    var pretrainedFolder: String { value("pretrained", pretrained) ?? Self.baseFolder() + "/.pretrained" }

    var documentsFolder: String? { value("documents", documents) }

    var dataFolder: String {
        if let folder = value("data", data) { return folder }
        let environment = ProcessInfo.processInfo.environment
        if let home = environment["XDG_DATA_HOME"], !home.isEmpty { return home + "/powerhall" }
        return (environment["HOME"] ?? ".") + "/.local/share/powerhall"
    }

    /// The checkout that the command is run in, else `share/powerhall` beside the executable's `bin`.
    private static func baseFolder() -> String {
        let manager = FileManager.default
        var folder = URL(fileURLWithPath: manager.currentDirectoryPath)
        while folder.path != "/" {
            if manager.fileExists(atPath: folder.path + "/Package.swift"), manager.fileExists(atPath: folder.path + "/intents") {
                return folder.path
            }
            folder.deleteLastPathComponent()
        }
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return executable.deletingLastPathComponent().deletingLastPathComponent().path + "/share/powerhall"
    }

    /// Today in China, where the utility is.
    static func systemToday() -> CalendarDay {
        CalendarDay(daysSince1970: (Int(Date().timeIntervalSince1970) + 8 * 3600) / 86_400)
    }

    /// Minutes since midnight in China.
    @Sendable static func systemMinute() -> Int { (Int(Date().timeIntervalSince1970) + 8 * 3600) % 86_400 / 60 }
}

/// Exit codes of sysexits.h.
extension ExitCode {
    static let checkFailed = ExitCode(1)
    static let badData = ExitCode(65)
    static let noInput = ExitCode(66)
    static let missingService = ExitCode(69)
    static let cannotWrite = ExitCode(73)
    static let ioError = ExitCode(74)
}

/// Says something to the person at the terminal, never on stdout.
func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}

/// Says what is wrong and ends with `code`.
func fail(_ code: ExitCode, _ text: String) -> ExitCode {
    say("powerhall: " + text)
    return code
}
