/// Family names, Chinese and in pinyin, and common English given names.
enum FamilyNames {
    /// Family names of one character.
    static let single = Set(
        ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付"
            + "方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳"
            + "甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑"
            + "景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储原"
            + "栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸"
            + "雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由仉黑玄")
            .unicodeScalars.map(\.value))
    /// Rare ones that are common words: taken for a name only after the firmest cues.
    static let doubtful = Set(
        "公那来和都位时全但门国相成明原由强阿信居干平应向计初方关解管单连边黑花满于母富路房商海南司农车师区文安华高黄石金古利白官项党费冷席查封谈游"
            .unicodeScalars.map(\.value))
    static let compound = WordTable("欧阳,司徒,上官,司马,诸葛,东方,皇甫,尉迟,公孙,慕容,令狐,端木,夏侯,宇文,长孙")

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
