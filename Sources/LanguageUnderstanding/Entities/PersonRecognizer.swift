package import PowerDomain
package import TextAnalysis

/// Names of people after a cue: 我叫陈志强, 户主林桂芳, 联系人陈小姐, `my name is David Miller`.
package struct PersonRecognizer: CuedRecognizer {
    private enum Firmness { case weak, firm }

    private static let chinese = WordTable<Firmness>(
        "我叫,名字叫,名叫,姓名,名字是,联系人,户主,户名,业主,申请人,经办人,收件人,本人,个名,老公名,老婆名,名下,房东叫,机主,登记的是,全名,真名,联络人,搵"
            .split(separator: ",").map { (String($0), .firm) } + [("我是", .weak), ("我系", .weak), ("写的是", .weak)])
    private static let english = WordTable<Firmness>(
        "my name is,name is,name:,full name:,account holder is,owner is,contact person is,contact person:,ask for,it's under,registered to"
            .split(separator: ",").map { (String($0), .firm) } + [("i'm", .weak), ("i’m", .weak), ("i am", .weak), ("this is", .weak)])
    package static let cues = [
        "我叫", "名字叫", "名叫", "姓名", "名字是", "联系人", "户主", "户名", "业主", "申请人", "经办人", "收件人", "本人", "个名", "老公名", "老婆名", "名下",
        "房东叫", "机主", "登记的是", "全名", "真名", "联络人", "搵", "我是", "我系", "写的是", "name", "holder is", "owner is", "person is",
        "ask for", "it's under", "registered to", "i'm", "i’m", "i am", "this is",
    ]

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        let scan = Scan(text)
        var found: [Entity] = []
        var index = 0
        while index < scan.count {
            if let cue = Self.chinese.longest(at: index, in: scan) {
                index += cue.length
                guard let name = ChineseName.read(scan, after: index, strict: cue.value == .weak) else { continue }
                found.append(Entity(.person, .text(scan.string(name)), name))
                index = name.upperBound
            } else if let cue = Self.english.longest(at: index, in: scan) {
                index += cue.length
                guard let name = Self.englishName(scan, index, firm: cue.value == .firm) else { continue }
                found.append(Entity(.person, .text(scan.string(name).titled), name))
                index = name.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static let notNames = WordTable(
        "not,a,an,the,in,at,on,from,calling,moving,trying,having,going,getting,using,living,paying,renting,looking,waiting,so,very,sorry,sure,here,afraid,still,"
            + "and,my,i,is,was,it,we,you,but,with,of,for,to,your,our,this,that,account,address,phone,please,thanks,thank,unable,also,just,now,about,new,registered,"
            + "living,number,company,tenant,owner,customer,urgent,regarding,someone,anyone,help,what,wrong,misspelled,spelled,no,speaking,an,under,electricity,power,or,because"
    )
    private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr"]

    /// One to three words; after a weak cue one of them must be known as a name.
    private static func englishName(_ scan: Scan, _ start: Int, firm: Bool) -> Range<Int>? {
        var at = start
        while scan[at] == 0x20 || scan[at] == 0x3A { at += 1 }
        let first = at
        var words: [String] = []
        var end = at
        while words.count < 3, scan[at].isLatin, notNames.longest(at: at, in: scan) == nil {
            end = scan.endOfWord(at)
            if scan[end] == 0x2D || scan[end] == 0x27, scan[end + 1].isLatin, scan.endOfWord(end + 1) > end + 2 {
                end = scan.endOfWord(end + 1)
            }
            let word = scan.string(at..<end)
            words.append(word)
            if titles.contains(word), scan[end] == 0x2E { end += 1 }
            guard scan[end] == 0x20 else { break }
            at = end + 1
        }
        guard !words.isEmpty, !scan[end].isDigit, firm || words.contains(where: isKnown), firm || words.count < 3 || isKnown(words[0])
        else { return nil }
        guard words.count > 1 || words[0].utf8.count > 1 else { return nil }
        return first..<min(end, scan.count)
    }

    private static func isKnown(_ word: String) -> Bool {
        FamilyNames.given.contains(word) || FamilyNames.pinyin.contains(word) && word.utf8.count > 2 || titles.contains(word)
    }

    package static let examples: [EntityExample] = [
        EntityExample("我叫陈志强", .person, .text("陈志强"), written: "陈志强"),
        EntityExample("我叫陳志強，屋企冇電", .person, .text("陈志强"), written: "陳志強"),
        EntityExample("我叫李明我家停电了", .person, .text("李明"), written: "李明"),
        EntityExample("户主叫林桂芳", .person, .text("林桂芳")),
        EntityExample("联系人周敏", .person, .text("周敏")),
        EntityExample("搵陳小姐", .person, .text("陈小姐"), written: "陳小姐"),
        EntityExample("姓名：欧阳志远，电话13912345670", .person, .text("欧阳志远")),
        EntityExample("我是王建国", .person, .text("王建国")),
        EntityExample("用我太太個名，梁美珊", .person, .text("梁美珊"), written: "梁美珊"),
        EntityExample("户名是我妈林桂芳", .person, .text("林桂芳")),
        EntityExample("My name is David Miller.", .person, .text("David Miller"), written: "David Miller"),
        EntityExample("I'm Chen Wei, calling about my bill", .person, .text("Chen Wei"), written: "Chen Wei"),
        EntityExample("ask for Mr Lee", .person, .text("Mr Lee")),
        EntityExample("申请人何俊杰", .person, .text("何俊杰")),
        EntityExample("我是房东", .person, nil),
        EntityExample("我是高压用户", .person, nil),
        EntityExample("I'm moving out", .person, nil),
        EntityExample("户主不是我", .person, nil),
        EntityExample("我是黄埔区的", .person, nil),
        EntityExample("业主要过户", .person, nil),
        EntityExample("this is wrong", .person, nil),
    ]
}

extension String {
    /// Each word with a capital letter.
    var titled: String {
        split(separator: " ", omittingEmptySubsequences: false).map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
