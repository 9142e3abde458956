"""Verbs that mean as much in a task, and words that say little in one.

Only such as any dictionary has for each other; a verb may stand in several groups. What is not
here makes another task, and its decision an orphan: that costs a look, a wrong guess a follow-up.
"""

from collections import defaultdict
from functools import cache
from typing import Final

_GROUPS: Final = (
    "develop create build make prepare produce write draft compose construct elaborate",
    "review check examine inspect revise verify",
    "verify validate confirm check",
    "document describe record",
    "implement execute realize realise perform carry",
    "finalize finalise finish complete conclude close",
    "evaluate assess appraise",
    "analyze analyse examine investigate study",
    "explore investigate research study look",
    "define specify determine establish",
    "refine improve enhance polish optimize optimise",
    "update revise renew refresh",
    "fix repair correct resolve mend solve",
    "share distribute circulate send",
    "start begin launch initiate",
    "continue proceed resume keep",
    "organize organise arrange",
    "plan schedule prepare",
    "ensure make guarantee see",
    "show present demonstrate",
    "collect gather compile",
    "ask request consult",
    "discuss talk debate",
    "summarize summarise sum condense",
    "outline sketch",
    "get obtain acquire",
    "set configure",
    "install deploy",
    "hire recruit",
    "buy purchase acquire",
    "inform notify tell",
    "simplify streamline",
    "test try",
    "further more additional",
    "expand extend broaden",
    "merge combine consolidate unify",
    "desarrollar crear elaborar preparar redactar escribir hacer",
    "revisar verificar comprobar examinar controlar",
    "finalizar terminar completar concluir cerrar",
    "evaluar valorar",
    "analizar estudiar investigar explorar",
    "definir especificar determinar establecer",
    "mejorar perfeccionar optimizar refinar",
    "implementar ejecutar realizar",
    "enviar compartir distribuir",
    "organizar planificar coordinar",
    "asegurar garantizar",
    "comenzar empezar iniciar",
    "corregir arreglar resolver solucionar",
)

LIGHT: Final = frozenset({
    "about", "also", "again", "all", "any", "along", "already", "another", "around", "been",
    "being", "between", "both", "but", "can", "carry", "concerning", "continued", "could",
    "covering", "do", "doe", "each", "even", "every", "get", "go", "ha", "have", "having", "how",
    "if", "including", "it", "just", "kept", "like", "make", "many", "may", "more", "most", "much",
    "must", "near", "need", "needed", "needing", "now", "off", "one", "onto", "other", "out",
    "over", "own", "part", "per", "please", "plu", "regarding", "see", "shall", "should", "so",
    "some", "still", "such", "sure", "than", "that", "them", "then", "there", "these", "they",
    "thi", "those", "through", "thu", "together", "too", "toward", "until", "up", "upon", "use",
    "used", "using", "via", "want", "we", "well", "were", "what", "when", "where", "which",
    "while", "who", "whose", "will", "within", "would", "you", "your", "my", "me", "u", "wa",
    "sobre", "más", "también", "todo", "toda", "todos", "según", "cada", "entre", "hasta", "desde",
    "ya", "muy", "e", "se", "lo", "le", "que", "como", "debe", "deben", "hay", "esto", "esta",
    "este", "estos", "estas", "otra", "otro",
})  # fmt: skip
"""Words as `tui.notes.wording.stem` leaves them that can be exchanged without another task."""


@cache
def _groups_of() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(_GROUPS):
        for word in words.split():
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def mean_the_same(one: str, other: str) -> bool:
    """Whether two verbs, folded, mean as much in a task."""
    groups = _groups_of()
    return not groups.get(one, frozenset()).isdisjoint(groups.get(other, frozenset()))


def is_verb(word: str) -> bool:
    """Whether a word, folded, is one of the verbs that say what is to be done, as far as known."""
    return word in _groups_of()
