"""Digests: short names for texts, and what tells one run of bytes from another."""

try:  # hashlib loads all of OpenSSL for it, in 2 ms of every start
    from _blake2 import blake2b as blake2b
except ImportError:  # another Python than CPython keeps it elsewhere
    from hashlib import blake2b as blake2b


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits that stand for `parts`."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=8).hexdigest()
