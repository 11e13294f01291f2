from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from wagtail.images.forms import BaseImageForm

from core.documents.services import pictures


class PictureForm(BaseImageForm):
    """An editor's picture is kept as pixels alone: a phone writes into the file where it was taken."""

    def clean_file(self) -> ContentFile | UploadedFile:
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return file
        file.seek(0)
        try:
            largest = pictures.encode(file, file.content_type)[0]
        except pictures.BadPicture as fault:
            raise ValidationError("We cannot read this picture. Save it as a JPEG and try again.") from fault
        return ContentFile(largest.content, name=f"{Path(file.name).stem}{largest.ending}")
