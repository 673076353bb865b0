/// One of the 56 ethnic groups of GB/T 3304, named as identity cards print them: without the suffix 族.
package struct Ethnicity: Hashable, Sendable {
    package let name: String

    /// Nil unless `text`, with or without 族 and spaces, is one of the names. Cards also show groups that are not
    /// listed (穿青人): keep those as printed.
    package init?(printed text: some StringProtocol) {
        var name = String(text.filter { !$0.isWhitespace })
        if name.hasSuffix("族") { name.removeLast() }
        guard Self.set.contains(name) else { return nil }
        self.name = name
    }

    /// The names in the order of their numbers, 1 to 56.
    package static let names =
        """
        汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 \
        柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 \
        塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺
        """.split(separator: " ").map(String.init)

    private static let set = Set(names)
}
