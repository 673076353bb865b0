/// Reads a Chinese name: a known family name and one or two more characters, or a family name and a title.
enum ChineseName {
    private static let fillers = WordTable(
        "叫做,叫,是,系,为,改成,换成,写,写住,登记的是,登记,就是,姓名,名字,我爸,我妈,我老婆,我老公,我太太,我父亲,我母亲,我儿子,我女儿,我爱人,我妈妈,我爸爸,我先生,我哥,我姐,我弟,我妹,我")
    private static let marks: Set<UInt32> = [0x20, 0x2C, 0x3A, 0x3D, 0x28, 0x201C, 0x22]
    /// Words that begin like a name.
    private static let words = WordTable(
        "方便,高压,安装,安全,安排,万科,管理,经常,常常,常年,成功,成都,全部,全家,计划,计量,毕竟,何时,任何,时间,时候,平时,平台,应该,房东,房客,关系,单位,单元,单独,单身,金额,费用,"
            + "白天,白云,明天,明年,明细,温度,高峰,方面,向来,解决,解释,通知,路口,路灯,程序,江苏,江西,江门,龙岗,黄埔,海口,海南,马上,钱包,陈旧,金牌,万一,毛病,谢谢,高兴,莫名,郑重,汇报,"
            + "高低,古镇,单子,常住,易地,幸好,包括,包租,卜卜,关心,关于,和谁,项目,席位,文件,连续,连夜,景区,安徽,贵州,贵阳,贵港,云南,广州,深圳,外地,商户,商铺,农民,农村,居民,利息,余额,时常,凌晨,向您,平安,宁愿,于是,双方,官方,党员,相关,相信,康复,强烈,苗族,满意,充值,应急,终于,高龄,老人,钟点,庄家,齐全,尤其,冷气,景田,查询,查一,查下,查看,欠费,过户"
    )
    private static let titles = WordTable("先生,小姐,女士,太太,师傅,经理,老师,主任,老板,生,太,医生,姑娘")
    /// Words that end a name before them.
    private static let ends = WordTable(
        "先生,小姐,女士,我家,我们,我想,我要,我的,电话,手机,身份,户号,地址,住在,想要,你好,您好,那个,这个,家里,停电,报修,是我,名下,来电,联系,麻烦,请问,有没有,可以,因为,公司,现在,昨天,今天,要办,办理,过户,申请,改成,转给,转到,和他,和我,的电,的户,个户,唔该,谢谢,多谢"
    )
    /// Characters that given names do not hold.
    private static let never = Set(
        "的了我你他她它们是在有不户客区县村镇厂店司吗呢吧啊呀嘅咗这那要想电么么也都就还个去来到给把被没请问说表费压人和用办住东家里着及或与过为于从啦喇咩嗰喺冇唔叫改换让帮能会可以应该姓名几多少哪谁什怎收交停报修信息资料变更证件号码需必须已同意签"
            .unicodeScalars.map(\.value))
    /// A second character that some names have all the same.
    private static let allowedLast = Set("东家同会应可信来和意会人".unicodeScalars.map(\.value))

    /// The name that begins at `index` or after words such as 是, 叫; `strict`: nothing but a mark may follow it.
    static func read(_ scan: Scan, after index: Int, strict: Bool) -> Range<Int>? {
        var start = index
        var steps = 0
        if !strict {
            while steps < 5 {
                if let filler = fillers.longest(at: start, in: scan) {
                    start += filler.length
                } else if marks.contains(scan[start]) {
                    start += 1
                } else {
                    break
                }
                steps += 1
            }
        } else if scan[start] == 0x20 {
            start += 1
        }
        guard words.longest(at: start, in: scan) == nil, let family = family(scan, start) else { return nil }
        let given = start + family
        if let title = titles.longest(at: given, in: scan), title.length > 1 || !isGiven(scan[given + 1]) {
            return start..<given + title.length
        }
        guard isGiven(scan[given]), ends.longest(at: given, in: scan) == nil || ends.longest(at: given, in: scan)?.length == 1 else {
            return nil
        }
        var end = given + 1
        if isGiven(scan[end]), ends.longest(at: end, in: scan) == nil, !isPair(scan, end) { end += 1 }
        // What goes on in Han after the name must not make a longer word of it.
        if strict {
            guard end < given + 3, !scan[end].isHan || ends.longest(at: end, in: scan) != nil else { return nil }
            if FamilyNames.doubtful.contains(scan[start]), scan.string(start..<end).unicodeScalars.count < 3 { return nil }
        }
        return start..<end
    }

    private static func family(_ scan: Scan, _ start: Int) -> Int? {
        if FamilyNames.compound.longest(at: start, in: scan) != nil { return 2 }
        return FamilyNames.single.contains(scan[start]) ? 1 : nil
    }

    private static func isGiven(_ scalar: UInt32) -> Bool {
        scalar.isHan && (!never.contains(scalar) || allowedLast.contains(scalar))
    }

    /// Whether the character at `index` and the next belong to a word that goes on: 李明|停电.
    private static func isPair(_ scan: Scan, _ index: Int) -> Bool {
        ends.longest(at: index, in: scan) != nil
    }
}
