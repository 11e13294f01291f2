"""What comes after the keys: the rent record, and for some a notice, a bad month or the end."""

from datetime import timedelta

from core.access.actor import Actor
from portal.demonstration.acts import households
from portal.demonstration.council import Council
from portal.demonstration.crowd import concerns
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story
from tenancies.models import Tenancy
from tenancies.rules.notice import NoticeGiven
from tenancies.rules.tenancy import EndCause
from tenancies.selectors import rents as rent_record
from tenancies.services import life, rents
from tenancies.services.life import Ending
from tenancies.services.rents import Period

FATES = {3: "at_risk", 5: "landlord_notice", 7: "tenant_notice", 8: "ended", 9: "recovered"}
"""What becomes of one tenancy in eleven each; the others go well."""
GONE_AFTER = 57
"""Days from the keys until a tenancy that ends early ends: they are gone before they answer how it goes."""


def after_the_keys(council: Council, tenancy: Tenancy, number: int, ago: int) -> Story:
    """`ago` is the day of the keys, in days before the demonstration day."""
    fate = FATES.get(number % 11, "well")
    tenancy = Tenancy.objects.select_related("nomination__household", "nomination__let__home__landlord").get(
        pk=tenancy.pk
    )
    for concern in concerns.stories(council, tenancy, number, ago, fate):
        council.stage.add(concern, cast=False)
    if ago < 45:
        return
    yield council.ago(ago - 40, 19)
    enter(council, tenancy, behind=fate in ("at_risk", "landlord_notice"))
    yield council.ago(ago - GONE_AFTER if fate == "ended" and ago > GONE_AFTER else max(ago // 4, 2), 11)
    turn(council, tenancy, fate)
    if fate == "recovered":
        yield council.ago(1, 11)
        actor, note = officer_of(council, tenancy), "The award has come, and the rent is paid again."
        life.recover(ref=tenancy.reference, seen=seen(tenancy), note=note, actor=actor, at=council.at)
    if number % 5:
        yield council.ago(number % 9, 19)
        if fate != "ended":
            enter(council, tenancy, behind=False)


def officer_of(council: Council, tenancy: Tenancy) -> Actor:
    return council.actor(households.lead_of(council, tenancy.nomination.household))


def enter(council: Council, tenancy: Tenancy, *, behind: bool) -> None:
    """The landlord enters every rent day that has come; those who are behind paid half."""
    row = Tenancy.objects.select_related("nomination__let__home__landlord").get(pk=tenancy.pk)
    due = row.rent
    paid = due.split(2)[0] if behind else due
    periods = [Period(day, due, paid) for day in rent_record.not_entered(row, council.today)]
    owner = council.actor(council.slug_of(row.nomination.let.home.landlord.user_id))
    if periods:
        rents.enter(ref=row.reference, seen=row.version, periods=periods, actor=owner, at=council.at)


def turn(council: Council, tenancy: Tenancy, fate: str) -> None:
    row = {"ref": tenancy.reference, "seen": seen(tenancy)}
    row |= {"actor": officer_of(council, tenancy), "at": council.at}
    day = council.today
    if fate in ("at_risk", "recovered"):
        life.put_at_risk(note="The rent is behind, and the landlord has rung us twice.", **row)
    elif fate == "landlord_notice" and not concerns.waits(tenancy):
        life.serve_notice(notice=NoticeGiven(day, day + timedelta(days=35), ("8", "10")), **row)
    elif fate == "tenant_notice":
        life.tenant_notice(notice=NoticeGiven(day, day + timedelta(days=62)), **row)
    elif fate == "ended":
        life.end(ending=Ending(day, EndCause.SURRENDER), **row)
