"""Messages between our processes: four bytes of length, big-endian, then MessagePack."""

from typing import IO, TypeVar

import msgspec

_LENGTH = 4
_encoder = msgspec.msgpack.Encoder()
T = TypeVar("T")


def send(pipe: IO[bytes], message: object) -> None:
    """Write one message, and see that it leaves.

    Raises:
        OSError: nobody reads any more.
    """
    body = _encoder.encode(message)
    pipe.write(len(body).to_bytes(_LENGTH, "big") + body)
    pipe.flush()


def receive(pipe: IO[bytes], decoder: msgspec.msgpack.Decoder[T]) -> T | None:
    """Read one message; None where there is no whole one any more."""
    head = pipe.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    try:
        return decoder.decode(pipe.read(int.from_bytes(head, "big")))
    except msgspec.DecodeError:  # it ended in the middle of a message
        return None
