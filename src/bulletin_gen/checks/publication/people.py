"""How a person's name looks in Chinese text: a surname and one or two characters more, none of which says otherwise."""

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤方俞袁柳鲍史唐费薛雷贺倪汤"
    "滕殷罗毕郝邬安常乐傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄贝臧伏戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾江童颜郭梅林钟徐邱骆高"
    "夏蔡田樊胡凌霍虞柯管卢莫房裘缪解丁邓洪包石崔龚程邢裴陆荣翁荀甄曲封靳焦谷侯秋仲宫宁仇栾甘厉戎祖武符刘景詹龙叶黎白蒲卓蔺屠池乔"
    "阴翟谭姬申冉郦温庄晏柴阎连艾鱼容向易慎廖耿满匡文聂晁龚辛阚饶曾沙鞠丰关荆游盖桓岳万于涂雒肖闫付覃苟"
)
_COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯"
# Neither of a name's own characters is one of these: 李某某 is masked, 管理员 and 施工方 are no names.
_NEVER_GIVEN = (
    "某方员人户者商店校厂院组会办局委部处科室站所队镇乡村社区县市省企司关等多次经任亲带在主度面时程年先后均也都再将与和及并或对向为由从以"
    "的了是不被州因要能已未上下内外各全该其此两个名位项件条问题工作责层级类型性化制法规党政机构单支基理业产资款费税务监督导"
)
# Words that look like names.
_WORDS = (
    "高校|高管|高层|安全|安排|安置|江苏|方案|方面|方式|方法|常年|常态|严重|严格|严肃|康复|文化|文件|文明|金额|金融|温暖|平时|连续|包保|包村"
    "|关爱|关注|关心|向阳|万元|华侨|项目|解决|解释|舒心|和谐|白天|夏季|秋季|钱物|钟点|石材|田间|林地|景区|祖国|荣誉|乐于|包括|马上|武装|顾问"
)
# What finds a name; `name` is the group it stands in. To be used between what stands before and after a name.
NAME = (
    f"(?P<name>(?!{_WORDS})(?:{_COMPOUND}|[{_SURNAMES}])[^{_NEVER_GIVEN}\\W\\da-zA-Z_][^{_NEVER_GIVEN}\\W\\da-zA-Z_]?)"
)
