"""The looks of our own; every theme of Textual's is there beside them."""

from textual.theme import Theme

DARK = Theme(
    name="workbench",
    primary="#7fb4ca",
    secondary="#5b7c99",
    accent="#e6b673",
    foreground="#d5d9e0",
    background="#12161c",
    surface="#171c24",
    panel="#1f2630",
    success="#8fbf7f",
    warning="#e6b673",
    error="#e07a6b",
    dark=True,
    variables={
        "border": "#33404f",
        "border-blurred": "#2a3441",
        "input-selection-background": "#7fb4ca 30%",
        "scrollbar": "#2c3643",
        "scrollbar-hover": "#3b4858",
        "scrollbar-active": "#7fb4ca",
        "scrollbar-background": "#171c24",
        "scrollbar-background-hover": "#171c24",
        "scrollbar-background-active": "#171c24",
    },
)

PAPER = Theme(
    name="workbench-paper",
    primary="#2f5f8a",
    secondary="#6f8296",
    accent="#8a5a00",
    foreground="#24292f",
    background="#f3f1eb",
    surface="#faf8f3",
    panel="#e9e5da",
    success="#2f6b3a",
    warning="#8a5a00",
    error="#a3372a",
    dark=False,
    variables={
        "border": "#c5bfae",
        "border-blurred": "#d6d0c1",
        "scrollbar": "#d0cabb",
        "scrollbar-hover": "#b9b29f",
        "scrollbar-active": "#2f5f8a",
        "scrollbar-background": "#faf8f3",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
    },
)

THEMES = (DARK, PAPER)
