from django.db import models

from core.rulebook.models.dated import DatedRow, dated


class PossessionGround(DatedRow):
    """A ground for possession under a regime; the same ground differs between regimes.

    `summary` is for officers, `plain_words` say to anyone what the landlord must prove.
    """

    KEY = ("ground", "regime")

    ground = models.CharField(max_length=8)
    regime = models.CharField(max_length=40)
    mandatory = models.BooleanField()
    notice_number = models.PositiveSmallIntegerField()
    notice_unit = models.CharField(max_length=20)
    least_tenancy_months = models.PositiveSmallIntegerField(null=True)
    summary = models.TextField()
    plain_words = models.TextField(db_default="")
    available_to = models.TextField()
    notes = models.TextField()

    class Meta:
        constraints = dated("ground", "regime")


class ArrearsLevel(DatedRow):
    """So much unpaid rent that something follows: in months, or in weeks where rent falls due more often."""

    KEY = ("key", "regime")

    key = models.CharField(max_length=40)
    regime = models.CharField(max_length=40)
    order = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=100)
    months = models.PositiveSmallIntegerField()
    weeks = models.PositiveSmallIntegerField()
    ground = models.CharField(max_length=8)
    leaves_out_unpaid_award = models.BooleanField()

    class Meta:
        constraints = dated("key", "regime")


class CertificatePeriod(DatedRow):
    """How many months a certificate lasts, and how many days before its end we say so."""

    KEY = ("kind",)

    kind = models.CharField(max_length=20)
    label = models.CharField(max_length=100)
    months = models.PositiveSmallIntegerField()
    alert_days = models.CharField(max_length=60)

    class Meta:
        constraints = dated("kind")


class SuitabilityTest(DatedRow):
    """A row of article 3: accommodation is not suitable if it holds. Some may be not applicable, for a reason."""

    KEY = ("letter",)

    letter = models.CharField(max_length=8)
    key = models.CharField(max_length=40)
    order = models.PositiveSmallIntegerField()
    unsuitable_if = models.TextField()
    is_fact = models.BooleanField()
    evidence = models.TextField()
    not_applicable_when = models.TextField()

    class Meta:
        constraints = dated("letter")


class LettabilityCheck(DatedRow):
    """A gate before a home is let that is not part of article 3."""

    KEY = ("key",)

    key = models.CharField(max_length=40)
    requirement = models.TextField()
    applies_when = models.TextField()
    evidence = models.TextField()
    renewal = models.TextField()
    if_missing = models.TextField()

    class Meta:
        constraints = dated("key")


class StatisticsLabel(DatedRow):
    """A label of the homelessness statistics. `code` stays empty until the government's list is held."""

    KEY = ("list_name", "key")

    list_name = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    order = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=60)
    code = models.CharField(max_length=20)
    statutory_ground = models.CharField(max_length=200)

    class Meta:
        constraints = dated("list_name", "key")


class ReferralBody(DatedRow):
    """A body that refers people to the council: by duty (Housing Act 1996 s213B) or by choice."""

    KEY = ("key",)

    key = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    has_duty = models.BooleanField()

    class Meta:
        constraints = dated("key")


class PolicySetting(DatedRow):
    """What the council's own policy or its solicitor settles, until a date changes it."""

    KEY = ("name",)

    name = models.CharField(max_length=80)
    label = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    value = models.CharField(max_length=200)
    for_solicitor = models.BooleanField()
    signed_off_by = models.CharField(max_length=120)
    signed_off_on = models.DateField(null=True)

    class Meta:
        constraints = dated("name")
