"""Which characters notes are written with, and how common each is."""

import unicodedata
from functools import cache
from typing import Final

# By how often they are met, commonest first: marks and signs, then letters, then pictures.
_SIGNS: Final = "’—–“”•…‘°·→º\xa0ª«»€×≥≤✓✅®™©±²³§¿¡£½¼¾¹¢´¨¯¸¶¬¦¤¥"
_MORE_SIGNS: Final = (
    "←↑↓↔⇒⇐⇔≠≈∞√∑∏∂∆∫∈∉∀∃∅∩∪⊂−‹›„‚†‡‰′″‑‒―⁄№₂₁₀⁰⁴⁵ⁿ÷✔✗✘❌⚠⭐★☆●○■□▪▫◆◇►▶▸▹◀▲▼△☐☑☒"
    "❗❓➡➜➤➔⬆⬇⬅✨⚡⚙⏰⏳✏✍✉☎☀❤♥♦♣♠♻⌘⌥⏱⏸⏭⚖⚒⛔⛳♀♂\ufe0f\u200b\u200d\u200e\u200f\u202f\u2009"
    "\ufeff\u2028\u2026\u2212\ufffd─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬█▓▒░▀▄▌▐"
)
_LATIN: Final = (
    "éóíáñçãúàèêüöäâôõßëïîìòùûåæøœłąęśćżźńčšžřěýůťďňşğıİűőşţțșăđğ"
    "ÉÓÁÍÑÚÇÀÈÊÜÖÄÂÔÕËÏÎÃÅÆØŒŁŚĆŻŹŃČŠŽŘĚÝŮŤĎŇŞĞŰŐŢȚȘĂĐĄĘÌÒÙÛðþÐÞẞ"
    "āēīūģķļņĀĒĪŪĢĶĻŅėįųĖĮŲċġħżĊĠĦĺľŕĹĽŔŷŵōŌÿŸĥĵŝŭĉĝĤĴŜŬĈĜ"
)
_GREEK: Final = "αοιτενσρκπςυμλίηάδγόέύήωθώχφβξζψϊΐΰϋΑΕΤΠΣΚΟΜΔΗΙΝΓΛΘΡΦΥΧΒΞΩΨΖΆΈΊΌΎΉΏΪΫ"
_CYRILLIC: Final = (
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёПСВНОРДТИКМАУГЗБЧЭЕЛЯФХЖШЮЦЩЙЫЬЪЁіїєґІЇЄҐўЎјљњћђџЈЉЊЋЂЏѓќѕЃЌЅ"
)
_PICTURES: Final = (
    "📅🕒📂🏷🚀🎯📌📝💡🔧🔥👍🎉📊📈📉🔍🔒🔑🐛🧪📦🏆💻📱📧📞📍🗂🗓📆📚📖📋📁📄📃🔗🔔🔄🆕🆗"
    "🙂😀😊😂😅🤔😎😍😢😭🙌👏🙏💪👀👋🤝🧠🧩🧭🛠🔨🛡🏢🏠🏥🏫🚓🚒🚑🚔👮🕵👥👤👨👩💼📣📢🌍🌐"
    "🌱🌟💬🗣🧾💰💵💳💾🖥🖨⌚🎓🏁🚦🚧🚨🚫🟢🟡🔴🔵🟠⚪⚫🍕🍷☕🎵🎶🐍🦀🎨🎬📷📸🎥🔋🔌🧹🗑🗃🗄"
    "🕐🕑🕓🕔🕕🕖🕗🕘🕙🕚🕛🌞🌙💯💥✋👉👈👆👇🤖🧑🏃🥇🥈🥉🇦🇧🇨🇩🇪🇫🇬🇭🇮🇯🇰🇱🇲🇳🇴🇵🇶🇷🇸🇹🇺🇻🇼🇽🇾🇿"
    "🏻🏼🏽🏾🏿"
)
# Blocks a character can come from that is not listed above; the end is not part of the block.
_BLOCKS: Final = (
    (0x00A0, 0x0250),
    (0x0300, 0x0400),
    (0x0400, 0x0530),
    (0x0531, 0x0590),
    (0x0590, 0x0700),
    (0x0900, 0x1200),
    (0x1E00, 0x2000),
    (0x2000, 0x2C00),
    (0x2E80, 0xD7A4),
    (0xF900, 0xFB50),
    (0xFE00, 0xFE70),
    (0xFEFF, 0xFF00),
    (0xFF01, 0xFFE7),
    (0xFFFD, 0xFFFE),
    (0x1F000, 0x1FB00),
)


@cache
def common() -> tuple[str, ...]:
    """Return the characters worth guessing, commonest first."""
    listed = _SIGNS + _LATIN + _GREEK + _CYRILLIC + _PICTURES + _MORE_SIGNS
    return tuple(dict.fromkeys(listed))


@cache
def _ranks() -> dict[str, float]:
    ranks: dict[str, float] = {}
    for listed, top in (
        (_SIGNS, 9.0),
        (_LATIN, 8.0),
        (_GREEK, 8.0),
        (_CYRILLIC, 8.0),
        (_PICTURES, 6.0),
        (_MORE_SIGNS, 5.0),
    ):
        for place, char in enumerate(listed):
            ranks.setdefault(char, top - 3.0 * place / len(listed))
    return ranks


COMMON: Final = 4.0
"""The weight of a letter or sign that many notes have; a less common one is no guess."""


@cache
def weight(char: str) -> float:
    """Return how common a character is, 0 (not a character of notes) to 9."""
    rank = _ranks().get(char)
    if rank is not None:
        return rank
    number = ord(char)
    if unicodedata.category(char) in {"Cn", "Co", "Cs", "Cc"}:
        return 0.0
    return 1.0 if any(low <= number < high for low, high in _BLOCKS) else 0.0


@cache
def strange_in_latin(char: str) -> bool:
    """Say whether no word in Latin letters holds a character: marks, rare and other letters."""
    if kind(char) in {"GREEK", "CYRILLIC"}:
        return True
    mark = unicodedata.category(char)[0] == "M" and kind(char) == "sign"
    return weight(char) <= 1.0 and (mark or kind(char) == "LATIN")


KINDS: Final = ("LATIN", "GREEK", "CYRILLIC", "far", "quote", "dash", "hyphen", "sign", "picture")


@cache
def kind(char: str) -> str:
    """Return which of `KINDS` a character is; damage may have hit some kinds and spared others."""
    number = ord(char)
    if char in "—–‒―−":
        return "dash"
    if char == "‑":  # who spares dashes need not spare hyphens
        return "hyphen"
    if char in "“”‘’„‚«»‹›":
        return "quote"
    if number >= 0x1F000 or 0x2600 <= number < 0x2800 or char in "⭐⭕⌚⌛⏰⏱⏲⏳\ufe0f\u200d":
        return "picture"
    of = script(char)
    if of:
        return of if of in KINDS else "far"
    return "far" if 0x3000 <= number < 0x3040 or 0xFF00 <= number < 0xFFE0 else "sign"


@cache
def script(char: str) -> str:
    """Return the script of a letter ("LATIN", "GREEK" …), "" for everything else."""
    if char.isascii():
        return "LATIN" if char.isalpha() else ""
    if not char.isalpha() or char in "ªºµ":
        return ""
    return unicodedata.name(char, " ").split(" ", 1)[0]
