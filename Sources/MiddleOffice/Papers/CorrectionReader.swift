internal import Documents
internal import PowerDomain
internal import TextAnalysis

/// What a customer says about a paper that was read: one field corrected, or all of it to be deleted.
struct CorrectionReader {
    enum Wish: Hashable {
        case correct(field: String, value: String)
        /// Something is wrong, but not said what.
        case unclear
        case deleteAll
    }

    let document: Document
    let type: DocumentType

    /// What `message` wishes of the paper, nil if it speaks of something else.
    func wish(in message: String) -> Wish? {
        let text = FoldedText(message).string
        if Self.isDeletion(text) { return .deleteAll }
        guard Self.soundsLikeCorrection(text) else { return nil }
        let field = field(named: text)
        if let family = Self.after(["我姓", "应姓", "姓的是"], in: text)?.first, let name = nameField(field), let old = document.value(name) {
            return .correct(field: name, value: String(family) + old.dropFirst(Self.familyLength(old)))
        }
        if let (place, character) = Self.character(in: text) {
            guard let name = field ?? numberField, let old = document.value(name),
                let value = Self.replacing(place, of: old, with: character)
            else { return .unclear }
            return .correct(field: name, value: value)
        }
        guard let value = Self.value(in: message) else { return field == nil ? nil : .unclear }
        guard let name = field ?? self.field(fitting: value) else { return .unclear }
        return .correct(field: name, value: value)
    }

    static func isDeletion(_ text: String) -> Bool {
        let papers = ["证件", "证照", "照片", "图片", "资料", "paper", "document", "picture"],
            verbs = ["删除", "删咗", "删掉", "删了", "删走", "delete", "erase", "remove"]
        return text.unicodeScalars.count <= 30 && papers.contains { text.contains($0) } && verbs.contains { text.contains($0) }
    }

    private static func soundsLikeCorrection(_ text: String) -> Bool {
        let words = [
            "错", "不对", "唔啱", "唔对", "应该是", "应该系", "应为", "改成", "改为", "改做", "是不是", "我姓", "最后一位", "最后一个", "最尾", "第一位", "第二位", "位是", "位系",
            "wrong", "should be",
            "change", "correct", "not right", "last digit", "misread",
        ]
        return words.contains { text.contains($0) }
    }

    // MARK: Which field

    /// Words by which customers name fields; the type's own titles come first.
    private static let spoken: [(words: [String], fields: [String])] = [
        (["身份证号", "证件号", "身份证号码", "id number"], ["id_no", "principal_id", "permit_no", "passport_no"]),
        (["信用代码", "税号"], ["uscc", "principal_uscc"]), (["卡号"], ["card_number"]), (["户号", "account number"], ["account_no"]),
        (["名字", "姓名", "个名", "名称", "name"], ["name", "owner", "company_name", "account_name", "principal_name", "child_name", "holder"]),
        (["地址", "住址", "坐落", "address"], ["address", "location"]), (["生日", "出生", "birth"], ["birth_date"]),
        (["性别", "sex", "gender"], ["sex"]),
        (["民族"], ["ethnicity"]), (["法人", "法定代表人", "经营者"], ["legal_person"]), (["面积", "area"], ["area"]),
        (["有效期", "到期", "expiry", "valid"], ["valid_to", "lease_to"]),
        (
            ["号码", "编号", "number", "digit"],
            ["id_no", "card_number", "uscc", "permit_no", "passport_no", "cert_no", "account_no", "license_no", "org_code"]
        ),
    ]

    private func field(named text: String) -> String? {
        var best: (field: String, length: Int)?
        for field in type.fields {
            for title in field.title.values + field.labels {
                let folded = FoldedText(title).string
                if folded.unicodeScalars.count >= 2, text.contains(folded), folded.unicodeScalars.count > best?.length ?? 0 {
                    best = (field.name, folded.unicodeScalars.count)
                }
            }
        }
        if let best { return best.field }
        for (words, fields) in Self.spoken where words.contains(where: { text.contains($0) }) {
            if let found = fields.first(where: { document.reading($0) != nil }) ?? fields.first(where: { type.field($0) != nil }) {
                return found
            }
        }
        return nil
    }

