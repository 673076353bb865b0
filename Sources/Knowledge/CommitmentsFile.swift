internal import Foundation
internal import JSONText
internal import PowerDomain
internal import Yams

/// Reads `models/commitments.yaml`: the time limits by kind of order, and which kinds need a check of the holder.
struct CommitmentsFile {
    let file: YAMLFile

    func read(into limits: inout OrderLimits) {
        limits.holderChecks = Set(file.strings(file.root, "holder_check").map(\.text))
        for (key, node) in file.mapping(file.root, "commitments", required: true) ?? Node.Mapping([]) {
            guard let kind = key.scalar?.string, let mapping = node.mapping else { continue }
            func number(_ mapping: Node.Mapping, _ key: String) -> Int? { mapping[key]?.scalar.flatMap { Int($0.string) } }
            if let arrival = mapping["arrival_minutes"]?.mapping, let urban = number(arrival, "urban") {
                limits.limits[kind] = .arrival(
                    urban: urban, rural: number(arrival, "rural") ?? urban, remote: number(arrival, "remote") ?? urban)
            } else if let hours = number(mapping, "hours") {
                limits.limits[kind] = .hours(hours)
            } else if let days = number(mapping, "days") {
                limits.limits[kind] = .workingDays(days)
            } else {
                file.report("the commitment \(kind) wants arrival_minutes, hours or days", at: key)
            }
        }
    }
}

extension OrderLimits {
    var json: JSONValue {
        [
            "holder": .array(holderChecks.sorted().map(JSONValue.string)),
            "limits": .object(
                JSONObject(
                    limits.sorted { $0.key < $1.key }.map { kind, limit in
                        let numbers: [Int] =
                            switch limit {
                            case .arrival(let urban, let rural, let remote): [0, urban, rural, remote]
                            case .hours(let hours): [1, hours]
                            case .workingDays(let days): [2, days]
                            }
                        return (kind, .array(numbers.map { JSONValue($0) }))
                    })),
        ]
    }

    init(_ json: JSONValue?) {
        self.init()
        holderChecks = Set((json?["holder"]?.array ?? []).compactMap(\.string))
        for member in json?["limits"]?.object?.members ?? [] {
            let numbers = (member.value.array ?? []).compactMap(\.int)
            switch numbers.first {
            case 0 where numbers.count == 4: limits[member.key] = .arrival(urban: numbers[1], rural: numbers[2], remote: numbers[3])
            case 1 where numbers.count == 2: limits[member.key] = .hours(numbers[1])
            case 2 where numbers.count == 2: limits[member.key] = .workingDays(numbers[1])
            default: break
            }
        }
    }
}
