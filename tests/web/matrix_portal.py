from tests.web.matrix import EVERYONE, SIGNED_IN, Expect

ROWS = {
    "closed": Expect(EVERYONE, get=404),
    "front_door": Expect(SIGNED_IN, get=302),
    "health": Expect(EVERYONE, get=503),
}
