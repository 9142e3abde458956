"""When something was decided, in the time of this machine."""

from datetime import datetime


def local(at: str) -> datetime | None:
    """Return a moment of the journal (UTC, ISO 8601) in local time; None if it is none."""
    try:
        return datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError):
        return None
