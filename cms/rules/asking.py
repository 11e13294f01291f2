"""What a visitor's question asks for: the words that matter, cut back to what they have in common with their kin."""

import re

LONGEST = 100
MOST_WORDS = 8
SHORTEST_STEM = 4
ENDINGS = ("ations", "ation", "ings", "ions", "ing", "ion", "ed", "es", "s", "e", "y")
_COMMON = """
a about am an and are at be been but by can do does for from get got had has have he her him his how i if in is it me my
no not of off on or our out she so that the their them they this to us was we what when where which who why will with
you your need want help please
"""
COMMON = frozenset(_COMMON.split())


def tidy(typed: str) -> str:
    """One line without what cannot be stored or shown, cut to a length that no honest question reaches."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in typed[: LONGEST * 4]).split())[:LONGEST]


def stems(question: str) -> list[str]:
    """The beginnings of the words that matter, each once: "I was evicted" gives ["evict"]."""
    words = re.findall(r"[a-z0-9]+", question.lower().replace("’", "").replace("'", ""))
    wanted = [word for word in words if word not in COMMON] or words
    return list(dict.fromkeys(stem(word) for word in wanted))[:MOST_WORDS]


def stem(word: str) -> str:
    """A word without its ending, as long as enough is left to mean something."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def closeness(stems: list[str], words: str) -> int:
    """How many of the stems begin a word of these words."""
    present = re.findall(r"[a-z0-9]+", words.lower())
    return sum(any(word.startswith(stem) for word in present) for stem in stems)
