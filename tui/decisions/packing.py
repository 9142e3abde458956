"""Text packed into a line of the journal, and taken out again without trusting it."""

import binascii
import zlib
from base64 import b64decode, b64encode

_LONGEST_PACKED = 1 << 20
_LONGEST_TEXT = 8 << 20  # a note has 4 MiB; healing may make its bytes a few more


def pack(text: str) -> str:
    """Return a text as zlib makes it, in base64; "" if that would be longer than 1 MiB."""
    packed = b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), 9)).decode("ascii")
    return packed if len(packed) <= _LONGEST_PACKED else ""


def unpack(packed: str) -> str | None:
    """Return what `pack` packed; None if that is none, or would take up too much room."""
    if not packed or len(packed) > _LONGEST_PACKED:
        return None
    try:
        stream = zlib.decompressobj()
        text = stream.decompress(b64decode(packed, validate=True), _LONGEST_TEXT)
        if not stream.eof:
            return None
        return text.decode("utf-8", "surrogatepass")
    except (ValueError, binascii.Error, zlib.error):
        return None
