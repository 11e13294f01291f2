"""Applications to the deposit guarantee scheme: who recommends does not approve."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from core import dates
from core.access.actor import Actor, Can
from core.audit import services as audit
from core.audit.moves import move
from core.deadlines import services as deadlines
from core.errors import DomainError
from core.references import services as references
from core.states import Holder
from deposits import messages, policies
from deposits.models import Guarantee, Scheme, SchemeApplication, SchemeVersion
from deposits.rules.application import APPLICATION
from deposits.rules.guarantee import nothing_to_come
from deposits.rules.terms import amount
from landlords import services as landlords
from properties.models import Home

DEPOSIT_GUARANTEE = "deposit-guarantee"
DECISION = "application_decision"


def locked(ref: str, seen: int | None = None) -> SchemeApplication:
    return SchemeApplication.objects.select_related("home__landlord", "scheme_version").lock(ref, seen=seen)


@transaction.atomic
def submit(*, home_ref: str, seen: int | None = None, actor: Actor, at: datetime) -> SchemeApplication:
    """A landlord applies for a guarantee on one home. The scheme version is frozen now.

    Raises DomainError when the scheme is closed or an application for the home is open already.
    """
    home = Home.objects.select_related("landlord").lock(home_ref, seen=seen)
    policies.may_apply(actor, home).require()
    version = version_on(dates.today(at))
    application = create(home, version, at)
    audit.record(
        actor=actor,
        action="scheme_application.submit",
        subject=application.subject,
        at=at,
        after={"home": home.reference, "amount": application.amount, "scheme_version": str(version)},
        to_state=application.state,
    )
    due_on = promise_decision(application, at)
    landlords.tell(home.landlord, messages.application_received(application, due_on), about=application.subject, at=at)
    return application


def promise_decision(application: SchemeApplication, at: datetime) -> date:
    """Put the application in the officers' queue. Returns the day by which it is decided."""
    due_on = dates.add_working_days(dates.today(at), application.scheme_version.terms.decision_working_days)
    deadlines.set_deadline(
        kind=DECISION,
        subject=application.subject,
        what="decide about this guarantee",
        holder=Holder.COUNCIL,
        capability=Can.RECOMMEND_GUARANTEES,
        due_on=due_on,
        at=at,
        otherwise=deadlines.MANAGER_IS_TOLD,
    )
    return due_on


def version_on(on: date) -> SchemeVersion:
    scheme = Scheme.objects.filter(slug=DEPOSIT_GUARANTEE).first()
    version = scheme.version_on(on) if scheme else None
    if version is None:
        raise DomainError("The deposit guarantee scheme is not open now.", code="scheme_closed")
    return version


def create(home: Home, version: SchemeVersion, at: datetime) -> SchemeApplication:
    try:
        with transaction.atomic():
            return SchemeApplication.objects.create(
                reference=references.take(SchemeApplication.PREFIX, at=at),
                created_at=at,
                scheme_version=version,
                home=home,
                state=APPLICATION.start,
                rent=home.rent,
                rent_frequency=home.rent_frequency,
                amount=amount(home.rent, home.rent_frequency, version.terms),
            )
    except IntegrityError as error:
        raise DomainError("There is an open application for this home already.", code="live_application") from error


@transaction.atomic
def ask_for_more(*, ref: str, seen: int, question: str, actor: Actor, at: datetime) -> SchemeApplication:
    """An officer needs to know more first. Our time to decide stands still until the landlord answers."""
    application = locked(ref, seen)
    policies.may_recommend(actor).require()
    move(application, APPLICATION, "ask_for_more", actor=actor, at=at, note=question, question=question)
    deadlines.done(kind=DECISION, subject=application.subject, at=at, outcome="asked for more")
    landlords.tell(application.home.landlord, messages.more_needed(application), about=application.subject, at=at)
    return application


@transaction.atomic
def answer(*, ref: str, seen: int, answer: str, actor: Actor, at: datetime) -> SchemeApplication:
    """The landlord answers, and our time to decide begins again."""
    application = locked(ref, seen)
    policies.may_sign(actor, application).require()
    move(application, APPLICATION, "answer", actor=actor, at=at, note=answer, question="")
    promise_decision(application, at)
    return application


