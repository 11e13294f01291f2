"""The name of a file as a person gave it, made safe to store, print and send back."""

import unicodedata

LONGEST = 100
RESERVED = str.maketrans(dict.fromkeys('<>:"|?*;%', "-"))


def clean(name: str) -> str:
    """The last part of `name`, without what could mislead or break a header.

    Folders, control characters, line ends, text-direction marks and zero-width characters go;
    characters that file systems refuse become hyphens; at most 100 characters stay, the ending
    among them. A name with nothing left becomes "file".
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    tidy = " ".join(plain.translate(RESERVED).split()).strip(". ")
    if len(tidy) > LONGEST:
        stem, dot, ending = tidy.rpartition(".")
        tidy = f"{stem[: LONGEST - len(ending) - 1]}.{ending}" if dot and len(ending) <= 10 else tidy[:LONGEST]
    return tidy or "file"


def extension(name: str) -> str:
    """The ending of a cleaned name in lower case, without the dot; empty when there is none."""
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""
