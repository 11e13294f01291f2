"""What hangs on a report: the two threads, tries to reach someone, agreed actions, a thought of giving notice."""

from django.conf import settings
from django.db import models

from tenancies.models.report import ProblemReport
from tenancies.rules.report import CONTACT_LABELS, INTENTION_LABELS, OWNER_LABELS, SIDE_LABELS, Attempt, ContactBy


class ReportMessage(models.Model):
    """One message between an officer and one side. The other side never sees it."""

    report = models.ForeignKey(ProblemReport, on_delete=models.PROTECT, related_name="thread")
    side = models.CharField(max_length=10, choices=list(SIDE_LABELS.items()))
    from_council = models.BooleanField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    body = models.TextField()
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["sent_at", "id"]

    def __str__(self) -> str:
        return f"Message to or from {self.side} about {self.report_id}"


class ContactAttempt(models.Model):
    """One try to reach one side outside the threads."""

    report = models.ForeignKey(ProblemReport, on_delete=models.PROTECT, related_name="attempts")
    side = models.CharField(max_length=10, choices=list(SIDE_LABELS.items()))
    by = models.CharField(max_length=10, choices=list(CONTACT_LABELS.items()))
    reached = models.BooleanField()
    note = models.TextField(blank=True)
    tried_on = models.DateField()
    recorded_at = models.DateTimeField()
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-tried_on", "-id"]

    def __str__(self) -> str:
        return f"{self.by} on {self.tried_on}"

    def facts(self) -> Attempt:
        return Attempt(ContactBy(self.by), self.tried_on, self.reached)


class AgreedAction(models.Model):
    """What somebody agreed to do by a day. Both sides see it only once it is shared."""

    report = models.ForeignKey(ProblemReport, on_delete=models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField()
    owner = models.CharField(max_length=10, choices=list(OWNER_LABELS.items()))
    what = models.CharField(max_length=300)
    due_on = models.DateField()
    agreed_at = models.DateTimeField()
    tenant_agreed_on = models.DateField(null=True)
    tenant_agreed_how = models.CharField(max_length=200, blank=True)
    shared_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="one_number_an_agreed_action")]

    def __str__(self) -> str:
        return self.what


class NoticeIntention(models.Model):
    """A landlord's thought of giving notice, and what we did about it before a notice was given.

    `waits_until` is the landlord's promise to wait. It changes nothing for the tenant: no date of
    theirs is reckoned from it. `grounds` are those of the notice ("8", "14"), nothing while they are not known.
    """

    report = models.OneToOneField(ProblemReport, on_delete=models.PROTECT, related_name="intention")
    ring_by = models.DateTimeField()
    rang_at = models.DateTimeField(null=True)
    landlord_advice = models.TextField(blank=True)
    waits_until = models.DateField(null=True)
    rights_told_at = models.DateTimeField(null=True)
    tenant_advice = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=list(INTENTION_LABELS.items()))
    outcome_on = models.DateField(null=True)
    notice_served_on = models.DateField(null=True)
    notice_ends_on = models.DateField(null=True)
    grounds = models.JSONField(null=True)

    class Meta:
        indexes = [models.Index(fields=["outcome", "outcome_on"], name="notice_intention_outcome")]

    def __str__(self) -> str:
        return f"Thought of notice in {self.report_id}"
