from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.access.actor import Actor, Can, Kind
from core.references.models import Record, RecordQuerySet
from households.models import Household
from landlords.models import Landlord
from tenancies.models.tenancy import Tenancy
from tenancies.rules.joint import Barrier, barriers_on_record
from tenancies.rules.problem import OFFICE_LABELS, SOURCE_LABELS, WORRIED, Source, teller_of
from tenancies.rules.report import OPEN, OUTCOME_LABELS, REPORT, Side
from tenancies.rules.triage import PRIORITY_LABELS


def told_by(source: Source) -> Q:
    """The reports that one side made, by a check-in that it answered too."""
    return Q(source=source) | Q(source=Source.CHECK_IN, answers__asked=source.value, answers__check_in=WORRIED)


class ProblemReportQuerySet(RecordQuerySet):
    def visible_to(self, actor: Actor) -> "ProblemReportQuerySet":
        """Which reports exist for this person.

        A landlord knows of those made in their own name, and of no other. A tenant knows of their own,
        and of others' once an officer has told them; never of a private one. An officer knows of those
        about households they may see; a private one only when they opened it, are on the household's list
        or see all restricted cases. Whoever leads a private one always knows of it.
        """
        if actor.kind is Kind.SYSTEM:
            return self
        if actor.kind is Kind.LANDLORD:
            return self.filter(told_by(Source.LANDLORD), landlord__user_id=actor.user_id)
        if actor.kind is Kind.RESIDENT:
            told = told_by(Source.TENANT) | Q(tenant_told_at__isnull=False)
            return self.filter(told, household__resident_id=actor.user_id, private=False, erased_at=None)
        if not actor.can(Can.SEE_HOUSEHOLDS):
            return self.none()
        if actor.can(Can.SEE_RESTRICTED):
            return self
        seen = Household.objects.visible_to(actor).order_by().values("pk")
        on_its_list = Household.objects.filter(restricted_access__officer_id=actor.user_id).order_by().values("pk")
        theirs = Q(opened_by_id=actor.user_id) | Q(household__in=on_its_list)
        known = Q(household=None) | Q(household__in=seen)
        return self.filter(Q(private=True, lead_worker_id=actor.user_id) | known & (Q(private=False) | theirs))

    def open(self) -> "ProblemReportQuerySet":
        return self.filter(state__in=OPEN)


def recorded_barriers(household: Household | None, landlord: Landlord | None) -> frozenset[Barrier]:
    """What the record of a household says against joint work with this landlord."""
    if household is None:
        return frozenset()
    kept_away = landlord is not None and household.exclusions.filter(landlord=landlord).exists()
    return barriers_on_record(kept_away=kept_away, restriction=household.restriction)


