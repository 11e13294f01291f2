"""Errors that mean something to the person using the service."""


class DomainError(Exception):
    """The request cannot be carried out, for a reason a person can read and act on.

    `message` is plain English, safe to show. `field` names the form field it belongs to, or is
    empty when it belongs to the whole form. `code` is a stable slug for tests and logs.
    """

    def __init__(self, message: str, *, field: str = "", code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.code = code


class NotFound(DomainError):
    """No such record in the actor's scope."""


class Refused(DomainError):
    """A policy says no. Carries the reason that the person may read."""


class IllegalMove(DomainError):
    """The event is not possible from the state that the record is in."""


class Stale(Exception):
    """The record changed since the person loaded it. Shown as the 409 page.

    `kind` and `reference` name the record, so that the page can show what happened meanwhile.
    """

    def __init__(self, kind: str, reference: str) -> None:
        super().__init__(f"{kind} {reference} changed meanwhile")
        self.kind = kind
        self.reference = reference
