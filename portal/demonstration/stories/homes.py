"""Homes on their way to being let, each at its own step."""

from datetime import timedelta

from portal.demonstration.acts import guarantees, homes
from portal.demonstration.acts.homes import Dwelling, fresh
from portal.demonstration.council import Council
from portal.demonstration.rows import seen
from portal.demonstration.stage import Story
from properties.models import Let
from properties.rules.certificate import CertificateKind
from properties.services import certificates, checks
from properties.services import homes as home_services
from properties.services import lets as let_services

EPC_TO_COME = (CertificateKind.EPC,)


def just_sent(council: Council) -> Story:
    """Certificates wait to be checked, and one is promised."""
    yield council.ago(3, 15)
    homes.add(council, Dwelling("olga", "8 Kiln Terrace", 2, kind="terraced_house", outcode="DA9", without=EPC_TO_COME))


def change_asked(council: Council) -> Story:
    """A certificate was not accepted, and the landlord is to send another."""
    yield council.ago(12, 11)
    home = homes.add(council, Dwelling("bernard", "Flat 3, Quarry House", 1, outcode="DA10"))
    yield council.ago(8, 10)
    actor = council.actor("ibrahim")
    row = certificates.reject(
        ref=home.reference,
        seen=seen(home),
        kind=CertificateKind.EICR,
        reason="The address on the report is that of Flat 5.",
        actor=actor,
        at=council.at,
    )
    home_services.ask_for_changes(
        ref=row.reference,
        seen=row.version,
        asked="Please send the electrical report of Flat 3. The one we have is for Flat 5.",
        actor=actor,
        at=council.at,
    )


def sent(council: Council, dwelling: Dwelling, ago: int) -> Story:
    """Certificates checked two days after; the visit waits to be booked."""
    yield council.ago(ago, 11)
    home = homes.add(council, dwelling)
    yield council.ago(ago - 2, 10)
    homes.verify(council, home, "ibrahim")
    return home


def visit_to_book(council: Council) -> Story:
    yield from sent(council, Dwelling("olga", "10 Kiln Terrace", 3, kind="terraced_house", outcode="DA9"), 5)


def visit_booked(council: Council) -> Story:
    home = yield from sent(council, Dwelling("willow", "Flat 4, Willow Court", 1, gas=False), 6)
    yield council.ago(1, 12)
    homes.book_at(council, home, council.ahead(2, 11))


def no_access(council: Council) -> Story:
    home = yield from sent(council, Dwelling("bernard", "2 Hopfield Cottages", 2, kind="detached_house"), 12)
    homes.book(council, home, 5)
    yield council.ago(5, 15)
    check = home.checks.get(state="booked")
    checks.no_access(
        ref=check.reference,
        seen=check.version,
        note="Nobody came to the door, and the telephone was off.",
        actor=council.actor("colin"),
        at=council.at,
    )


def did_not_pass(council: Council) -> Story:
    """A suspected serious hazard: Environmental Health is told."""
    home = yield from sent(council, Dwelling("leon", "17 Foundry Lane", 2, kind="terraced_house"), 30)
    homes.book(council, home, 24)
    yield council.ago(24, 15)
    visit = homes.passed(
        home,
        findings={"condition": "fail", "damp": "fail"},
        notes="Black mould on two outside walls, and a handrail missing on the stairs.",
        suspected_category_1=True,
    )
    homes.inspect(council, home, visit)


def with_work_to_do(council: Council) -> Story:
    """Passed, with a latch to mend by a day; accepted, offered to let and being read."""
    home = yield from sent(council, Dwelling("bernard", "The Oast, Flat 1", 2, outcode="DA2"), 14)
    homes.book(council, home, 8)
    yield council.ago(8, 15)
    visit = homes.passed(
        home,
        actions="Mend the latch of the kitchen window.",
        actions_due_on=council.ahead(10).date(),
    )
    homes.inspect(council, home, visit)
    yield council.ago(7, 10)
    homes.accept(council, home)
    yield council.ago(1, 16)
    homes.offer_to_let(council, home)


def work_done(council: Council) -> Story:
    """The same, done and seen; its advertisement needs another wording."""
    home = yield from sent(council, Dwelling("bernard", "The Oast, Flat 2", 3, outcode="DA2"), 40)
    homes.book(council, home, 34)
    yield council.ago(34, 15)
    homes.inspect(
        council, home, homes.passed(home, actions="Fit a second handrail.", actions_due_on=council.ago(20).date())
    )
    homes.accept(council, home)
    yield council.ago(25, 11)
    check = home.checks.get(state="passed_with_actions")
    checks.actions_done(
        ref=check.reference, seen=check.version, note="Seen today.", actor=council.actor("colin"), at=council.at
    )
    yield council.ago(4, 9)
    let = homes.offer_to_let(council, home)
    yield council.ago(2, 11)
    let_services.ask_for_changes(
        ref=let.reference,
        seen=let.version,
        asked="Please say which floor it is on, and whether there is a lift.",
        actor=council.actor("grace"),
        at=council.at,
    )


def on_hold(council: Council) -> Story:
    """Out of matching while the boiler is replaced; its guarantee was approved and never signed."""
    dwelling = Dwelling("bernard", "The Kiln House", 3, kind="semi_detached_house", outcode="DA2")
    let = yield from homes.available(council, dwelling, 33)
    yield council.ago(32, 10)
    application = guarantees.apply(council, let.home)
    yield council.ago(30, 10)
    guarantees.recommend(council, application)
    yield council.ago(28, 10)
    guarantees.approve(council, application)
    yield council.ago(5, 10)
    row = Let.objects.get(pk=let.pk)
    let_services.hold(
        ref=row.reference,
        seen=row.version,
        reason="The boiler is being replaced.",
        actor=council.actor("grace"),
        at=council.at,
    )


def withdrawn(council: Council) -> Story:
    """The landlord let it through a friend, and later put the home away."""
    dwelling = Dwelling("derek", "5 Cooper's Row", 2, kind="terraced_house")
    let = yield from homes.available(council, dwelling, 60)
    actor = council.actor("derek")
    yield council.ago(45, 10)
    row = Let.objects.get(pk=let.pk)
    let_services.withdraw(ref=row.reference, seen=row.version, actor=actor, at=council.at)
    yield council.ago(26, 10)
    home = fresh(let.home)
    home_services.archive(ref=home.reference, seen=home.version, actor=actor, at=council.at)


def gas_runs_out_soon(council: Council) -> Story:
    """Available, at the rent of the market, with a gas record that has three weeks left."""
    soon = council.calendar.day + timedelta(days=21) - timedelta(days=364)
    dwelling = Dwelling(
        "harbour", "Flat 9, Harbour House", 2, outcode="DA9", issued={CertificateKind.GAS: soon}, extra={"floor": 2}
    )
    yield from homes.available(council, dwelling, 19)


def stories(council: Council) -> list[Story]:
    each = (
        just_sent,
        change_asked,
        visit_to_book,
        visit_booked,
        no_access,
        did_not_pass,
        with_work_to_do,
        work_done,
        on_hold,
        withdrawn,
        gas_runs_out_soon,
    )
    return [story(council) for story in each]
