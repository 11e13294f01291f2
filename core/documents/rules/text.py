"""Text that people typed, made fit to be kept for ever and printed."""

import unicodedata


def plain(text: str) -> str:
    """The text composed, without control characters and halves of characters. Line breaks stay.

    Marks that turn the direction of writing go with them, so that what follows cannot be read
    backwards.
    """
    if text.isprintable() and text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(keep(character) for character in composed)


def keep(character: str) -> str:
    if character == "\n":
        return character
    if character == "\t":
        return " "
    return "" if unicodedata.category(character)[0] == "C" else character
