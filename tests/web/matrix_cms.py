from tests.web.matrix import EVERYONE, Expect

ROWS = {
    "cms_public_feed": Expect(EVERYONE),
    "cms_public_picture": Expect(EVERYONE, get=404, kwargs=lambda cast: {"name": "nothing.jpg"}),
    "cms_public_robots": Expect(EVERYONE),
    "cms_public_search": Expect(EVERYONE),
    "cms_public_sitemap": Expect(EVERYONE),
    "wagtail_serve": Expect(EVERYONE, path="/"),
}
