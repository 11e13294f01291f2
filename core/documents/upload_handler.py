"""Cutting off an upload that is larger than anything we take, before it fills the disk."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from core.documents.rules.kinds import LARGEST


class CutOffHandler(FileUploadHandler):
    """Lets the first part of a file through and drops the rest, so that the form can say how big it was.

    Stands first in FILE_UPLOAD_HANDLERS. What the next handler wrote by then goes with its temporary file.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, _start: int) -> bytes | None:
        self.received += len(raw_data)
        return raw_data if self.received <= LARGEST else None

    def file_complete(self, _file_size: int) -> UploadedFile | None:
        if self.received <= LARGEST:
            return None
        return UploadedFile(file=None, name=self.file_name, content_type=self.content_type, size=self.received)
