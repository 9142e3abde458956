"""Choosing an order; the one that holds is turned round."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App

from tui.ui.orders import Order, S
from tui.ui.screens.choose import ChooseScreen


def choose_order(
    app: App[Any], orders: Sequence[Order[S]], now: S, chosen: Callable[[S], None]
) -> None:
    """Ask for an order; what was chosen is told, nothing if the choice was left.

    Args:
        app: what shows screens.
        orders: those there are.
        now: the one that holds.
        chosen: is told the new one.
    """
    choices = [(o.by, f"{o.by:<28} {o.ways[o.next_way(now)]}") for o in orders]
    held = next(order.by for order in orders if now in order.sorts)

    def answered(by: str | None) -> None:
        for order in orders:
            if order.by == by:
                chosen(order.sorts[order.next_way(now)])

    app.push_screen(ChooseScreen("Sort by", choices, held), answered)
