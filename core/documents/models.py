from datetime import datetime
from typing import Self

from django.conf import settings
from django.core.files.storage import storages
from django.db import models

from core.documents.rules import lifecycle
from core.documents.rules.lifecycle import DocumentState
from core.references.about import is_about
from core.references.models import Record, RecordQuerySet
from core.states import State


class DocumentQuerySet(RecordQuerySet):
    def about(self, subject: tuple[str, str]) -> Self:
        return self.filter(is_about(subject))

    def waiting_for_scan(self) -> Self:
        return self.filter(state=DocumentState.QUARANTINED)

    def unmade(self) -> Self:
        return self.filter(state=DocumentState.UNMADE)

    def loose_since(self, before: datetime) -> Self:
        """Files that belonged to no record by `before` and still do not."""
        return self.filter(loose_at__lt=before)


class Document(Record):
    """A file that someone sent us, or a letter that we made. Its bytes are written once.

    `purpose` is the slug of its file kind, or the kind of letter. `subject_*` name the record it
    belongs to; `loose_at` is since when it belongs to none. `key` is its place in the private
    storage, empty once the bytes are gone. `published_at` says that its renditions are to be public.
    """

    KIND = "document"
    PREFIX = "DO"

    purpose = models.CharField(max_length=40)
    name = models.CharField(max_length=100)
    content_type = models.CharField(max_length=40)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    key = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in DocumentState])
    finding = models.CharField(max_length=200, blank=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=30, blank=True)
    subject_reference = models.CharField(max_length=40, blank=True)
    loose_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    template = models.CharField(max_length=60, blank=True)
    template_version = models.PositiveSmallIntegerField(null=True)
    supersedes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="superseded_by")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_reference"], name="document_subject"),
            models.Index(fields=["state"], name="document_state"),
            models.Index(fields=["loose_at"], name="document_loose", condition=models.Q(loose_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[s.value for s in DocumentState]), name="document_state_is_known"
            ),
            models.UniqueConstraint(fields=["key"], condition=~models.Q(key=""), name="one_document_a_key"),
            models.CheckConstraint(
                condition=models.Q(state__in=["infected", "refused", "unmade"]) | ~models.Q(key=""),
                name="document_has_its_bytes",
            ),
            models.CheckConstraint(
                condition=models.Q(loose_at=None, subject_kind__gt="", subject_reference__gt="")
                | models.Q(loose_at__isnull=False, subject_kind="", subject_reference=""),
                name="document_is_linked_or_loose",
            ),
        ]

    @property
    def current_state(self) -> State:
        return lifecycle.state_of(self.state)

    @property
    def is_ready(self) -> bool:
        return self.state == DocumentState.CLEAN

    @property
    def is_picture(self) -> bool:
        return self.content_type.startswith("image/")

    @property
    def is_letter(self) -> bool:
        return bool(self.template)


class Rendition(models.Model):
    """A picture re-encoded by us at one size, with nothing of the original but its pixels."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="renditions")
    size_name = models.CharField(max_length=10)
    key = models.CharField(max_length=40, unique=True)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    public_key = models.CharField(max_length=50, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "size_name"], name="one_rendition_a_size"),
            models.UniqueConstraint(
                fields=["public_key"], condition=~models.Q(public_key=""), name="one_rendition_a_public_key"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.size_name}"

    @property
    def public_url(self) -> str:
        """Where anyone can fetch it, or empty while it is not published."""
        return storages["public"].url(self.public_key) if self.public_key else ""


class LetterText(models.Model):
    """The words of a letter, kept for ever: page and PDF are both made from them."""

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="letter_text")
    content = models.JSONField()

    def __str__(self) -> str:
        return str(self.document_id)
