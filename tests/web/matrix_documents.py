from tests.web.matrix import EVERYONE, Expect

ROWS = {
    "documents_public_picture": Expect(EVERYONE, get=404, kwargs=lambda cast: {"key": f"ab/{'ab' * 16}.jpg"}),
}
