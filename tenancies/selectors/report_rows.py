"""What an officer reads of the tenant and of the landlord's notice on the page of a tenancy concern."""

from core.access.actor import Actor
from core.documents.models import Document
from core.ui.addresses import page_url, record_url
from core.ui.components import Action, Row, Tag
from core.ui.telephone import in_words
from tenancies import letters
from tenancies.models import CheckIn, ProblemReport
from tenancies.rules.check_in import CheckInState
from tenancies.rules.problem import SOURCE_LABELS, Source
from tenancies.rules.report import Intention
from tenancies.selectors import check_ins, owed

NOT_CONFIRMED = "Given by the landlord, not confirmed. Nothing is written to it."


def open_record(noun: str, subject: tuple[str, str], actor: Actor) -> Action | None:
    address = record_url(subject, actor)
    return Action("Open", address, hidden=f"the {noun}") if address else None


def who_told(row: ProblemReport, actor: Actor) -> Row:
    """Who told us: after silence nobody did, and this leads to where an answer is written down."""
    if row.teller is not Source.CHECK_IN:
        return Row("Who told us", SOURCE_LABELS[Source(row.source)])
    asked = CheckIn.objects.filter(report=row, state=CheckInState.SILENT).select_related("tenancy").last()
    return Row(
        "Who told us",
        f"Nobody has told us anything: the {row.answers['asked']} did not answer a check-in",
        check_ins.answer_action(asked, actor) if asked else None,
        note="What they say now, record as their answer to the check-in." if asked else "They have answered since.",
    )


def tenant_rows(row: ProblemReport, actor: Actor) -> list[Row]:
    """The tenant as we know them, and what they were told."""
    if row.erased_at:
        return []
    found = [Row("Name", row.tenant or "Not known"), *contact_rows(row)]
    if row.household:
        found.append(Row("Household", row.household.reference, open_record("household", row.household.subject, actor)))
    if row.article_14_sent_at:
        found.append(Row("Told", row.article_14_sent_at, note=row.tenant_told))
        found += paper_rows(row)
    elif row.article_14_withheld:
        found.append(Row("Not told, for safety", row.article_14_withheld))
    elif row.told_by_others:
        found.append(Row("Told", Tag("Not yet", "yellow"), note="Within a month of the report (UK GDPR Art 14)."))
    found.append(Row("Reached", row.reached_at or "Not yet"))
    return found


def paper_rows(row: ProblemReport) -> list[Row]:
    """The notice that the tenant was, or is to be, given on paper."""
    document = Document.objects.about(row.subject).filter(purpose=letters.CONCERN_TEMPLATE).first()
    if document is None:
        return []
    address = page_url("tenancies_office_report_paper", row.reference)
    return [Row("Notice on paper", document.created_at, Action("Open and print", address, hidden="the notice"))]


def contact_rows(row: ProblemReport) -> list[Row]:
    """How to reach the tenant. What only the landlord gave says so until an officer has confirmed it."""
    household = row.household
    found = [Row("Telephone", in_words(household.telephone))] if household and household.telephone else []
    how = f"Confirmed: {row.contact_confirmed_how}" if row.contact_confirmed_at else NOT_CONFIRMED
    in_case = {household.telephone, household.email} if household and row.contact_confirmed_at else set()
    given = [("Telephone", row.tenant_telephone), ("E-mail", row.tenant_email)]
    for label, value in given:
        if value and value not in in_case:
            found.append(Row(label, in_words(value) if label == "Telephone" else value, note=how))
    return found


def notice_rows(row: ProblemReport) -> list[Row]:
    """The call, the tenant's rights, and what became of the notice that the landlord spoke of."""
    intention = getattr(row, "intention", None)
    if intention is None:
        return []
    found = [
        Row("Ring the landlord by", intention.ring_by),
        Row("Rung", intention.rang_at or Tag("Not yet", "yellow")),
        Row("Tenant told their rights", intention.rights_told_at or Tag("Not yet", "yellow")),
    ]
    if intention.landlord_advice:
        found.append(Row("Advice to the landlord", intention.landlord_advice))
    if intention.tenant_advice:
        found.append(Row("Advice to the tenant", intention.tenant_advice))
    if intention.waits_until:
        found.append(Row("The landlord waits until", intention.waits_until, note="Moves no date of the tenant’s."))
    if intention.outcome != Intention.OPEN:
        found.append(Row("What became of it", intention.get_outcome_display()))
    if intention.notice_served_on:
        found.append(Row("Given on", intention.notice_served_on))
    if intention.notice_ends_on:
        found.append(Row("Date in the notice", intention.notice_ends_on))
        found.append(Row("Grounds", ", ".join(intention.grounds or ()) or "Not known"))
    return found


def notice_to_pass_on(row: ProblemReport) -> bool:
    """Whether there is a notice that the record of the household does not have yet."""
    intention = getattr(row, "intention", None)
    if row.household is None or intention is None or intention.notice_ends_on is None:
        return False
    return not row.household.notices.filter(specified_on=intention.notice_ends_on).exists()


def case_to_decide(row: ProblemReport) -> bool:
    """Whether notice was given, and nobody has decided yet whether a case opens."""
    intention = getattr(row, "intention", None)
    served = intention is not None and intention.outcome == Intention.SERVED
    return served and bool(owed.still(row, {owed.CASE}))
