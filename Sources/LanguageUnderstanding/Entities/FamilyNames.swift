internal import PowerDomain
/// Family names, Chinese and in pinyin, and common English given names.
enum FamilyNames {
    static let single = FamilyName.single
    /// Rare ones that are common words: taken for a name only after the firmest cues.
    static let doubtful = Set(
        "公那来和都位时全但门国相成明原由强阿信居干平应向计初方关解管单连边黑花满于母富路房商海南司农车师区文安华高黄石金古利白官项党费冷席查封谈游"
            .unicodeScalars.map(\.value))
    static let compound = WordTable(FamilyName.compound)

    static let pinyin = Set(
        ("wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng deng cao peng zeng "
            + "xiao tian dong yuan pan jiang cai yu du ye cheng su wei lu ding ren shen yao cui zhong tan fan jin shi liao jia xia qin qiu mo tao "
            + "chan wong lee cheung leung ho lam ng chow tsang kwok yip lau tse fung mak yeung chiu siu hui tam kwan kwong").split(
                separator: " "
            ).map(String.init))
    static let given = Set(
        ("david michael john james robert william mary maria jennifer linda susan jessica sarah karen nancy lisa anna emma olivia peter paul mark "
            + "george kevin brian jason eric daniel thomas tom jack sam alex andrew anthony chris christopher joseph josh joshua ryan nick henry oliver harry "
            + "steven stephen edward frank scott simon tony victor vincent kelvin kenneth eason jane kate amy alice anne grace helen ivy jenny joyce julia kathy "
            + "laura lily lucy mandy may michelle nicole rachel rose ruth sandra sharon sophia stella tina vivian wendy yvonne carlos jose juan luis ahmed "
            + "mohammed ali fatima priya raj ravi elena irina ivan marco pierre beatrice gwen martin matthew patrick philip richard ronald tim walter")
            .split(separator: " ").map(String.init))
}
