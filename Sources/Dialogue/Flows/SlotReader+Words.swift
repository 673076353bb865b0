internal import LanguageUnderstanding
internal import PowerDomain
internal import TextAnalysis

// Choices, places, names and free words.

extension SlotReader {
    // MARK: Choices

    func choice(
        _ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool, _ context: Context, _ taken: inout Taken
    ) -> Reading {
        if isAsked, let number = Self.leadingNumber(utterance), slot.choices.indices.contains(number - 1), slot.form == .choice {
            return .value(.text(slot.choices[number - 1].code))
        }
        if slot.form == .paper, let paper = paper(slot, utterance, isAsked) { return .value(.text(paper)) }
        if isAsked, slot.choice("breaker_tripped") != nil {
            // "跳下来了吗": yes and no are answers.
            if Phrases.yes.matches(utterance) { return .value(.text("breaker_tripped")) }
            if Phrases.no.matches(utterance) || ["没", "没有", "冇", "未"].contains(utterance.core) { return .value(.text("breaker_up")) }
        }
        let hits = hits(slot, utterance, isAsked)
        if slot.form == .choices, hits.count > 1 {
            return .value(.text(Self.unique(hits.map(\.code)).joined(separator: ",")))
        }
        if let hit = pick(hits, \.range, for: slot, utterance, isAsked, context, &taken) {
            return slot.form == .yesNo ? .value(.flag(["yes", "true"].contains(hit.code))) : .value(.text(hit.code))
        }
        if slot.form == .language {
            for entity in utterance.understanding.entities where entity.kind == .language {
                if case .text(let code) = entity.value { return .value(.text(code)) }
            }
        }
        if slot.form == .yesNo { return flag(slot, utterance, isAsked) }
        return .nothing
    }

    /// `1。地址是…`: the number of a choice with more behind it.
    private static func leadingNumber(_ utterance: Utterance) -> Int? {
        let scalars = utterance.text.scalars
        guard scalars.count >= 2, (0x31...0x39).contains(scalars[0]) else { return scalars.count == 1 ? number(scalars[0]) : nil }
        let marks: Set<UInt32> = [0x20, 0x2C, 0x2E, 0x3002, 0x3001, 0x3B, 0x29]
        return marks.contains(scalars[1]) ? number(scalars[0]) : nil
    }

    private static func number(_ scalar: UInt32) -> Int? { (0x31...0x39).contains(scalar) ? Int(scalar - 0x30) : nil }

    private static func unique(_ codes: [String]) -> [String] {
        var seen = Set<String>()
        return codes.filter { seen.insert($0).inserted }
    }

    /// Where the words of the choices stand in the message, the longest first; what is denied is left out.
    private func hits(_ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool) -> [(code: String, range: Range<Int>)] {
        let scalars = utterance.text.scalars
        var found: [(code: String, range: Range<Int>)] = []
        for choice in slot.choices {
            let words = choice.words + choice.title.texts.values + (isAsked ? [choice.code] : [])
            for word in words {
                let folded = FoldedText(word).scalars
                // Out of the blue a short word means too little.
                guard !folded.isEmpty, isAsked || folded.count >= (folded[0] < 0x80 ? 4 : 2) else { continue }
                if isAsked, utterance.core == Utterance.core(of: FoldedText(word).string) { return [(choice.code, 0..<scalars.count)] }
                if !isAsked, choice.code == "other" { continue }
                for start in Self.starts(of: folded, in: scalars) where !Self.isDenied(start, scalars, slot) {
                    found.append((choice.code, start..<start + folded.count))
                }
            }
        }
        if found.isEmpty, isAsked, let spoken = soundHit(slot, utterance) { return [spoken] }
        let order = found.sorted { ($0.range.count, -$0.range.lowerBound) > ($1.range.count, -$1.range.lowerBound) }
        var kept: [(code: String, range: Range<Int>)] = []
        for hit in order where !kept.contains(where: { $0.range.overlaps(hit.range) }) { kept.append(hit) }
        return kept
    }

    /// A choice spelt in pinyin.
    private func soundHit(_ slot: SlotDefinition, _ utterance: Utterance) -> (code: String, range: Range<Int>)? {
        guard !utterance.text.traits.contains(.han), let spoken = PinyinTable.standard.sounds(of: utterance.text), spoken.count >= 2
        else { return nil }
        for choice in slot.choices {
            for word in choice.words + [choice.title.text(in: .zhHans)] {
                guard let sounds = PinyinTable.standard.sounds(of: FoldedText(word)), sounds.count >= 2, sounds.count <= spoken.count
                else { continue }
                if (0...spoken.count - sounds.count).contains(where: { Array(spoken[$0..<$0 + sounds.count]) == sounds }) {
                    return (choice.code, 0..<utterance.text.scalars.count)
                }
            }
        }
        return nil
    }

