from tests.web.matrix import EVERY_OFFICER, Expect

ROWS = {
    "rulebook_office_list": Expect(EVERY_OFFICER),
    "rulebook_office_table": Expect(EVERY_OFFICER, kwargs=lambda cast: {"name": "lha_rates"}),
}
