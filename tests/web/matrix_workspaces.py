from tests.web.matrix import EVERY_OFFICER, LANDLORDS, Expect
from tests.web.matrix_deposits import SEE_GUARANTEES, a_tenancy
from tests.web.matrix_landlords import SEE_LANDLORDS, active

ROWS = {
    "workspaces_office_tenancy": Expect(
        SEE_GUARANTEES, kwargs=lambda cast: {"reference": cast.once(a_tenancy).reference}
    ),
    "workspaces_landlord_home": Expect(
        LANDLORDS, get_for={"other_landlord": 302}, kwargs=lambda cast: cast.once(active) and {}
    ),
    "workspaces_office_queue": Expect(EVERY_OFFICER),
    "workspaces_office_search": Expect(EVERY_OFFICER),
    "workspaces_office_landlord": Expect(SEE_LANDLORDS, kwargs=lambda cast: {"reference": cast.once(active).reference}),
}
