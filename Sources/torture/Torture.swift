import BackOffice
import Foundation
import PowerDomain

/// Puts the durable store under stress: `kills` ends a working child again and again, `bench` measures durable turns,
/// `child` is what gets killed.
@main
struct Torture {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch arguments.first {
            case "child" where arguments.count == 4:
                try await OrderingChild(folder: arguments[1], round: number(arguments[2]), writers: number(arguments[3])).run()
            case "kills" where arguments.count == 3:
                let trial = CrashTrial(child: "/proc/self/exe", folder: arguments[1], seed: 1)
                let report = try await trial.run(kills: number(arguments[2])) { tell($0) }
                print(report)
                if !report.isClean { exit(1) }
            case "bench" where arguments.count == 4:
                let bench = TurnBench(folder: arguments[1], writers: number(arguments[2]), seconds: Double(number(arguments[3])))
                print(try await bench.run())
            default:
                print("usage: torture kills FOLDER COUNT | bench FOLDER WRITERS SECONDS | child FOLDER ROUND WRITERS")
                exit(64)
            }
        } catch let failure as StoreFailure {
            tell("store: \(failure)")
            exit(failure == .folderInUse ? 75 : 74)
        } catch {
            tell("\(error)")
            exit(70)
        }
    }

    private static func tell(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    private static func number(_ text: String) -> Int { Int(text) ?? 1 }
}