    static func starts(of word: [UInt32], in scalars: [UInt32]) -> [Int] {
        guard !word.isEmpty, word.count <= scalars.count else { return [] }
        let isLatin = word[0] >= 0x61 && word[0] <= 0x7A
        return (0...scalars.count - word.count).filter { start in
            for offset in 0..<word.count where scalars[start + offset] != word[offset] { return false }
            guard isLatin else { return true }
            func isLetter(_ index: Int) -> Bool { scalars.indices.contains(index) && scalars[index] >= 0x61 && scalars[index] <= 0x7A }
            return !isLetter(start - 1) && !isLetter(start + word.count)
        }
    }

    /// 不是, 没, 唔系 directly before a choice takes it out, unless the choice's own words deny.
    private static func isDenied(_ start: Int, _ scalars: [UInt32], _ slot: SlotDefinition) -> Bool {
        let before = String(
            String.UnicodeScalarView(scalars[max(0, start - 4)..<start].compactMap { Unicode.Scalar($0) }))
        return ["不是", "不要", "唔要", "不用", "唔使", "唔系", "并非", "没", "冇", "不", "唔", "未", "not ", "no "].contains { before.hasSuffix($0) }
    }

    private func flag(_ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool) -> Reading {
        if slot.name == "anonymous" {
            let open = ["可以留名", "留名", "实名", "use my name", "keep my name", "不用匿名", "不匿名", "唔使匿名", "写我名"]
            let hidden = [
                "匿名", "不留名", "别说是我", "唔好讲", "保密", "不要留名", "唔好留名", "别留名", "anonymous", "keep me out", "without my name", "don't mention",
                "don't keep my name", "唔留名",
            ]
            if Self.contains(utterance, hidden), !Self.contains(utterance, ["不用匿名", "唔使匿名", "不匿名"]) { return .value(.flag(true)) }
            if Self.contains(utterance, open) { return .value(.flag(false)) }
        }
        guard isAsked else { return .nothing }
        if Phrases.no.matches(utterance) { return .value(.flag(false)) }
        if Phrases.yes.matches(utterance) { return .value(.flag(true)) }
        return .nothing
    }

    private static let papers: [String: [String]] = [
        "proof": ["户口", "居住证", "结婚证", "出生证", "household register", "residence permit"],
        "property_proof": ["房产证", "不动产", "房本", "购房合同", "购楼合同", "产权", "屋契", "楼契", "property", "deed", "宅基地"],
        "parking_right": ["车位", "parking", "bay", "车位证", "车位合同"],
        "property_consent": ["物业", "管理处", "consent", "property manager", "management"],
    ]

    private func paper(_ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool) -> String? {
        let isNamed = Self.contains(utterance, Self.papers[slot.name] ?? [])
        let folded = utterance.folded
        let lacks = [
            "没有", "未有", "冇", "还没", "没办", "没拿", "不同意", "唔肯", "唔签", "没下来", "未落", "拒绝", "no papers", "don't have", "not yet", "isn't out",
            "not out", "refused", "no contract",
            "haven't", "丢了", "唔见",
        ]
        let has = ["有", "带了", "齐", "得", "盖章", "同意了", "发你", "影畀", "拍给", "have", "got", "here is", "提供", "补", "准备", "signed", "agreed"]
        // Where there is no property manager nobody need agree.
        if slot.name == "property_consent",
            Self.contains(utterance, ["没有物业", "没物业", "冇物业", "冇管理处", "no property", "no management"])
        {
            return nil
        }
        if isNamed || isAsked {
            if lacks.contains(where: { folded.contains($0) }) { return isAsked || isNamed ? "none" : nil }
            if has.contains(where: { folded.contains($0) }), isNamed || isAsked, !utterance.isQuestion || isAsked {
                return isAsked || Self.contains(utterance, ["证我有", "有房产", "我有", "have", "got", "齐", "带了", "有证", "有合同", "同意了", "盖章"])
                    ? "promised" : nil
            }
        }
        guard isAsked else { return nil }
        if Phrases.have.matches(utterance) || Phrases.yes.matches(utterance) { return "promised" }
        if Phrases.no.matches(utterance) { return "none" }
        return isNamed && !utterance.isQuestion ? "promised" : nil
    }

    // MARK: Places

