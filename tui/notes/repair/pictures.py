"""Which picture stood where one byte of it is left: the words behind it tell, or nothing does.

What a picture is used for is in its name and its keywords (Unicode CLDR annotations, English); so
"🔧 Fix the door" and "🎯 Goal of the week". Where no word tells, an item gets the pin, with which
notes mark whatever matters. What is left elsewhere stays.
"""

import re
from functools import cache
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair.tables import Table

_WORDS_OF: Final = {
    "🎯": "goal target aim objective focus objetivo meta",
    "📌": "remember pin important reminder remind decision recordar importante",
    "📝": "write note draft memo document minutes letter summary notes rewrite"
    " summarize summarise report text essay blog nota resumen escribir redactar",
    "🔧": "fix repair replace adjust tool tune wrench mend maintenance configure install setup"
    " arreglar reparar",
    "📅": "schedule calendar date appointment book reschedule deadline fecha reservar",
    "📞": "call phone ring telephone llamar",
    "📧": "email mail e-mail inbox newsletter correo",
    "📊": "chart graph statistics data dashboard metrics survey kpi outcome results datos",
    "📈": "growth increase trend grow rise improve sales",
    "📉": "decline decrease drop fall loss",
    "💡": "idea insight tip suggestion inspiration lesson",
    "🚀": "launch deploy ship release start kickoff publish rollout next",
    "🐛": "bug bugs debug crash",
    "🔍": "search find investigate look research analysis analyze analyse inspect explore review"
    " buscar",
    "🔒": "lock security secure password encrypt privacy",
    "🔑": "key keys credentials token",
    "📦": "package parcel box deliver delivery order pack pedido",
    "🛒": "buy shop shopping groceries purchase comprar",
    "🎉": "celebrate party congratulations finished anniversary birthday",
    "🏆": "achievement achievements award win won prize trophy",
    "🔔": "alert notify notification bell alarm subscribe",
    "👥": "team people group members staff meeting meet equipo",
    "💬": "discuss talk chat discussion comment feedback ask",
    "💰": "budget cost money pay price salary invoice funding pagar",
    "📚": "study learn books library course lesson read literature estudiar libros",
    "🧪": "test tests testing experiment lab probar",
    "🌐": "website web online internet site network translate",
    "📁": "folder file files archive carpeta",
    "🔗": "link links url connect",
    "💻": "code laptop computer programming develop python script",
    "📷": "photo photos camera picture pictures foto",
    "🌱": "plant seeds garden grow sow water jardín",
    "🏠": "home house casa move",
    "🎓": "graduate graduation thesis degree tesis",
    "🔄": "update refresh repeat sync restart renew retry again",
    "🚨": "emergency urgent danger warning incident urgente",
    "🚧": "progress construction wip blocked",
    "💾": "save backup store disk guardar",
    "📍": "location place address visit map",
    "🎵": "music song concert listen play",
    "🍕": "pizza dinner lunch eat",
    "🕒": "time timing duration",
    "🏁": "conclusion",
    "📖": "context background",
    "📋": "checklist form",
}
_TELLING: Final = 5  # words; further on, it is about something else
_WORD = pattern(r"[^\W\d_](?:[^\W_]|-(?=\w))*")
_ENDINGS: Final = ("ing", "ed", "es", "s", "d")
# A picture stands where an item, a heading, a title or a sentence starts.
_START: Final = (
    r"(?:^[ \t]*(?:(?:[-*+•]|\d{1,2}[.)]|#{1,6})[ \t]+)?(?:\[.\] )?(?:\*\*)?|^title: [\"']?"
    r"|Session: |[.!?…:][\"”’)]? )"
)
_PIN: Final = "📌"
_CHEER: Final = "🎉"  # the picture that ends a sentence of joy
_SENTENCE = pattern(r"[.!?…] (?=\w)")
_JOY = pattern(r"!\W*$")


@cache
def _told() -> dict[str, tuple[str, ...]]:
    """Return what pictures a word tells of, those of fewer words first."""
    found: dict[str, tuple[str, ...]] = {}
    for picture, told in sorted(_WORDS_OF.items(), key=lambda item: len(item[1])):
        for word in told.split():
            found[word] = (*found.get(word, ()), picture)
    return found


@cache
def _left(by: Table) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return what finds the one byte that is left, and the pictures that leave no more."""
    lead = re.escape(by.chars[0xF0])
    pattern = re.compile(
        f"(?P<start>{_START}){lead}(?= (?P<behind>.{{0,80}}))"
        f'|(?P<before>[^ ].{{0,80}} ){lead}(?=[\\s"]*$)'
    )
    return pattern, frozenset(p for p in _WORDS_OF if by.show(p, drop=by.lost) == lead)


def put_back(line: str, by: Table) -> str:
    """Return a line with those pictures of which the words behind them tell.

    Args:
        line: healed but for pictures.
        by: the table that did the damage; it leaves the first byte of a picture.
    """
    pattern, leaving = _left(by)

    def found(match: re.Match[str]) -> str:
        start, before = match["start"], match["before"]
        if before is not None:
            last = _SENTENCE.split(before)[-1]
            picture = _told_by(last, leaving) or (_CHEER if _JOY.search(before) else "")
            return before + picture if picture else match[0]
        picture = _told_by(match["behind"], leaving) or (_PIN if _PIN in leaving else "")
        return start + picture if picture else match[0]

    return pattern.sub(found, line)


def _told_by(behind: str, leaving: frozenset[str]) -> str:
    """Return the picture that the first telling word speaks of, "" where none does."""
    for word in _WORD.findall(behind)[:_TELLING]:
        low = word.lower()
        stems = (low, *(low.removesuffix(end) for end in _ENDINGS if low.endswith(end)))
        for stem in (*stems, f"{stems[-1]}e"):
            for picture in _told().get(stem, ()):
                if picture in leaving:
                    return picture
    return ""
