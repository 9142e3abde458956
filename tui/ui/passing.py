"""What is told in passing, and is gone after a while."""

from textual.notifications import Notification

_LEAST_SECONDS = 0.1


class Passing(Notification):
    """A message that has always a while left, as long as it is shown at all.

    Textual 8.2 begins a timer over what is left when a toast is made. Where that is less than
    nothing, as of one whose time ran out just before, the timer looks without end for the moment
    when it should have rung, and no key is ever answered again.
    """

    _is_ended = False

    def end(self) -> None:
        """Have it gone when the next one is told."""
        self._is_ended = True

    @property
    def time_left(self) -> float:
        """Seconds until it is gone; for one that is, as few as a timer can count."""
        return max(_LEAST_SECONDS, super().time_left)

    @property
    def has_expired(self) -> bool:
        """Whether its time is over."""
        return self._is_ended or super().time_left <= 0