    func place(_ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool, _ context: Context) -> Reading {
        let entities = utterance.understanding.entities
        switch slot.form {
        case .region:
            for entity in entities where entity.kind == .city || entity.kind == .region {
                guard case .text(let text) = entity.value else { continue }
                if let region = Region(rawValue: text) ?? context.regionOfCity[text] { return .value(.text(region.rawValue)) }
            }
            return .nothing
        case .city:
            for entity in entities where entity.kind == .city { if case .text(let text) = entity.value { return .value(.text(text)) } }
            return .nothing
        default:
            let folded = utterance.folded
            guard let end = folded.lastIndex(where: { "区县市".contains($0) }) else { return .nothing }
            let head = folded[...end].reversed().prefix { !",。;、? 在我住去喺系到查问是".contains($0) }
            let name = String(head.reversed())
            guard (2...6).contains(name.count), !["小区", "社区", "地区", "市区", "片区"].contains(where: { name.hasSuffix($0) }) else {
                return .nothing
            }
            // Its city stands apart.
            for entity in entities where entity.kind == .city {
                if case .text(let city) = entity.value {
                    for prefix in [city + "市", city] where name.hasPrefix(prefix) && name.count > prefix.count + 1 {
                        return .value(.text(String(name.dropFirst(prefix.count))))
                    }
                    if name == city + "市" { return .nothing }
                }
            }
            return .value(.text(name))
        }
    }

    func address(
        _ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool, _ context: Context, _ taken: inout Taken
    ) -> Reading {
        let named = utterance.understanding.entities.first { $0.kind == .address && taken.isFree($0.range) }
        guard isAsked else {
            guard let named else { return .nothing }
            // A street alone, in passing, is no place to send a crew to.
            taken.take(named.range)
            return .value(.text(utterance.written(wider(named.range, utterance))))
        }
        let rest = Answers.withoutNumbers(utterance, Answers.addressCues)
        if let named {
            taken.take(named.range)
            let written = utterance.written(wider(named.range, utterance))
            let isWhole = rest.unicodeScalars.count <= written.unicodeScalars.count + 10 && rest.contains(written)
            return .value(.text(isWhole ? rest : written))
        }
        guard rest.unicodeScalars.count >= 3, !utterance.isQuestion else { return .nothing }
        let isPlain = utterance.understanding.entities.contains { [.phone, .accountNumber, .email].contains($0.kind) }
        if isPlain, rest.unicodeScalars.count < 4 { return .nothing }
        let looksLike =
            rest.unicodeScalars.contains { ("0"..."9").contains($0) } || Self.placeWords.contains { rest.contains($0) }
            || rest.unicodeScalars.count >= 6
        return looksLike ? .value(.text(rest)) : .flawed
    }

    private static let placeWords = [
        "路", "街", "巷", "村", "镇", "鎮", "区", "區", "县", "縣", "市", "楼", "樓", "栋", "棟", "座", "苑", "园", "園", "厦", "廈", "城", "屯", "队", "隊", "组",
        "桥", "橋", "站", "厂", "廠", "学校", "市场", "口", "旁", "边", "邊", "杆", "广场", "塘", "里", "坊",
        "road", "Road", "street", "Street", "avenue", "Avenue", "near", "building", "Building", "village", "block", "Block",
    ]

    /// A city or district that stands directly before an address belongs to it.
    private func wider(_ range: Range<Int>, _ utterance: Utterance) -> Range<Int> {
        var start = range.lowerBound
        for entity in utterance.understanding.entities.reversed() where entity.kind == .city || entity.kind == .region {
            if entity.range.upperBound == start { start = entity.range.lowerBound }
            if entity.range.upperBound + 1 == start, utterance.text.scalars[entity.range.upperBound] == 0x5E02 {
                start = entity.range.lowerBound
            }
        }
        return start..<range.upperBound
    }

    // MARK: Names

    func name(
        _ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool, _ context: Context, _ taken: inout Taken
    ) -> Reading {
        let kinds: [EntityKind] = slot.form == .person ? [.person] : slot.form == .company ? [.company] : [.company, .person]
        if let entity = utterance.understanding.entities.first(where: { kinds.contains($0.kind) && taken.isFree($0.range) }) {
            // Out of the blue "I am …" is the customer, not a landlord or a colleague.
            if !isAsked, ["landlord", "staff", "title"].contains(slot.name), entity.kind == .person { return .nothing }
            taken.take(entity.range)
            return .value(
                .text(Answers.withoutTitle(utterance.written(entity.range), keeps: slot.name == "contact" || slot.name == "staff")))
        }
        guard isAsked, !utterance.isQuestion else { return .nothing }
        let rest = Answers.withoutTitle(
            Answers.withoutNumbers(utterance, Answers.nameCues), keeps: slot.name == "contact" || slot.name == "staff")
        let count = rest.unicodeScalars.count, isLatin = rest.unicodeScalars.allSatisfy { $0.value < 0x250 }
        let hasDigits = rest.contains(where: \.isNumber)
        switch slot.form {
        case .person: return count >= 2 && !hasDigits && count <= (isLatin ? 40 : 6) ? .value(.text(rest)) : count == 0 ? .nothing : .flawed
        default: return count >= 2 && count <= 60 ? .value(.text(rest)) : count == 0 ? .nothing : .flawed
        }
    }

