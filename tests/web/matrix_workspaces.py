from tests.web.matrix import EVERY_OFFICER, LANDLORDS, Expect
from tests.web.matrix_landlords import SEE_LANDLORDS, active

ROWS = {
    "workspaces_landlord_home": Expect(
        LANDLORDS, get_for={"other_landlord": 302}, kwargs=lambda cast: cast.once(active) and {}
    ),
    "workspaces_office_queue": Expect(EVERY_OFFICER),
    "workspaces_office_landlord": Expect(SEE_LANDLORDS, kwargs=lambda cast: {"reference": cast.once(active).reference}),
}
