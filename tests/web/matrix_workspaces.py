from tests.web.making_homes import to_book
from tests.web.matrix import EVERY_OFFICER, LANDLORDS, Expect
from tests.web.matrix_deposits import SEE_GUARANTEES, a_tenancy
from tests.web.matrix_landlords import SEE_LANDLORDS, active
from tests.web.personas import Cast

GIVES_OUT = frozenset({"landlord_liaison", "inspector", "manager"})
OF_NO_HOME = frozenset({"content_editor", "administrator"})


def visit_to_give(cast: Cast) -> dict[str, str]:
    return {"about": "home", "reference": cast.once(to_book).home.reference, "kind": "property_check"}


ROWS = {
    "workspaces_office_give": Expect(
        GIVES_OUT | OF_NO_HOME,
        get_for=dict.fromkeys(OF_NO_HOME, 404),
        kwargs=visit_to_give,
        sends=lambda cast: {"seen": 0, "to_id": cast.world.liaison.user_id},
    ),
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
