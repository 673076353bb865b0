/// Documents, appliances and languages with the words for them.
enum Things {
    static let documents = """
        id_card:身份证,居民身份证,二代证,身分证,id card,identity card,identification card
        business_license:营业执照,执照,商业登记证,business license,business licence
        property_cert:房产证,不动产权证,不动产权证书,不动产证,房本,产权证,房屋所有权证,红本,楼契,屋契,property certificate,property deed,title deed,deed,real estate certificate,property cert
        household_register:户口本,户口簿,户口部,household register,hukou,household registration book
        passport:护照,passport
        hkm_permit:港澳通行证,回乡证,回乡卡,港澳居民来往内地通行证,home return permit,travel permit
        taiwan_permit:台胞证,台湾居民来往大陆通行证
        residence_permit:居住证,港澳台居民居住证,residence permit
        officer_cert:军官证,士兵证,军人证,officer certificate,military id
        lease_contract:租赁合同,租房合同,房屋租赁合同,租约,租赁协议,租单,lease contract,lease agreement,tenancy agreement,rental contract,lease,rental agreement
        low_income_cert:低保证,低保,最低生活保障证,五保证,五保户证,特困证,subsistence allowance certificate,low income certificate
        bank_card:银行卡,储蓄卡,借记卡,bank card,debit card
        power_of_attorney:委托书,授权委托书,授权书,power of attorney,letter of authorization,authorization letter
        marriage_cert:结婚证,marriage certificate
        birth_cert:出生证,出生医学证明,birth certificate
        driving_license:驾驶证,驾照,driving licence,driving license,driver's license
        purchase_contract:购房合同,购楼合同,买卖合同,purchase contract
        tax_registration:税务登记证
        org_code_cert:组织机构代码证
        invoice:发票,增值税发票,invoice
        """

    static let appliances = """
        冰箱:雪柜,冰柜,电冰箱,fridge,refrigerator,freezer,fridges
        空调:冷气,冷气机,空调机,中央空调,挂机,air conditioner,air conditioning,air con,aircon,air-conditioner,air conditioners
        电视:电视机,television,tv,tv set
        洗衣机:washing machine,washer
        热水器:电热水器,热水炉,water heater,boiler,geyser
        电饭煲:电饭锅,饭煲,rice cooker
        电脑:计算机,台式机,笔记本电脑,手提电脑,computer,laptop,pc
        微波炉:microwave,microwave oven
        灯:电灯,灯泡,灯胆,灯管,光管,日光灯,吊灯,台灯,lights,lamp,light bulb,bulb,lamps
        路由器:光猫,wifi路由器,router,modem
        水泵:抽水机,抽水泵,增氧机,water pump,pump
        充电桩:充电枪,家用桩,ev charger,charging pile,charging point,wallbox,charging station
        电磁炉:电陶炉,induction cooker,induction hob
        烤箱:焗炉,电烤箱,oven
        电水壶:热水壶,电热水壶,热水煲,kettle
        电风扇:电扇,风扇,吊扇,fan,fans
        抽油烟机:油烟机,抽烟机,extractor hood
        洗碗机:dishwasher
        吸尘器:dust collector,vacuum cleaner
        电梯:升降机,𨋢,lift,elevator
        烘干机:干衣机,dryer,tumble dryer
        电暖器:取暖器,暖炉,电热毯,heater
        抽湿机:除湿机,dehumidifier
        音响:音箱,stereo
        打印机:printer
        监控:摄像头,cctv
        制氧机:呼吸机,oxygen concentrator,ventilator
        太阳能:光伏,光伏板,太阳能板,solar panel,solar panels
        变压器:火牛,transformer
        插座:插苏,拖板,排插,插排,socket,power strip
        豆浆机:破壁机,榨汁机,blender
        消毒柜:sterilizer
        饮水机:water dispenser
        门铃:doorbell
        """

    static let languages = """
        zh-Hans:普通话,国语,mandarin,简体,简体字,简体中文,simplified chinese,putonghua
        yue:粤语,广东话,白话,广州话,cantonese
        en:英文,英语,english
        zh-Hant:繁体,繁体字,繁体中文,正体字,正体,traditional chinese
        """

    /// Words that hold one of these but mean something else.
    static let others =
        "港灯,灯箱,电灯费,红绿灯,表灯,指示灯,信号灯,报警灯,故障灯,路灯,灯光,灯具,电视台,监控室,监控中心,电梯间,电脑房,"
        + "低保险,fan club,开发票房,白话文"
}
