"""Invented sentences."""

from __future__ import annotations

from random import Random

from benchmarks.vocabulary import (
    AIMS,
    ALIASES,
    CODE,
    LEADS,
    LINKS,
    MANNERS,
    QUALITIES,
    VERBS,
    Field,
)


class Talk:
    """What is said in one note: sentences on one field.

    Args:
        rng: The source of all choices.
        field: What the note's project talks about.
        bold: Whether there is bold text in the note.
    """

    def __init__(self, rng: Random, field: Field, *, bold: bool = True) -> None:
        self.rng = rng
        self._field = field
        self._stars = "**" if bold else ""

    def title(self) -> str:
        rng = self.rng
        one, other = rng.sample(self._field.things, 2)
        thing = f"{rng.choice(QUALITIES)} {one}" if rng.random() < 0.4 else one
        ending = rng.choice(
            (
                f" for {self.setting()}",
                f" and {other}",
                f" in {self.setting()}",
                ": " + " and ".join(rng.sample(self._field.concerns, 2)),
                "",
            )
        )
        title = f"{self._past()} {thing}{ending}"
        return _title_case(title) if rng.random() < 0.6 else title

    def labels(self) -> tuple[str, ...]:
        return tuple(self.rng.sample(self._field.labels, self.rng.choice((3, 4, 5, 5, 5))))

    def goal(self) -> str:
        rng = self.rng
        return (
            f"The session aimed to {rng.choice(VERBS).base} {self._a_good(self.thing())}"
            f" for {self.setting()}, focusing on {self._enumeration()}, as a step towards"
            f" {rng.choice(AIMS)}."
        )

    def activity(self) -> str:
        rng = self.rng
        one, other = rng.sample(self._field.things, 2)
        rest = rng.choice(
            (
                f" for {self.setting()}, including {self._enumeration()}.",
                f", emphasizing {self._enumeration()}.",
                f" and {self._a_good(other)} for {self.setting()}, with {self.concern()} in mind.",
                f" for {self.setting()}, {rng.choice(AIMS)} through better {self.concern()}.",
                f" step by step, covering {self._enumeration()} and {rng.choice(AIMS)}.",
            )
        )
        return self._marked_up(f"{self._past()} the {one}{rest}")

    def achievement(self) -> str:
        rng = self.rng
        ending = rng.choice((f" for {self.setting()}.", f", {rng.choice(AIMS)}.", "."))
        return self._marked_up(f"{self._past()} {self._a_good(self.thing())}{ending}")

    def task(self) -> str:
        rng = self.rng
        verb = rng.choice(VERBS)
        verb_base = verb.base.capitalize()
        concern, another = rng.sample(self._field.concerns, 2)
        task = rng.choice(
            (
                f"{verb_base} the {self.thing()} for {self.setting()}.",
                f"{verb_base} the {rng.choice(QUALITIES)} {self.thing()} {rng.choice(MANNERS)}.",
                f"Further {verb.noun} of the {self.thing()} {rng.choice(MANNERS)}.",
                f"{verb.noun.capitalize()} of {concern} in the {self.thing()} for"
                f" {self.setting()}.",
                f"Ensure that the {self.thing()} covers {self._enumeration()}.",
                f"{verb_base} {concern} and {another} for the {self.thing()}, {rng.choice(AIMS)}.",
            )
        )
        return self._marked_up(task)

    def sentence_on(self, pattern: str) -> str:
        """Fill a pattern's `{thing}` and `{manner}`."""
        return pattern.format(thing=f"the {self.thing()}", manner=self.rng.choice(MANNERS))

    def thing(self) -> str:
        return self.rng.choice(self._field.things)

    def setting(self) -> str:
        return self.rng.choice(self._field.settings)

    def concern(self) -> str:
        return self.rng.choice(self._field.concerns)

    def _past(self) -> str:
        return self.rng.choice(VERBS).past.capitalize()

    def _a_good(self, thing: str) -> str:
        quality = self.rng.choice(QUALITIES)
        return f"{'an' if quality[0] in 'aeio' else 'a'} {quality} {thing}"

    def _enumeration(self) -> str:
        *first, last = self.rng.sample(self._field.concerns, self.rng.choice((2, 3, 3, 4)))
        return f"{', '.join(first)}, and {last}" if len(first) > 1 else f"{first[0]} and {last}"

    def _marked_up(self, sentence: str) -> str:
        rng = self.rng
        chance = rng.random()
        if chance > 0.11:
            return sentence
        if chance < 0.04:
            return f"{self._stars}{rng.choice(LEADS)}:{self._stars} {sentence}"
        bare = sentence.removesuffix(".")
        if chance < 0.07:
            return f"{bare} using `{rng.choice(CODE)}`."
        if chance < 0.09:
            return f"{bare}, with {self._stars}{self.concern()}{self._stars} first."
        link = rng.choice(LINKS)
        return f"{bare} (see [[{link}{rng.choice(('', '|' + rng.choice(ALIASES)))}]])."


def _title_case(title: str) -> str:
    small = {"a", "an", "and", "for", "in", "of", "the"}
    first, *rest = title.split(" ")
    words = (word if word in small else word[:1].upper() + word[1:] for word in rest)
    return " ".join((first, *words))
