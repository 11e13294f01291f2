"""Every state of every record stands somewhere in the demonstration council, or it is said why not."""

from enum import StrEnum

import pytest
from django.db import models

from core.accounts.models import Invitation
from core.accounts.rules.invitation import MACHINE as INVITATION
from core.documents.models import Document
from core.documents.rules.lifecycle import MADE, UPLOADED
from core.notifications.models import OutboxMessage
from core.notifications.rules.delivery import MACHINE as MESSAGE
from core.states import Machine
from deposits.models import Guarantee, SchemeApplication
from deposits.rules.application import APPLICATION
from deposits.rules.guarantee import GUARANTEE
from households.models import Duty, Household, SignatureRequest, StatutoryLetter
from households.rules import duty as duty_rules
from households.rules.case import CASE
from households.rules.letter import LETTER
from households.rules.signature import SIGNATURE
from landlords.models import Landlord
from landlords.rules.landlord import LANDLORD
from lettings.models import AffordabilityCheck, EarlyRelease, Nomination, Offer, Viewing
from lettings.rules.affordability import AFFORDABILITY
from lettings.rules.nomination import NOMINATION
from lettings.rules.offer import OFFER
from lettings.rules.release import RELEASE
from lettings.rules.viewing import VIEWING
from properties.models import Certificate, Home, HomeNotice, Let, PropertyCheck
from properties.rules.certificate import CertificateState
from properties.rules.check import PROPERTY_CHECK
from properties.rules.home import HOME
from properties.rules.home_notice import HOME_NOTICE
from properties.rules.let import LET
from tenancies.models import CheckIn, ProblemReport, Tenancy
from tenancies.rules.check_in import CHECK_IN
from tenancies.rules.report import REPORT
from tenancies.rules.tenancy import TENANCY, TenancyState
from tenancies.services import watching
from tests import council

pytestmark = pytest.mark.usefixtures("told_council", "undone")


CROWDS_OWN = {state.value for state in TenancyState} - {"started", "settled", "notice_served"}

MACHINES: list[tuple[type[models.Model], Machine | type[StrEnum], set[str]]] = [
    (Landlord, LANDLORD, set()),
    # A home and an advertisement are drafts of a questionnaire until they are sent.
    (Home, HOME, {"draft"}),
    (Let, LET, {"draft"}),
    (PropertyCheck, PROPERTY_CHECK, set()),
    (HomeNotice, HOME_NOTICE, set()),
    (Household, CASE, set()),
    (AffordabilityCheck, AFFORDABILITY, set()),
    (EarlyRelease, RELEASE, set()),
    (Duty, duty_rules.DUTY, set()),
    (StatutoryLetter, LETTER, set()),
    (SignatureRequest, SIGNATURE, set()),
    # Passed through within one act.
    (Nomination, NOMINATION, {"proposed", "resident_agreed"}),
    (Viewing, VIEWING, set()),
    (Offer, OFFER, set()),
    # They end with the tenancy, as some of the crowd's do. One of the crowd's was given by mistake.
    (SchemeApplication, APPLICATION, set() if council.crowded() else {"ended"}),
    (Guarantee, GUARANTEE, set() if council.crowded() else {"ended", "void"}),
    # The others come with the crowd, which PostgreSQL leaves out.
    (Tenancy, TENANCY, set() if council.crowded() else CROWDS_OWN),
]
OF_THE_CROWD: list[tuple[type[models.Model], Machine, set[str]]] = [
    (ProblemReport, REPORT, set()),
    (CheckIn, CHECK_IN, set()),
]
MACHINES += OF_THE_CROWD if council.crowded() else []
WAITS_FOR_THE_WORKER = {"queued", "sending", "failed_temporary"}
MACHINES += [
    (Invitation, INVITATION, set()),
    # Nothing waits for the worker: every message is settled in story time.
    (OutboxMessage, MESSAGE, WAITS_FOR_THE_WORKER),
    # Nothing waits to be checked, and nobody of the story sends a virus or a broken picture.
    (Document, UPLOADED, {"quarantined", "infected", "refused"}),
    # A letter of the crowd's is made when somebody opens it; the cast's are made at once.
    (Document, MADE, set() if council.crowded() else {"unmade"}),
    # One that is missing has no row.
    (Certificate, CertificateState, {"missing"}),
]


@pytest.mark.parametrize(("model", "machine", "absent"), MACHINES, ids=lambda value: getattr(value, "KIND", ""))
def test_every_state_is_there(model, machine, absent):
    known = machine.states if isinstance(machine, Machine) else machine
    seen = set(model.objects.values_list("state", flat=True))
    assert {str(state) for state in known} - seen == absent


def test_no_open_concern_and_no_notice_lacks_what_the_nightly_watch_would_give_it():
    assert ProblemReport.objects.open().exists()
    assert watching.lacking() == []
    assert watching.ask_for_cases(at=council.EVENING) == 0
