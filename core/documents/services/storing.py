"""Bytes in storage: written once under a name that nobody can guess."""

import secrets
from typing import BinaryIO, cast

from django.core.files import File
from django.core.files.storage import storages

PRIVATE = "private"
PUBLIC = "public"


def new_key(ending: str = "") -> str:
    """A new place: two letters, a slash, 128 random bits. `ending` is added for public files."""
    name = secrets.token_hex(16)
    return f"{name[:2]}/{name}{ending}"


def put(file: File, *, into: str = PRIVATE, ending: str = "") -> str:
    """Write the file and return its key. Leaves nothing behind when the disk is full."""
    key = new_key(ending)
    storage = storages[into]
    try:
        saved = storage.save(key, file)
    except BaseException:
        storage.delete(key)
        raise
    if saved != key:
        storage.delete(saved)
        raise RuntimeError("a random key was taken already")
    return key


def fetch(key: str, *, out_of: str = PRIVATE) -> BinaryIO:
    return cast("BinaryIO", storages[out_of].open(key, "rb"))


def remove(key: str, *, out_of: str = PRIVATE) -> None:
    """Delete the bytes. Does nothing when they are gone already."""
    if key:
        storages[out_of].delete(key)
