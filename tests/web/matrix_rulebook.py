from tests.web.matrix import EVERY_OFFICER, Expect
from tests.web.matrix_cms import NOTICE

ROWS = {
    "rulebook_office_notice": Expect(EVERY_OFFICER, sends=lambda cast: NOTICE | {"landlord_kind": "private"}, post=200),
    "rulebook_office_list": Expect(EVERY_OFFICER),
    "rulebook_office_table": Expect(EVERY_OFFICER, kwargs=lambda cast: {"name": "lha_rates"}),
}
