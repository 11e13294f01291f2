"""What we ask of a virus scanner."""

from dataclasses import dataclass
from typing import BinaryIO, Protocol


@dataclass(frozen=True)
class Finding:
    """What the scanner says of a file. `virus` is the name it gives, empty when the file is clean."""

    virus: str = ""

    @property
    def is_clean(self) -> bool:
        return not self.virus


class ScannerUnavailable(Exception):
    """No verdict: the scanner does not answer, or answers what we do not understand. Try again later."""


class Scanner(Protocol):
    def scan(self, file: BinaryIO) -> Finding:
        """The verdict on the file from its present position. Raises ScannerUnavailable."""
        ...
