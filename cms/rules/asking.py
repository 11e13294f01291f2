"""What a visitor's question asks for: the words that matter, cut back to what they have in common with their kin."""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 100
MOST_WORDS = 8
SHORTEST_STEM = 4
SHORTEST_MISSPELLING = 4
NEAR_ENOUGH = 0.85
ENDINGS = ("ations", "ation", "ings", "ions", "ing", "ion", "ed", "es", "s", "e", "y")
_COMMON = """
a about am an and are at be been but by can do does for from get got had has have he her him his how i if in is it me my
no not of off on or our out she so that the their them they this to us was we what when where which who why will with
you your need want help please
"""
TONIGHT = frozenset(["homeless", "nowhere", "rough", "sleep", "sleeping", "street", "streets", "tonight"])
COMMON = frozenset(_COMMON.split())


def tidy(typed: str) -> str:
    """One line without what cannot be stored or shown, cut to a length that no honest question reaches."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in typed[: LONGEST * 4]).split())[:LONGEST]


def stems(question: str) -> list[str]:
    """The beginnings of the words that matter, each once: "I was evicted" gives ["evict"]."""
    words = words_of(question)
    wanted = [word for word in words if word not in COMMON] or words
    return list(dict.fromkeys(stem(word) for word in wanted))[:MOST_WORDS]


def is_about_tonight(question: str) -> bool:
    """Whether whoever asks may have no bed for the night: they must see the number to ring before any page."""
    return bool(TONIGHT.intersection(words_of(question)))


def words_of(text: str) -> list[str]:
    """The words in small letters, apostrophes left out: "Landlord’s notice" gives ["landlords", "notice"]."""
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))


def stem(word: str) -> str:
    """A word without its ending, as long as enough is left to mean something."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def begun(stems: list[str], words: str) -> list[str]:
    """Those of the stems that begin a word of these words."""
    present = words_of(words)
    return [stem for stem in stems if any(word.startswith(stem) for word in present)]


def closeness(stems: list[str], texts: list[str]) -> list[float]:
    """How near each text is to what is asked: a stem that one text alone has counts one, one that ten have a tenth."""
    held = [begun(stems, text) for text in texts]
    often = Counter(stem for each in held for stem in each)
    return [sum(1 / often[stem] for stem in each) for each in held]


def meant(question: str, known: Iterable[str]) -> str:
    """The question with each word that begins none of the known ones put right, or "" where none comes near.

    Nearness is that of `difflib`: the same first letter, and one or two letters too many, too few or in the wrong
    place. For someone in fear a wrong guess is worse than none: ask only where nothing else was found.
    """
    vocabulary = set(known)
    guessed = [_meant_word(word, vocabulary) for word in words_of(question)[: MOST_WORDS * 2]]
    return " ".join(guessed) if guessed != words_of(question)[: MOST_WORDS * 2] else ""


def _meant_word(word: str, known: set[str]) -> str:
    if len(word) < SHORTEST_MISSPELLING or word in COMMON or begun([stem(word)], " ".join(known)):
        return word
    likely = sorted(each for each in known - COMMON if each[0] == word[0])
    return next(iter(get_close_matches(word, likely, n=1, cutoff=NEAR_ENOUGH)), word)
