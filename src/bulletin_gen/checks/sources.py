"""What several rules on words rest on."""

DICTIONARY = "《现代汉语词典》第7版"
VARIANTS = "《第一批异形词整理表》（GF 1001—2001）；《现代汉语词典》第7版"
GRAMMAR = "现代汉语语法"
CONTEXT = "前后文"
OFFICE_FILE = "本单位的 bulletin-gen.toml"
PRIVACY = "《中华人民共和国个人信息保护法》；《中华人民共和国政府信息公开条例》第十五条"
