from django.conf import settings
from django.db import models

from core.access.actor import Actor, Kind
from core.references.models import Record, RecordQuerySet, states_of
from households.models.duty import Duty
from households.models.household import Household
from households.rules.letter import DELIVERY_LABELS, LETTER, SPECS, LetterKind, LetterState


class StatutoryLetterQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "StatutoryLetterQuerySet":
        """Officers see the letters of households they may see; a resident their own that were given."""
        rows = self.within(household=Household.objects.visible_to(actor))
        return rows.filter(state=LetterState.SENT) if actor.kind is Kind.RESIDENT else rows

    def given(self) -> "StatutoryLetterQuerySet":
        return self.filter(state=LetterState.SENT)


class StatutoryLetter(Record):
    """A letter that the Act asks for, as it went, with the checklist that let it go.

    `notified_on` is the day on which the household counts as told; the review clock begins with it.
    `review_last_day` is the last day to ask for a review (s202(3)); empty where there is no right.
    `about` is what an offer or a warning is about and `answer_by` the day it asks them to answer by. A
    warning about an offer on record has its reference, or that of the letter that made it.
    """

    KIND = "statutory_letter"
    PREFIX = "LE"

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="letters")
    duty = models.ForeignKey(Duty, null=True, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=40, choices=[(kind.value, SPECS[kind].label) for kind in LetterKind])
    state = models.CharField(max_length=12, choices=LETTER.choices)
    template_version = models.PositiveSmallIntegerField()
    checklist = models.JSONField(default=dict)
    document_reference = models.CharField(max_length=40)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    countersigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField(max_length=20, choices=list(DELIVERY_LABELS.items()))
    notified_on = models.DateField(null=True)
    review_last_day = models.DateField(null=True)
    about = models.CharField(max_length=300, blank=True)
    about_reference = models.CharField(max_length=20, blank=True)
    answer_by = models.DateField(null=True)

    objects = StatutoryLetterQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            states_of(LETTER, "statutory_letter_state"),
            models.CheckConstraint(
                condition=~models.Q(state="sent") | models.Q(notified_on__isnull=False),
                name="a_given_letter_has_its_day",
            ),
        ]

    @property
    def known_as(self) -> str:
        return self.household.name
