"""How the texts of the 版头 are written. Each pattern is for the whole text of its element.

Source: GB/T 9704-2012 §7.2.1, §7.2.2, §7.2.3, §7.2.5.
"""

from bulletin_gen.text.regex import Regex

COPY_NUMBER = Regex(r"\d{6}")
SECRECY_PERIOD = Regex(r"[1-9]\d*[年月日]|长期")
SECRECY = Regex(rf"(?P<secrecy>绝密|机密|秘密)(?:★(?P<secrecy_period>{SECRECY_PERIOD.pattern}))?")
URGENCY = Regex("特急|加急")
DOCUMENT_NUMBER = Regex(r"[\u4e00-\u9fff]{2,}〔(?:19|20)\d{2}〕[1-9]\d*号")
