from datetime import date

from django.db import models

from core.access.actor import Actor
from core.money import Money
from core.money.fields import PenceField
from core.references.models import Record, RecordQuerySet, states_of
from core.rulebook.rules.rent import Frequency, uc_month
from properties.models.home import Home
from properties.rules.home import RENT_FREQUENCY_LABELS, rent_in_words
from properties.rules.let import LET, LetState, ViewingMode

LIVE = [
    LetState.DRAFT,
    LetState.IN_REVIEW,
    LetState.CHANGES_REQUESTED,
    LetState.AVAILABLE,
    LetState.UNDER_OFFER,
    LetState.LET_AGREED,
    LetState.ON_HOLD,
]


class LetQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "LetQuerySet":
        return self.within(home=Home.objects.visible_to(actor))

    def available(self) -> "LetQuerySet":
        """What the public may see: available, and nothing else."""
        return self.filter(state=LetState.AVAILABLE)


class Let(Record):
    """A home to rent (on screen). `rent` is the one advertised figure, per `rent_frequency`."""

    KIND = "let"
    PREFIX = "LT"

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="lets")
    state = models.CharField(max_length=20, choices=LET.choices)
    rent = PenceField()
    rent_frequency = models.CharField(max_length=20, choices=list(RENT_FREQUENCY_LABELS.items()))
    available_from = models.DateField()
    description = models.TextField()
    viewing_mode = models.CharField(
        max_length=10, choices=[(m.value, m.value) for m in ViewingMode], default=ViewingMode.SINGLE
    )
    published_at = models.DateTimeField(null=True)
    change_asked = models.TextField(blank=True)

    objects = LetQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            states_of(LET, "let_state"),
            models.CheckConstraint(condition=models.Q(rent__gt=0), name="let_rent_is_positive"),
            models.UniqueConstraint(fields=["home"], condition=models.Q(state__in=LIVE), name="one_live_let_a_home"),
        ]
        indexes = [
            models.Index(fields=["state", "available_from"], name="let_state_available"),
            models.Index(fields=["created_at", "id"], name="let_newest"),
        ]

    @property
    def known_as(self) -> str:
        return self.home.known_as

    @property
    def rent_in_words(self) -> str:
        return rent_in_words(self.rent, self.rent_frequency)

    @property
    def monthly_rent(self) -> Money:
        return uc_month(self.rent, Frequency(self.rent_frequency))

    def void_days(self, on: date) -> int:
        """Days that the home has stood ready with nobody in it."""
        if self.published_at is None:
            return 0
        start = max(self.available_from, self.published_at.date())
        return max(0, (on - start).days)
