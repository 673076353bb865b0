internal import LanguageUnderstanding
internal import TextAnalysis

/// The answer inside a sentence: without the words that lead to it and trail after it.
enum Answers {
    static let addressCues = [
        "用电地址是", "用电地址", "用電地址係", "用電地址", "我家地址是", "我的地址是", "我家地址", "地址係", "地址系", "地址是", "地址就是", "地址为", "地址", "位置是", "位置係", "位置在", "位置",
        "我住在", "我住喺", "我住", "住在", "住喺", "我家在", "我家是", "我屋企喺", "屋企喺",
        "我在", "我喺", "就在", "就喺", "在", "喺", "位于", "係", "是", "i live at", "i'm at", "i am at", "my address is", "the address is", "address is",
        "address:", "address", "it's at",
        "it is at", "it's", "at ", "we're at", "we are at", "location is", "改成", "改为", "改做", "应该是", "应该系", "應該係", "應該是", "你好", "您好",
    ]
    static let nameCues = [
        "联系人是", "联系人叫", "联系人", "聯絡人係", "聯絡人", "户主是", "户主叫", "户主", "戶主係", "戶主", "户名是", "户名", "戶名係", "戶名", "抬头是", "抬头写", "抬头", "抬頭係", "抬頭",
        "公司名叫", "公司全称是", "公司叫", "公司名称是", "公司名係", "公司全名係", "公司名稱是", "我们公司叫", "我们是", "我哋係", "我哋公司叫",
        "新户主是", "新業主係", "新名叫", "改成", "改为", "改做", "名字是", "名字叫", "名字", "姓名是", "姓名：", "姓名", "我叫", "我是", "我係", "叫做", "叫", "是", "係", "就写", "就寫",
        "写", "寫", "登记的是", "申请人是", "申请人", "開票名稱", "开票名称",
        "my name is", "the name is", "name is", "name:", "it's under", "the company is", "company name is", "our company is", "we are",
        "i am", "i'm", "it is", "it's", "ask for",
        "make it out to", "to ", "mr.", "contact is", "contact:",
    ]
    static let textCues = [
        "原因是", "因为", "因為", "主要是", "就是", "情况是", "内容是", "理由是", "原因係", "because", "it's because", "the reason is", "i want to say", "我想说",
        "我要说", "我想講",
    ]
    static let bankCues = ["开户行是", "开户行", "開戶行係", "開戶行", "开户银行是", "用", "我用", "i use", "with", "银行是"]

    private static let tails = [
        "没电", "冇電", "冇电", "停电了", "停电", "这里", "呢度", "这儿", "谢谢", "唔該", "唔该", "多谢", "多謝", "please", "thanks", "thank you", "的", "呀", "啊", "吧",
        "啦", "喇", "了", "嘅", "先生", "吖",
    ]
    private static let marks = Set(" ，,。.；;：:、！!？?~\n\t（）()“”\"'")

    static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, marks.contains(first), !"（(“".contains(first) { text = text.dropFirst() }
        while let last = text.last, marks.contains(last), !"）)”".contains(last) { text = text.dropLast() }
        return String(text)
    }

    /// `text` without the longest cue at its start, again and again.
    static func stripped(_ text: String, _ cues: [String]) -> String {
        var rest = trimmed(text)
        for _ in 0..<4 {
            let lower = rest.lowercased()
            guard let cue = cues.filter({ lower.hasPrefix($0) }).max(by: { $0.count < $1.count }) else { break }
            let next = trimmed(String(rest.dropFirst(cue.count)))
            if next.isEmpty { break }
            rest = next
        }
        return rest
    }

    private static let numberCues = [
        "联系电话是", "联系电话", "聯絡電話", "手机号码是", "手机号是", "手机号", "手機係", "电话号码是", "电话是", "電話係", "電話是", "电话", "電話", "手机", "手機", "户号是", "戶號係", "户号",
        "戶號", "号码是", "號碼係",
        "my phone is", "phone number is", "my number is", "phone is", "phone:", "phone", "mobile", "call me on", "call me at",
        "account number is", "account number", "account no", "account",
        "打我", "打", "身份证号码", "身份证号", "身份证", "身份證", "id number", "and",
    ]

    /// The message without phone, account and other numbers and the words before them.
    static func withoutNumbers(_ utterance: Utterance, _ cues: [String]) -> String {
        var text = utterance.message
        for entity in utterance.understanding.entities {
            guard [.phone, .accountNumber, .identityNumber, .creditCode, .email, .bankCard].contains(entity.kind) else { continue }
            let written = utterance.written(entity.range)
            guard let found = text.firstRange(of: written) else { continue }
            var head = String(text[..<found.lowerBound]), tail = String(text[found.upperBound...])
            head = withoutTail(trimmedEnd(head), numberCues)
            tail = trimmed(tail)
            if ["我", "我的", "我嘅", "my", "i"].contains(head.lowercased()) { head = "" }
            text = head.isEmpty ? tail : tail.isEmpty ? head : head + "，" + tail
        }
        var rest = stripped(text, cues)
        for _ in 0..<3 {
            let shorter = withoutTail(trimmed(rest), tails)
            if shorter.unicodeScalars.count < 3 || shorter == rest { break }
            rest = shorter
        }
        return trimmed(rest)
    }

    private static func trimmedEnd(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, marks.contains(last) { text = text.dropLast() }
        return String(text)
    }

    private static func withoutTail(_ text: String, _ tails: [String]) -> String {
        let lower = text.lowercased()
        guard let tail = tails.filter({ lower.hasSuffix($0) }).max(by: { $0.count < $1.count }) else { return text }
        return trimmedEnd(String(text.dropLast(tail.count)))
    }

    private static let titles = ["先生", "女士", "小姐", "太太"]

    static func withoutTitle(_ name: String, keeps: Bool) -> String {
        if keeps { return name }
        for title in titles where name.hasSuffix(title) && name.count > title.count + 1 { return String(name.dropLast(title.count)) }
        for title in ["Mr. ", "Mr ", "Ms. ", "Ms ", "Mrs. ", "Mrs ", "Miss ", "Dr. ", "Dr "]
        where name.hasPrefix(title) && name.dropFirst(title.count).contains(" ") {
            return String(name.dropFirst(title.count))
        }
        return name
    }
}
