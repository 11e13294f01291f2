from enum import StrEnum


class Confidence(StrEnum):
    """How sure the council can be of a row."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"

    @property
    def label(self) -> str:
        return {"H": "Confirmed", "M": "Likely", "L": "To be checked"}[self.value]
