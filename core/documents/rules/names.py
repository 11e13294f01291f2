"""The name of a file as a person gave it, made safe to store, print and send back."""

import unicodedata

LONGEST = 100
LONGEST_ENDING = 10
RESERVED = str.maketrans(dict.fromkeys('<>:"|?*;%', "-"))


def clean(name: str) -> str:
    """The last part of `name`, without what could mislead or break a header.

    Folders, control characters, line ends, text-direction marks and zero-width characters go;
    characters that file systems refuse become hyphens; at most 100 characters stay, the ending
    among them. A name with nothing left becomes "file".
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    visible = "".join(character for character in last if unicodedata.category(character)[0] != "C")
    plain = unicodedata.normalize("NFC", visible).translate(RESERVED)
    return shorten(" ".join(plain.split()).strip(". ")) or "file"


def shorten(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        return name[:LONGEST].strip(". ")
    return f"{stem[: LONGEST - len(ending) - 1].strip('. ')}.{ending}"


def extension(name: str) -> str:
    """The ending of a cleaned name in lower case, without the dot; empty when there is none."""
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""