@transaction.atomic
def recommend(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> SchemeApplication:
    """An officer recommends approval, with reasons. Another one decides."""
    application = locked(ref, seen)
    policies.may_recommend(actor).require()
    move(
        application,
        APPLICATION,
        "recommend",
        actor=actor,
        at=at,
        note=note,
        recommended_by_id=actor.user_id,
        recommended_because=note,
    )
    deadlines.set_deadline(
        kind=DECISION,
        subject=application.subject,
        what="approve this guarantee",
        holder=Holder.COUNCIL,
        capability=Can.APPROVE_GUARANTEES,
        due_on=dates.add_working_days(dates.today(at), 2),
        at=at,
    )
    return application


@transaction.atomic
def approve(*, ref: str, seen: int, actor: Actor, at: datetime) -> SchemeApplication:
    """Another officer approves within their limit, and the landlord has so many days to sign."""
    application = locked(ref, seen)
    policies.may_approve(actor, application).require()
    open_to = dates.today(at) + timedelta(days=application.scheme_version.terms.offer_days)
    move(
        application,
        APPLICATION,
        "approve",
        actor=actor,
        at=at,
        approved_by_id=actor.user_id,
        approved_at=at,
        offer_open_to=open_to,
    )
    deadlines.done(kind=DECISION, subject=application.subject, at=at)
    deadlines.set_deadline(
        kind="sign_guarantee",
        subject=application.subject,
        what="sign the guarantee",
        holder=Holder.LANDLORD,
        due_on=open_to,
        at=at,
        otherwise="The offer runs out. A new application is possible.",
    )
    landlords.tell(application.home.landlord, messages.approved(application), about=application.subject, at=at)
    return application


@transaction.atomic
def refuse(*, ref: str, seen: int, note: str, actor: Actor, at: datetime) -> SchemeApplication:
    """An officer says no, with the reason that the landlord reads."""
    application = locked(ref, seen)
    policies.may_recommend(actor).require()
    move(application, APPLICATION, "refuse", actor=actor, at=at, note=note, refused_because=note)
    deadlines.close_all(subject=application.subject, at=at, outcome="refused")
    landlords.tell(application.home.landlord, messages.refused(application), about=application.subject, at=at)
    return application


@transaction.atomic
def sign(*, ref: str, seen: int, signed_name: str, actor: Actor, at: datetime) -> SchemeApplication:
    """The landlord signs by typing their name. Raises DomainError once the offer has run out."""
    application = locked(ref, seen)
    policies.may_sign(actor, application).require()
    if application.offer_open_to and dates.today(at) > application.offer_open_to:
        raise DomainError(
            f"The offer ran out on {dates.in_words(application.offer_open_to)}. Apply again.", code="offer_ran_out"
        )
    move(application, APPLICATION, "sign", actor=actor, at=at, signed_at=at, signed_name=signed_name)
    deadlines.done(kind="sign_guarantee", subject=application.subject, at=at)
    return application


@transaction.atomic
def withdraw(*, ref: str, seen: int, actor: Actor, at: datetime) -> SchemeApplication:
    """The landlord no longer wants it."""
    application = locked(ref, seen)
    policies.may_sign(actor, application).require()
    move(application, APPLICATION, "withdraw", actor=actor, at=at)
    deadlines.close_all(subject=application.subject, at=at, outcome="withdrawn")
    return application


@transaction.atomic
def end(*, ref: str, actor: Actor, at: datetime) -> bool:
    """End an application whose guarantee is over and can bring no claim any more. Safe to run twice.

    False while it runs, or while the scheme's claim window or its late route is open.
    """
    application = locked(ref)
    guarantee = Guarantee.objects.select_related("tenancy").filter(application=application).first()
    if guarantee is None or not APPLICATION.can(application.state, "end"):
        return False
    if not nothing_to_come(guarantee.state, guarantee.tenancy.ended_on, guarantee.terms, dates.today(at)):
        return False
    move(application, APPLICATION, "end", actor=actor, at=at, reason=guarantee.ended_reason)
    deadlines.close_all(subject=application.subject, at=at, outcome="ended")
    return True


@transaction.atomic
def lapse(*, ref: str, actor: Actor, at: datetime) -> SchemeApplication | None:
    """Record that an approved offer ran out unsigned. Safe to run twice."""
    application = locked(ref)
    if not APPLICATION.can(application.state, "lapse"):
        return None
    if application.offer_open_to is None or dates.today(at) <= application.offer_open_to:
        return None
    move(application, APPLICATION, "lapse", actor=actor, at=at)
    deadlines.close_all(subject=application.subject, at=at, outcome="lapsed")
    return application
