internal import JSONText
internal import PowerDomain

extension OrderLimits {
    /// What the conversation needs of the utility's rules: when an order is due, and which kinds want the holder's agreement.
    init(_ rules: WorkOrderRules) {
        self.init()
        holderChecks = rules.holderChecked
        limits = rules.commitments.mapValues { commitment in
            switch commitment.limit {
            case .arrival(let minutes):
                let longest = minutes.values.max() ?? 0
                return .arrival(
                    urban: minutes[.urban] ?? longest, rural: minutes[.rural] ?? longest, remote: minutes[.remote] ?? longest)
            case .hours(let hours): return .hours(hours)
            case .workingDays(let days, _): return .workingDays(days)
            }
        }
    }

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
