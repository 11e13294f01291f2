from tests.web.matrix import Expect

ROWS = {"audit_office_list": Expect(frozenset({"manager", "auditor", "administrator"}))}
