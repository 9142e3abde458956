"""Screens: they compose widgets, and turn keys into what the workbench does.

Those of the desk are in a room each, and are put together from what is in `shared`; the others open
over them, ask or show something, and close.
"""
