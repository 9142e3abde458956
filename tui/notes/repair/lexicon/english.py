"""English words that tell the language of a line, and the few with letters above U+007F."""

from typing import Final

WORDS: Final = """
the of and to in is for on with that this these those it as by an be are was were has have had from
at or not but its their our we you they he she will would should could can may about into over
under than then when where which who what how why all any each both more most other some such only
own same so too very just also been being do does did done if because while after before during
between through against again once here there up down out off new use used using team data project
system session review plan based key meeting work process naïve naïveté façade façades café cafés
résumé résumés fiancé fiancée cliché clichés déjà entrée touché protégé protégés coöperate élite
émigré éclair soufflé sauté purée jalapeño piñata señor El Niño über doppelgänger smörgåsbord
Ångström vis-à-vis à la carte crème brûlée tête matinée soirée exposé attaché communiqué décor
début mêlée rôle première pâté rosé Zoë Chloë Brontë Noël Beyoncé São Paulo Zürich Köln Düsseldorf
München Malmö Göteborg Århus Ærø Tromsø Kraków Łódź Gdańsk Wrocław Poznań François Müller Schröder
Gödel Erdős Bézier Poincaré Fréchet Möbius Schrödinger Noether Béla Ørsted Sørensen Jürgen Jörg
Björn Bjørn Søren Håkan Åsa Øystein Łukasz Paweł Michał Wałęsa Dvořák Čapek
"""