    private func nameField(_ named: String?) -> String? {
        if let named, let shape = type.field(named)?.shape, shape == .person || shape == .party { return named }
        return type.fields.first { ($0.shape == .person || $0.shape == .party) && document.reading($0.name) != nil }?.name
    }

    /// The number whose check fails, else the first one.
    private var numberField: String? {
        func isProved(_ reading: FieldReading) -> Bool {
            switch type.field(reading.name)?.shape {
            case .identityNumber, .creditCode, .bankCard, .organizationCode: true
            default: false
            }
        }
        let numbers = document.fields.filter { isProved($0) || type.field($0.name)?.shape == .code }
        return (numbers.first { !$0.isValid } ?? numbers.first(where: isProved) ?? numbers.first)?.name
    }

    /// A value that says by its form what it is.
    private func field(fitting value: String) -> String? {
        let digits = value.count { $0.isNumber }
        return digits >= 8 ? numberField : nil
    }

    // MARK: Which value

    private static func after(_ marks: [String], in text: String) -> Substring? {
        for mark in marks { if let range = text.firstRange(of: mark) { return text[range.upperBound...] } }
        return nil
    }

    private static func familyLength(_ name: String) -> Int { FamilyName.compound.contains { name.hasPrefix($0) } ? 2 : 1 }

    private static let numerals: [Character: Int] = [
        "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    ]

    /// 最后一位是8, 第三位是5: the place from the left, or −1 for the last.
    private static func character(in text: String) -> (place: Int, character: Character)? {
        let last = ["最后一位", "最后一个数", "最后一个字", "最后个位", "尾位", "最尾一位", "最尾嗰个", "末位", "last digit", "last character"]
        if let rest = after(last, in: text), let character = firstCode(rest) { return (-1, character) }
        guard let open = text.firstIndex(of: "第"), let close = text[open...].firstIndex(of: "位") else { return nil }
        let middle = text[text.index(after: open)..<close]
        let place =
            Int(middle)
            ?? (middle.count == 1
                ? numerals[middle.first ?? " "]
                : middle.count == 2 && middle.first == "十" ? numerals[middle.last ?? " "].map { 10 + $0 } : nil)
        guard let place, let character = firstCode(text[close...].dropFirst()) else { return nil }
        return (place, character)
    }

    private static func firstCode(_ text: Substring) -> Character? {
        text.first { $0.isASCII && ($0.isNumber || $0 == "x") }.map { Character($0.uppercased()) }
    }

    private static func replacing(_ place: Int, of value: String, with character: Character) -> String? {
        var characters = Array(value)
        // Places are counted among letters and digits: 第…号 and hyphens are no places.
        let places = characters.indices.filter { characters[$0].isASCII && (characters[$0].isNumber || characters[$0].isLetter) }
        let number = place < 0 ? places.count - 1 : place - 1
        guard places.indices.contains(number) else { return nil }
        characters[places[number]] = character
        return String(characters)
    }

    /// What follows 应该是, 改成, is: in the customer's own writing.
    private static func value(in message: String) -> String? {
        let marks = [
            "应该是", "應該是", "应该系", "應該係", "应为", "應為", "改成", "改为", "改為", "改做", "而是", "，是", ",是", "， 是", "，係", ",係", " should be ",
            " change it to ", " to be ", ", it is ", ", it's ",
            " it is ", " is actually ", "是：", "是:", "为：",
        ]
        var found: Substring?
        for mark in marks { if let range = message.range(of: mark) { found = message[range.upperBound...]; break } }
        if found == nil, !message.contains("？"), !message.contains("?"), let range = message.range(of: "是") ?? message.range(of: "係") {
            found = message[range.upperBound...]
        }
        guard var rest = found else { return nil }
        while let last = rest.last, "。．.!！,，吧啦呀啊哦呢 ".contains(last) { rest = rest.dropLast() }
        while let first = rest.first, " ：:“\"「".contains(first) { rest = rest.dropFirst() }
        if let last = rest.last, "”\"」".contains(last) { rest = rest.dropLast() }
        let wrong = ["错的", "错了", "不对", "唔啱", "wrong"]
        guard !rest.isEmpty, rest.count <= 120, !wrong.contains(where: { rest.contains($0) }) else { return nil }
        return String(rest)
    }
}

extension String {
    fileprivate func range(of part: String) -> Range<String.Index>? { firstRange(of: part) }
}