class ProblemReport(Record):
    """A concern about a tenancy, from the landlord, the tenant, an officer or somebody else.

    About a tenancy that we arranged, a household that we know, or a home that only the landlord has
    told us of: then `tenant_name` to `postcode` hold what the landlord said, and nothing is written to that
    e-mail address or telephone until an officer has confirmed that they are the tenant's. `barriers` keep the two
    sides apart. `reply_by` is the day promised to whoever told us. `delete_on` is the day on which
    everything personal goes because the tenant did not want help.
    """

    KIND = "problem_report"
    PREFIX = "PR"

    tenancy = models.ForeignKey(Tenancy, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    household = models.ForeignKey(Household, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    landlord = models.ForeignKey(Landlord, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=REPORT.choices)
    source = models.CharField(max_length=20, choices=list(SOURCE_LABELS.items()))
    problem = models.CharField(max_length=30, choices=list(OFFICE_LABELS.items()))
    answers = models.JSONField(default=dict, blank=True)
    words = models.TextField(blank=True)
    tenant_name = models.CharField(max_length=200, blank=True)
    tenant_email = models.EmailField(blank=True)
    tenant_telephone = models.CharField(max_length=30, blank=True)
    contact_confirmed_at = models.DateTimeField(null=True)
    contact_confirmed_how = models.CharField(max_length=200, blank=True, default="", db_default="")
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)

    proposed = models.CharField(max_length=10, choices=list(PRIORITY_LABELS.items()))
    proposed_because = models.JSONField(default=list, blank=True)
    priority = models.CharField(max_length=10, blank=True, choices=list(PRIORITY_LABELS.items()))
    barriers = models.JSONField(default=list, blank=True)
    private = models.BooleanField(default=False)
    lead_worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    reply_by = models.DateField()
    replied_at = models.DateTimeField(null=True)
    reached_at = models.DateTimeField(null=True)
    review_on = models.DateField(null=True)
    tenant_told_at = models.DateTimeField(null=True)
    tenant_told = models.TextField(blank=True)
    article_14_sent_at = models.DateTimeField(null=True)
    article_14_withheld = models.TextField(blank=True)
    outcome = models.CharField(max_length=20, blank=True, choices=list(OUTCOME_LABELS.items()))
    closed_at = models.DateTimeField(null=True)
    delete_on = models.DateField(null=True)
    erased_at = models.DateTimeField(null=True)

    objects = ProblemReportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[value for value, _ in REPORT.choices]), name="problem_report_state"
            )
        ]
        indexes = [
            models.Index(fields=["state", "reply_by"], name="problem_report_promise"),
            models.Index(fields=["delete_on"], name="problem_report_delete_on"),
        ]

    @property
    def known_as(self) -> str:
        return f"{self.get_problem_display()}: {self.where[0] or self.tenant}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def told_by_others(self) -> bool:
        """Somebody else than the tenant gave us what we hold about them, so the tenant is to be told (UK GDPR Art 14).

        Article 14 is about data "not obtained from the data subject", and our rule about what a landlord tells us
        (workflows 2.21). Silence after a check-in is nobody's word about anybody, whichever side was asked: it only
        has an officer get in touch. What that side says then is its answer to the check-in, and a worry of the
        landlord's opens a concern of its own, with the month of Article 14 from that day.
        """
        return self.teller not in (Source.TENANT, Source.CHECK_IN)

    @property
    def may_decline_still(self) -> bool:
        """The work is over, and what others told us about the tenant still has no day of deletion."""
        return not self.is_open and self.told_by_others and self.delete_on is None and self.erased_at is None

    @property
    def has_contact_to_confirm(self) -> bool:
        """Only the landlord has told us how to reach the tenant, as far as this concern says."""
        return bool(self.tenant_email or self.tenant_telephone) and self.contact_confirmed_at is None

    @property
    def teller(self) -> Source:
        return teller_of(self.source, self.answers)

    @property
    def acted(self) -> bool:
        """Whether we have done anything about the tenant: told them, or tried to reach them."""
        return self.article_14_sent_at is not None or any(each.side == Side.TENANT for each in self.attempts.all())

    @property
    def tenant_has_page(self) -> bool:
        """Whether the tenant can read and write on the site about this."""
        known = self.teller is Source.TENANT or self.tenant_told_at is not None
        return bool(self.household and self.household.resident_id and known and not self.private)

    @property
    def barriers_today(self) -> list[str]:
        """What keeps the two sides apart: the marks, and what the household's record says by now."""
        return sorted({*self.barriers, *recorded_barriers(self.household, self.landlord)})

    @property
    def tenant(self) -> str:
        """Who lives there, as far as we know, for officers."""
        return self.household.name if self.household else self.tenant_name

    @property
    def where(self) -> tuple[str, str]:
        """The address in a line, and the postcode."""
        if self.tenancy:
            home = self.tenancy.nomination.let.home
            return home.known_as, home.postcode
        return ", ".join(self.address.splitlines()), self.postcode

    def is_late(self, on: date) -> bool:
        """The promised day has passed without an answer."""
        return self.is_open and self.replied_at is None and self.reply_by < on
