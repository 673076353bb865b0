package import LanguageUnderstanding
package import TextAnalysis

/// One message of the customer: as written, folded, understood.
package struct Utterance: Sendable {
    package let message: String
    package let text: FoldedText
    package let understanding: Understanding
    private let scalars: [Unicode.Scalar]
    /// The folded text without marks and particles at its end: what short phrases are compared with.
    package let core: String

    package init(_ message: String, _ understanding: Understanding) {
        self.message = message
        self.understanding = understanding
        text = FoldedText(message)
        scalars = Array(message.unicodeScalars)
        core = Self.core(of: text.string)
    }

    /// Latin letters that spell Mandarin throughout.
    static func isPinyin(_ message: String) -> Bool {
        let text = FoldedText(message)
        return !text.traits.contains(.han) && (PinyinTable.standard.sounds(of: text)?.count ?? 0) >= 2
    }

    package var folded: String { text.string }

    /// What stands in the message at a range of the folded text.
    package func written(_ range: Range<Int>) -> String {
        let source = text.sourceRange(ofScalars: range)
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[source.clamped(to: 0..<scalars.count)])
        return String(result)
    }

    /// Whether the message asks something.
    package var isQuestion: Bool {
        let folded = folded
        return folded.contains("?") || Self.questions.contains { folded.contains($0) } || Self.openings.contains { folded.hasPrefix($0) }
    }

    private static let questions = [
        "吗", "怎么", "多少", "为什么", "什么", "哪里", "哪儿", "点解", "点样", "点算", "几多", "几时", "边度", "咩", "系咪", "使唔使", "有冇", "可不可以",
        "能不能", "是不是", "要不要", "多久", "得唔得", "如何", "何时", "呢?", "使几", "有没有",
    ]
    private static let openings = [
        "how ", "what ", "why ", "when ", "where ", "which ", "who ", "can ", "could ", "do ", "does ", "is ", "are ", "will ", "should ",
    ]

    private static let tail = Set(" ,.;:!?。、~…'\"()啊呀吧啦了喇嘅的哦喔噢哈呢㗎咯嘞咗吖哇哎".unicodeScalars.map(\.value))

    static func core(of folded: String) -> String {
        var scalars = Array(folded.unicodeScalars)
        while let last = scalars.last, tail.contains(last.value), scalars.count > 1 { scalars.removeLast() }
        while let first = scalars.first, " ,.。、".unicodeScalars.contains(first), scalars.count > 1 { scalars.removeFirst() }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

/// Short phrases that steer a conversation, in the languages of the customers and in pinyin.
package struct Phrases: Sendable {
    private let whole: Set<String>
    private let sounds: Set<[UInt16]>
    /// Phrases that count also at the beginning of a message.
    private let starts: [String]
    private let within: [String]

    init(_ whole: String, starts: String = "", within: String = "") {
        func list(_ text: String) -> [String] {
            text.split(separator: ",").map { Utterance.core(of: FoldedText(String($0)).string) }.filter { !$0.isEmpty }
        }
        let phrases = list(whole)
        let spoken = phrases + whole.split(separator: ",").map { FoldedText(String($0)).string }
        self.whole = Set(phrases)
        sounds = Set(spoken.compactMap { PinyinTable.standard.sounds(of: FoldedText($0)) }.filter { !$0.isEmpty })
        self.starts = list(starts)
        self.within = list(within)
    }

    package func matches(_ utterance: Utterance) -> Bool {
        if whole.contains(utterance.core) { return true }
        if within.contains(where: { utterance.folded.contains($0) }) { return true }
        if starts.contains(where: { Self.begins(utterance.core, with: $0) }) { return true }
        guard !utterance.text.traits.contains(.han), utterance.text.traits.contains(.latin),
            let spoken = PinyinTable.standard.sounds(of: utterance.text), spoken.count >= 1
        else { return false }
        return sounds.contains(spoken)
    }

    /// A phrase at the start, ended by a mark or by another script's word.
    private static func begins(_ text: String, with phrase: String) -> Bool {
        guard text.hasPrefix(phrase) else { return false }
        let rest = text.unicodeScalars.dropFirst(phrase.unicodeScalars.count).drop { "的啊呀吧啦喇嘅了哦".unicodeScalars.contains($0) }
        guard let next = rest.first else { return true }
        return " ,.;!。、".unicodeScalars.contains(next)
    }

    package static let yes = Phrases(
        "对,是,是的,好,好的,可以,行,没错,确认,确定,嗯,嗯嗯,恩,同意,提交,办吧,办,就这样,没问题,没有问题,对的,对对,系,系呀,啱,得,冇错,冇问题,好啊,好呀,可以的,要,要的,需要,正确,确认无误,无误,核对无误,都对,全对,"
            + "嗯对,ok,okay,yes,yep,yeah,yup,y,sure,correct,right,that's right,that is right,yes please,fine,go ahead,confirm,confirmed,please do,all good,looks good,that's correct,"
            + "收到,冇问题呀,继续,接着办,继续办,系嘅,啱嘅,得㗎,就咁,就咁啦,ok啦,好嘅,没毛病,麻烦了,麻烦您了,麻烦你了,派人吧,来吧,yes that's right,it's correct,all correct,yes correct,submit,submit it,book it,do it,please go ahead,yes go ahead,"
            + "对没错,对,没错,是的,没错,没错,就这样,对,就这样,全部正确,全啱,啱晒,冇错,系,冇错,没错的,可以提交,提交吧,确认提交",
        starts: "对,是的,好的,好,可以,没错,确认,系,系呀,啱,得,冇错,嗯,yes,yep,yeah,ok,okay,correct,sure,行,没问题,冇问题,right,好啊,that's right,all correct,looks good")
    package static let no = Phrases(
        "不,不对,不是,不行,不可以,否,唔系,唔啱,唔得,唔好,不好,错了,错,有误,要改,改一下,要改一下,要改,改下,要改下,我要改,想改一下,不正确,有错,no,nope,n,wrong,not right,incorrect,not correct,that's wrong,it's wrong,change,change something,no thanks,不用,唔使,不要,唔要,不需要,"
            + "不用了,唔使喇,不必,暂时不用,等等,先不要,冇,没有",
        starts: "不对,不是,no,唔系,唔啱,错了,不行,唔得,不用,唔使,不要,不")
    package static let cancel = Phrases(
        "算了,取消,不办了,不要了,不搞了,唔搞喇,唔办喇,唔办,唔要喇,算啦,算数,退出,放弃,停止,先不办了,不报了,不想办了,我不办了,还是算了,还是不办了,取消吧,取消办理,取消申请,取消这次办理,不用办了,不弄了,暂时不办,先算了,咁算啦,都系算啦,取消佢,唔使办喇,唔办住,唔报喇,"
            + "cancel,cancel it,cancel this,cancel that,never mind,nevermind,forget it,stop,quit,drop it,i changed my mind,changed my mind,please cancel,let's stop,abort,不办,不报修了,不投诉了,不用报修了,不用办,来电了不用了,有电了不用了,返电喇唔使喇",
        starts: "算了,算啦,取消,cancel,never mind,forget it,还是算了,不办了,唔办喇,唔搞喇,都系算啦,drop it",
        within: "不想办了,不办了,唔办喇,唔想办,先不办,不用办了,唔使办,changed my mind,don't want to go on,cancel the application,cancel this request,取消这次,取消这个")
    package static let again = Phrases(
        "再说一遍,再讲一次,再讲一遍,重复一下,重复,没听清,没听懂,没看懂,听不懂,看不懂,听唔明,睇唔明,再讲多次,讲多次,你说什么,你讲咩,什么意思,咩意思,啥意思,再问一遍,刚才问什么,问什么来着,"
            + "say again,say that again,repeat,repeat please,please repeat,repeat that,pardon,come again,what was that,what did you say,can you repeat that,could you repeat that,could you say that again,sorry what,i don't understand,我没看清,再发一遍,再发一次",
        within: "再说一遍,再讲一次,再讲一遍,再讲多次,再说一次,repeat the question,say that again,repeat that")
    package static let restart = Phrases(
        "重新来,重来,从头来,重新开始,从头开始,重新填,重新办,重新登记,由头嚟过,再嚟过,由头再嚟,start over,restart,begin again,start again,from the beginning,start from scratch,全部重来,重新来过,重填,let's start over",
        within: "从头再来,重新来过,由头嚟过,start over,start all over")
    package static let unknown = Phrases(
        "不知道,不清楚,不记得,没有,没,无,冇,唔知,唔清楚,唔记得,不晓得,忘了,忘记了,找不到,没找到,揾唔到,揾唔返,不懂,不确定,说不准,跳过,不填,没带,看不到,睇唔到,唔知道,唔识,冇呀,没有呢,不太清楚,我不知道,我唔知,我不清楚,记不清,记不得,手边没有,不在身边,冇带,"
            + "don't know,i don't know,dont know,not sure,no idea,unknown,none,don't have,i don't have it,i don't have one,can't find,can't find it,skip,skip it,i'm not sure,i am not sure,don't remember,i don't remember,i forgot,no clue,cannot see,can't tell,no,nope,n/a,无所谓,随便,都可以,都行,看不清,不方便说,不想说,查不到,没留,冇留低,没有户号,没户号,"
            + "冇户号,没有这个,没有这个号,没有号码,i have none,haven't got one,haven't got it,don't have that,i do not know,do not know,不知,不详,没注意,冇留意",
        within:
            "不知道,不清楚,不记得,唔知,唔清楚,唔记得,不晓得,记不清,找不到,揾唔到,don't know,not sure,no idea,don't remember,do not know,can't find,cannot find,没有户号,冇户号,don't have the number,冇留低"
    )
    package static let person = Phrases(
        "转人工,人工,真人,人工客服,真人客服,转人工客服,我要人工,我要转人工,揾真人,揾人工,找人工,找真人,接人工,人工服务,转接人工,叫个人来,human,agent,operator,representative,real person,a real person,talk to a person,talk to a human,speak to a person,speak to a human,human please,agent please,转真人,我要真人,"
            + "我要找人工,人工人工,给我转人工,帮我转人工,请转人工,转客服,客服人员,want a person,i want a human,i want a person",
        within:
            "转人工,转真人,揾真人,接人工,人工客服,真人客服,real person,human agent,speak to someone,talk to someone,talk to a human,speak to a human,speak to a person,talk to a person,找个真人,找真人,要人工,叫人工"
    )
    /// Words that announce a correction.
    package static let correction = [
        "不对", "不是", "错了", "错咗", "改成", "改为", "改做", "改返", "应该是", "应该系", "应为", "更正", "写错", "打错", "讲错", "说错", "报错", "唔系", "唔啱", "更改", "换成",
        "换做", "改一下", "改下",
        "纠正", "搞错", "填错", "记错", "wrong", "no,", "no it", "not ", "change ", "actually", "correction", "i meant", "i mean", "should be",
        "instead", "sorry,", "mistake", "typo", "改番", "再改", "要改", "弄错", "update ",
    ].map { FoldedText($0).string }
    /// "I have it": of papers.
    package static let have = Phrases(
        "有,有的,有啊,带了,在手上,准备好了,有嘅,得,有呀,我有,我有的,齐了,都有,have it,i have it,i have,i do,yes i have,got it,i've got it,i have one,yes i do,有合同,有证,盖章了,同意了,已同意,物业同意,物业盖章了,可以提供,能提供",
        starts: "有,我有,得,i have,i've got,yes", within: "我有,都有,准备好,有齐,盖了章,盖章了,已经同意,i have,i've got,之后补,晚点发,稍后发,迟啲影,迟啲send,有合约,有合同,有证")
}
