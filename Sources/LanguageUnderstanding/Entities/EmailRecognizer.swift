package import PowerDomain
package import TextAnalysis

/// E-mail addresses, in lower case.
package struct EmailRecognizer: CuedRecognizer {
    package static let cues = ["@"]

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        let scan = Scan(text)
        var found: [Entity] = []
        var index = 0
        while index < scan.count {
            if scan[index] == 0x40, let range = Self.address(scan, index), range.lowerBound >= found.last?.range.upperBound ?? 0 {
                found.append(Entity(.email, .text(scan.string(range)), range))
                index = range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static func address(_ scan: Scan, _ sign: Int) -> Range<Int>? {
        var start = sign
        var end = sign + 1
        var dot: Int?
        while isLocal(scan[start - 1]), sign - start < 64 { start -= 1 }
        while start < sign, !scan[start].isAlphanumeric { start += 1 }
        while scan[end].isAlphanumeric || (isJoint(scan[end]) && scan[end + 1].isAlphanumeric), end - sign < 128 {
            if scan[end] == 0x2E { dot = end }
            end += 1
        }
        guard start < sign, scan[sign - 1] != 0x2E, let dot, end - dot > 2, scan[dot + 1].isLatin else { return nil }
        return start..<end
    }

    private static func isLocal(_ scalar: UInt32) -> Bool {
        scalar.isAlphanumeric || scalar == 0x2E || scalar == 0x5F || scalar == 0x2D || scalar == 0x2B || scalar == 0x25
    }

    private static func isJoint(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0x2D }

    package static let examples: [EntityExample] = [
        EntityExample("发到chen.zq@example.com", .email, .text("chen.zq@example.com"), written: "chen.zq@example.com"),
        EntityExample("email係mei_leung@example.com", .email, .text("mei_leung@example.com")),
        EntityExample("send it to accounts@haoyun.example", .email, .text("accounts@haoyun.example")),
        EntityExample("Mail Me At Chen@Example.COM.", .email, .text("chen@example.com"), written: "Chen@Example.COM"),
        EntityExample("邮箱：１３９１２３４５６７０＠ｑｑ．ｃｏｍ", .email, .text("13912345670@qq.com")),
        EntityExample("a+b@mail.example.org，谢谢", .email, .text("a+b@mail.example.org")),
        EntityExample("改为x-y@sub-domain.cn吧", .email, .text("x-y@sub-domain.cn")),
        EntityExample("邮箱chen@example.com😀", .email, .text("chen@example.com")),
        EntityExample("@客服 在吗", .email, nil),
        EntityExample("电费账单发邮箱", .email, nil),
        EntityExample("chen@example", .email, nil),
        EntityExample("a @ b.com", .email, nil),
    ]
}
