from dataclasses import dataclass

from core.errors import Refused


@dataclass(frozen=True)
class Verdict:
    """May this actor do this to this row now? With the reason when not."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed

    def require(self) -> None:
        """Raise Refused with the reason unless allowed."""
        if not self.allowed:
            raise Refused(self.reason, code="refused")


ALLOWED = Verdict(True)


def refused(reason: str) -> Verdict:
    return Verdict(False, reason)


def allow_if(condition: bool, reason: str) -> Verdict:
    return ALLOWED if condition else Verdict(False, reason)
