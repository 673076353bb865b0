/// Provinces, cities and counties of the five southern provinces, in Chinese and as written in English.
enum Places {
    /// Words of each region; 省 and 自治区 may follow.
    static let regions = """
        guangdong:广东,广东省,guangdong,kwangtung
        guangxi:广西,广西省,广西壮族自治区,guangxi,kwangsi
        yunnan:云南,云南省,yunnan
        guizhou:贵州,贵州省,guizhou
        hainan:海南,海南省,海南岛,hainan
        """

    /// Prefecture cities with their names in Latin letters.
    static let cities = """
        广州:guangzhou,canton,羊城
        深圳:shenzhen
        佛山:foshan
        东莞:dongguan
        珠海:zhuhai
        中山:zhongshan
        惠州:huizhou
        江门:jiangmen
        汕头:shantou,swatow
        湛江:zhanjiang
        茂名:maoming
        肇庆:zhaoqing
        梅州:meizhou
        汕尾:shanwei
        河源:heyuan
        阳江:yangjiang
        清远:qingyuan
        潮州:chaozhou,teochew
        揭阳:jieyang
        云浮:yunfu
        韶关:shaoguan
        南宁:nanning
        柳州:liuzhou
        桂林:guilin,kweilin
        梧州:wuzhou
        北海:beihai
        防城港:fangchenggang
        钦州:qinzhou
        贵港:guigang
        玉林:yulin
        百色:baise
        贺州:hezhou
        河池:hechi
        来宾:laibin
        崇左:chongzuo
        昆明:kunming
        曲靖:qujing
        玉溪:yuxi
        保山:baoshan
        昭通:zhaotong
        丽江:lijiang
        普洱:puer,pu'er
        临沧:lincang
        楚雄:chuxiong
        红河:honghe
        文山:wenshan
        西双版纳:xishuangbanna,版纳
        大理:dali
        德宏:dehong
        怒江:nujiang
        迪庆:diqing
        贵阳:guiyang
        六盘水:liupanshui
        遵义:zunyi
        安顺:anshun
        毕节:bijie
        铜仁:tongren
        黔东南:qiandongnan
        黔南:qiannan
        黔西南:qianxinan
        海口:haikou
        三亚:sanya
        三沙:sansha
        儋州:danzhou
        """

    /// Counties and county cities whose names are no common words.
    static let counties =
        "增城,从化,花都,番禺,南沙,顺德,三水,高明区,鹤山,开平,台山,恩平,新会区,陆丰,海丰,普宁,化州,高州,信宜,电白,廉江,雷州,吴川,遂溪,徐闻,"
        + "阳春,阳西,英德,连州,连山县,连南县,佛冈,阳山县,罗定,郁南,四会市,高要区,封开,怀集,德庆,广宁县,博罗,惠东,惠阳,龙门县,兴宁,五华县,大埔县,丰顺,蕉岭,平远县,"
        + "紫金县,龙川,连平县,和平县,乐昌,南雄,翁源,乳源,始兴,仁化,饶平,揭西,惠来县,南澳,东源,"
        + "横州,横县,宾阳,上林县,马山县,武鸣,隆安,柳城,鹿寨,融安,融水,三江县,阳朔,灵川,全州,兴安县,永福县,灌阳,龙胜,资源县,平乐县,荔浦,恭城,岑溪,苍梧,藤县,蒙山,"
        + "合浦,东兴,上思县,灵山县,浦北,桂平,平南县,北流,容县,陆川,博白,兴业县,靖西,平果市,田东县,田阳,德保县,那坡县,凌云,乐业县,田林,西林县,隆林,昭平,钟山县,富川,宜州,南丹,天峨,"
        + "凤山县,东兰,罗城,环江,巴马,都安,大化县,象州,武宣,忻城,金秀县,合山市,扶绥,宁明县,龙州,大新县,天等县,凭祥,"
        + "安宁市,嵩明,石林,富民县,宜良,禄劝,寻甸,晋宁,呈贡,宣威,富源县,罗平县,师宗,陆良,会泽,马龙,澄江,通海县,华宁,易门,峨山,新平县,元江县,腾冲,施甸,龙陵,昌宁县,水富,镇雄,巧家,"
        + "永善,绥江,盐津,彝良,威信县,鲁甸,宁蒗,华坪,永胜县,景东,景谷,墨江,镇沅,江城县,孟连,澜沧,西盟,凤庆,云县,永德县,镇康,双江县,耿马,沧源,禄丰,双柏,牟定,姚安,大姚县,永仁县,元谋,武定县,"
        + "个旧,开远,蒙自,弥勒,建水县,石屏,泸西,屏边,元阳县,绿春,砚山,西畴,麻栗坡,马关县,丘北,广南县,富宁,景洪,勐海,勐腊,祥云,宾川,弥渡,南涧县,巍山,永平县,云龙县,洱源,剑川,鹤庆,漾濞,"
        + "芒市,瑞丽,梁河,盈江,陇川,泸水,福贡,贡山,兰坪,香格里拉,德钦,维西,"
        + "清镇,修文县,息烽,开阳县,盘州,水城区,六枝,赤水,仁怀,桐梓,绥阳,正安县,道真,务川,凤冈,湄潭,余庆,习水,平坝,普定,镇宁,关岭,紫云,七星关,黔西市,大方县,金沙县,织金,纳雍,威宁,赫章,"
        + "玉屏,江口县,石阡,思南县,印江,德江县,沿河县,松桃,凯里,黄平县,施秉,三穗,镇远,岑巩,天柱县,锦屏,剑河,台江,黎平县,榕江,从江,雷山县,麻江,丹寨,都匀,福泉,荔波,贵定,瓮安,独山县,平塘县,罗甸,长顺县,龙里县,惠水县,三都县,"
        + "兴义,兴仁市,普安县,晴隆,贞丰,望谟,册亨,安龙,"
        + "五指山,琼海,文昌,万宁,东方市,定安,屯昌,澄迈,临高县,白沙县,昌江,乐东,陵水,保亭,琼中"

    /// Words that hold a place's name but mean something else.
    static let others =
        "中山路,中山大道,中山装,中山陵,中山大学,中山南,中山北,中山东,中山西,大理石,普洱茶,各位来宾,来宾登记,来宾们,北海道,北海公园,"
        + "云南白药,凌云壮志,开平方,海口令,东兴趣,阳西边,正体面"

    /// Districts (without their last word) that begin addresses and name no city.
    static let districts =
        "天河,越秀,荔湾,海珠,白云,黄埔,福田,罗湖,南山,宝安,龙岗,盐田,龙华,坪山,光明,大鹏,禅城,南海,香洲,斗门,金湾,惠城,蓬江,江海,金平,龙湖,濠江,潮阳,潮南,澄海,"
        + "青秀,兴宁,江南,西乡塘,良庆,邕宁,城中,鱼峰,柳南,柳北,柳江,秀峰,叠彩,象山,七星,雁山,临桂,万秀,长洲,龙圩,海城,银海,五华,盘龙,官渡,西山,东川,麒麟,沾益,红塔,隆阳,"
        + "南明,云岩,乌当,观山湖,花溪,白云,钟山,红花岗,汇川,播州,西秀,碧江,万山,秀英,龙华,琼山,美兰,海棠,吉阳,天涯,崖州"
}
