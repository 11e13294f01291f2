from typing import Any

from django import forms

from core.documents.rules.kinds import FileKind


class UploadField(forms.FileField):
    """A file question. Shape only: `uploads.receive` says in our words what is wrong with a file."""

    def __init__(self, *, kind: FileKind, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", kind.hint)
        super().__init__(allow_empty_file=True, **kwargs)
        self.kind = kind
        self.widget.attrs["accept"] = kind.accept
