"""Which files a person may send us for which purpose: data, and the words about it."""

from dataclasses import dataclass

MEGABYTE = 1_000_000

TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
}
"""The types that we take, by the ending of the name. Nothing else is ever stored."""

SHORT_NAMES = {"image/jpeg": "JPG", "image/png": "PNG", "image/webp": "WEBP", "application/pdf": "PDF"}

PIXEL_LIMITS = {"image/jpeg": 50_500_000, "image/png": 30_000_000, "image/webp": 16_000_000}
"""The most pixels that we decode, by type, so that none needs much over 300 MiB.

A JPG is decoded at a fraction of its size and may be a 50-megapixel photograph (8160 by 6144); a PNG
or WEBP must be decoded whole.
"""


@dataclass(frozen=True)
class FileKind:
    """One purpose of an uploaded file: what it is called, which types it may be, and its largest size.

    `extensions` are endings in lower case without the dot, each a key of TYPES. `max_bytes` is the
    largest size in bytes. `noun` and `plural` are the words that a refusal uses.
    """

    slug: str
    noun: str
    plural: str
    extensions: tuple[str, ...]
    max_bytes: int

    @property
    def types(self) -> frozenset[str]:
        return frozenset(TYPES[extension] for extension in self.extensions)

    @property
    def accept(self) -> str:
        """The value of a file input's `accept` attribute."""
        return ",".join(f".{extension}" for extension in self.extensions)

    @property
    def types_in_words(self) -> str:
        names = list(dict.fromkeys(SHORT_NAMES[TYPES[extension]] for extension in self.extensions))
        return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]

    @property
    def hint(self) -> str:
        """What to say under the question: "A JPG, PNG or WEBP file, up to 20 MB"."""
        return f"A {self.types_in_words} file, up to {megabytes(self.max_bytes)}"


PHOTO = FileKind("photo", "photo", "Photos", ("jpg", "jpeg", "png", "webp"), 20 * MEGABYTE)
CERTIFICATE = FileKind("certificate", "certificate", "Certificates", ("pdf", "jpg", "jpeg", "png"), 15 * MEGABYTE)
INVENTORY = FileKind("inventory", "inventory", "Inventories", ("pdf", "jpg", "jpeg", "png"), 20 * MEGABYTE)
EVIDENCE = FileKind("evidence", "file", "Files", ("pdf", "jpg", "jpeg", "png", "webp"), 15 * MEGABYTE)

LARGEST = max(kind.max_bytes for kind in (PHOTO, CERTIFICATE, INVENTORY, EVIDENCE))
"""The largest file of any kind, in bytes: what an upload may write to disk before it is cut off."""


def megabytes(size: int) -> str:
    """A size in words: "60 MB", "2.5 MB", "less than 0.1 MB"."""
    tenths = round(size * 10 / MEGABYTE)
    if tenths == 0:
        return "less than 0.1 MB"
    return f"{tenths // 10} MB" if tenths % 10 == 0 or tenths >= 100 else f"{tenths / 10:.1f} MB"