    private static let banks: [(String, [String])] = [
        ("wechat", ["微信", "wechat", "weixin"]), ("alipay", ["支付宝", "alipay"]), ("unionpay", ["银联", "云闪付", "unionpay"]),
        ("工商银行", ["工商", "工行", "icbc"]), ("农业银行", ["农业银行", "农行", "agricultural bank"]), ("中国银行", ["中国银行", "中行", "中银", "bank of china"]),
        ("建设银行", ["建设银行", "建行", "ccb", "construction bank"]), ("交通银行", ["交通银行", "交行", "bocom"]), ("邮政储蓄银行", ["邮政", "邮储", "psbc"]),
        ("招商银行", ["招商", "招行", "cmb"]), ("农村信用社", ["农信", "信用社", "信用合作"]), ("广发银行", ["广发"]), ("平安银行", ["平安"]), ("中信银行", ["中信"]),
        ("民生银行", ["民生"]), ("光大银行", ["光大"]), ("兴业银行", ["兴业"]), ("浦发银行", ["浦发"]), ("广州银行", ["广州银行"]), ("农商银行", ["农商"]),
    ]

    func bank(_ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool) -> Reading {
        if context(slot) {
            // The company's bank with its branch, as said.
            guard isAsked else { return .nothing }
            let rest = Answers.stripped(utterance.message, Answers.bankCues)
            return rest.unicodeScalars.count >= 2 ? .value(.text(rest)) : .nothing
        }
        if let bank = Self.banks.first(where: { $0.1.contains { utterance.folded.contains($0) } }) { return .value(.text(bank.0)) }
        guard isAsked, !utterance.isQuestion else { return .nothing }
        let rest = Answers.stripped(utterance.message, Answers.bankCues)
        return rest.contains("行") || rest.contains("bank") || rest.contains("Bank") ? .value(.text(rest)) : .nothing
    }

    private func context(_ slot: SlotDefinition) -> Bool { slot.isPersonal }

    // MARK: Free words

    func words(_ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool, _ context: Context) -> Reading {
        if isAsked {
            let codes: Set<EntityKind> = [.phone, .accountNumber, .email, .identityNumber]
            let coded = utterance.understanding.entities.filter { codes.contains($0.kind) }
            // A number alone tells no story.
            if !coded.isEmpty, Answers.withoutNumbers(utterance, []).unicodeScalars.allSatisfy({ !$0.properties.isAlphabetic }) {
                return .nothing
            }
            if coded.count == 1, utterance.written(coded[0].range).unicodeScalars.count + 6 >= utterance.message.unicodeScalars.count {
                return .nothing
            }
            let rest = Answers.stripped(utterance.message, Answers.textCues)
            return rest.unicodeScalars.count >= 1 ? .value(.text(rest)) : .nothing
        }
        switch slot.name {
        case "items":
            let things = utterance.understanding.entities.filter { $0.kind == .appliance }
            guard let first = things.first, let last = things.last else { return .nothing }
            return .value(.text(utterance.written(first.range.lowerBound..<last.range.upperBound)))
        case "time_range":
            let times = utterance.understanding.entities.filter { $0.kind == .time }
            guard let first = times.first, let last = times.last else { return .nothing }
            let whole = Answers.trimmed(utterance.message)
            return .value(
                .text(whole.unicodeScalars.count <= 16 ? whole : utterance.written(first.range.lowerBound..<last.range.upperBound)))
        case "frequency": return span(utterance, after: ["次", "回", "times", "twice"], from: Self.spans)
        default: return .nothing
        }
    }

    private static let spans = [
        "一个月", "这个月", "今个月", "一周", "一星期", "一个星期", "每天", "天天", "日日", "隔日", "一年", "今年", "个个月", "三天两头", "every", "a week", "a month",
    ]

    /// The clause that holds a count and a span of time.
    private func span(_ utterance: Utterance, after ends: [String], from starts: [String]) -> Reading {
        for clause in utterance.message.split(whereSeparator: { "，,。；;！!？?".contains($0) }) {
            let folded = FoldedText(String(clause)).string
            if starts.contains(where: { folded.contains($0) }), ends.contains(where: { folded.contains($0) }) || folded.contains("隔日") {
                return .value(.text(Answers.trimmed(String(clause))))
            }
        }
        return .nothing
    }
}
