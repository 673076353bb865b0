import Documents

/// What happens to lines on their way: the same scan in another state, the same on every run.
enum DocumentPerturbation: String, CaseIterable {
    case scrambled, spacedLabels = "spaced labels", misreadLabels = "misread labels"

    func apply(_ lines: [PrintedLine], labels: [String], seed: Int) -> [PrintedLine] {
        var random = Sequence(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        switch self {
        case .scrambled: return lines.shuffled(using: &random)
        case .spacedLabels: return lines.map { Self.change($0, labels) { $0.map(String.init).joined(separator: " ") } }
        case .misreadLabels:
            return lines.map { line in
                Self.change(line, labels) { label in
                    var characters = Array(label)
                    let place = Int.random(in: 0..<characters.count, using: &random)
                    characters[place] = Self.lookAlikes[characters[place]] ?? "囗"
                    return String(characters)
                }
            }
        }
    }

    /// Changes the longest label that the line begins with.
    private static func change(_ line: PrintedLine, _ labels: [String], _ body: (String) -> String) -> PrintedLine {
        guard let label = labels.filter({ line.text.hasPrefix($0) && $0.count >= 2 }).max(by: { $0.count < $1.count }) else { return line }
        var changed = line
        changed.text = body(label) + line.text.dropFirst(label.count)
        return changed
    }

    private static let lookAlikes: [Character: Character] = [
        "姓": "妊", "名": "各", "性": "牲", "别": "剐", "住": "往", "址": "扯", "日": "曰", "号": "亏", "限": "眼", "期": "斯", "有": "冇", "人": "入", "发": "友",
        "证": "征", "机": "札", "关": "夫", "签": "鉴", "户": "尸", "电": "申", "表": "衰", "编": "偏", "码": "玛", "代": "伐", "地": "她", "点": "占", "面": "而",
        "积": "枳", "权": "杈", "利": "和", "用": "甩", "途": "逵", "金": "全", "额": "颔", "本": "木", "成": "咸", "立": "亡", "类": "娄", "型": "形", "法": "怯",
        "定": "走", "营": "莒", "经": "径", "范": "苑", "围": "圊", "单": "卑", "位": "泣", "称": "秤", "登": "豋", "记": "纪", "出": "屮", "生": "牛", "民": "氏",
        "族": "旅", "身": "身", "份": "扮", "公": "么",
    ]

    private struct Sequence: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }
}
