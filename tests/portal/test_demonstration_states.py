"""Every state of every record stands somewhere in the demonstration council, or it is said why not."""

import pytest
from django.db import models

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
from properties.models import Home, Let, PropertyCheck
from properties.rules.check import PROPERTY_CHECK
from properties.rules.home import HOME
from properties.rules.let import LET
from tenancies.models import CheckIn, ProblemReport, Tenancy
from tenancies.rules.check_in import CHECK_IN
from tenancies.rules.report import REPORT
from tenancies.rules.tenancy import TENANCY, TenancyState
from tests import council

pytestmark = pytest.mark.usefixtures("told_council", "undone")


CROWDS_OWN = {state.value for state in TenancyState} - {"started", "settled", "notice_served"}

MACHINES: list[tuple[type[models.Model], Machine, set[str]]] = [
    (Landlord, LANDLORD, set()),
    # A home and an advertisement are drafts of a questionnaire until they are sent.
    (Home, HOME, {"draft"}),
    (Let, LET, {"draft"}),
    (PropertyCheck, PROPERTY_CHECK, set()),
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
    # No claim is told of yet, and an application ends with the last claim.
    (SchemeApplication, APPLICATION, {"ended"}),
    # It ends with the tenancy, as some of the crowd's do. None was given by mistake.
    (Guarantee, GUARANTEE, {"void"} if council.crowded() else {"ended", "void"}),
    # The others come with the crowd, which PostgreSQL leaves out.
    (Tenancy, TENANCY, set() if council.crowded() else CROWDS_OWN),
]
OF_THE_CROWD: list[tuple[type[models.Model], Machine, set[str]]] = [
    (ProblemReport, REPORT, set()),
    (CheckIn, CHECK_IN, set()),
]
MACHINES += OF_THE_CROWD if council.crowded() else []


@pytest.mark.parametrize(("model", "machine", "absent"), MACHINES, ids=lambda value: getattr(value, "KIND", ""))
def test_every_state_is_there(model, machine, absent):
    seen = set(model.objects.values_list("state", flat=True))
    assert {str(state) for state in machine.states} - seen == absent
