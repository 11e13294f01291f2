"""Puts the shipped pages into the tree, with the models of a migration's own moment."""

import json
import re
import uuid
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from django.utils.http import int_to_base36

from cms.content import site
from cms.content.shape import Block
from core.dates import LONDON

WORDED = ("first_step", "next_steps")
STREAMS = ("body", "contacts")
_LINK = re.compile(r'<a href="page:([a-z-]+)">')
_FIRST_WORDS = {"title": "Welcome to your new Wagtail site!", "slug": "home"}


class Planter:
    """`apps` is the registry that a migration is given: models as they were, without methods of ours."""

    def __init__(self, apps: Any) -> None:
        self.apps = apps
        self.first = apps.get_model("wagtailcore", "Site").objects.get(is_default_site=True).root_page
        self.planted: dict[str, tuple[Any, dict[str, Any]]] = {}

    def plant(self) -> None:
        """Wagtail's first page becomes our home page; everything else grows below it.

        In two steps, because a page may link to one that stands after it.
        """
        home = self._home()
        index = self._child(home, "AdviceIndexPage", asdict(site.ADVICE_INDEX))
        for advice in site.ADVICE:
            self._child(index, "AdvicePage", asdict(advice))
        self._child(home, "LandlordOfferPage", asdict(site.LANDLORDS))
        for standard in site.STANDARD:
            self._child(home, "StandardPage", asdict(standard))
        news = self._child(home, "NewsIndexPage", asdict(site.NEWS_INDEX))
        for item in site.NEWS:
            self._child(news, "NewsPage", asdict(item))
        for page, content in self.planted.values():
            self._fill(page, content)
        home.help_page_id = self._id(site.ADVICE_INDEX.slug)
        home.landlord_page_id = self._id(site.LANDLORDS.slug)
        home.referral_page_id = self._id(site.REFERRALS.slug)
        home.save()

    def uproot(self) -> None:
        """Back to Wagtail's first page, alone."""
        pages = self.apps.get_model("wagtailcore", "Page").objects
        below = pages.filter(path__startswith=self.first.path).exclude(pk=self.first.pk)
        below.order_by("-depth").delete()
        self.apps.get_model("cms", "HomePage").objects.get(pk=self.first.pk).delete(keep_parents=True)
        page_type = self._content_type("wagtailcore", "page")
        pages.filter(pk=self.first.pk).update(
            **_FIRST_WORDS, draft_title=_FIRST_WORDS["title"], numchild=0, content_type=page_type
        )

    def _home(self) -> Any:
        home = self.apps.get_model("cms", "HomePage")(page_ptr_id=self.first.pk)
        for column in self.first._meta.concrete_fields:
            setattr(home, column.attname, getattr(self.first, column.attname))
        columns = asdict(site.HOME) | self._common("HomePage", site.HOME.title, site.HOME.since)
        del columns["since"]
        for name, value in columns.items():
            setattr(home, name, value)
        home.save()
        return home

    def _child(self, parent: Any, model: str, content: dict[str, Any]) -> Any:
        """A published page below `parent`, still without its linked words."""
        parent.numchild += 1
        parent.save()
        since = content.pop("since", None) or content["last_checked"]
        plain = {name: value for name, value in content.items() if name not in (*WORDED, *STREAMS, "sources")}
        page = self.apps.get_model("cms", model)(
            **plain,
            **self._common(model, content["title"], since),
            path=parent.path + int_to_base36(parent.numchild).upper().zfill(4),
            depth=parent.depth + 1,
            numchild=0,
            url_path=f"{parent.url_path}{content['slug']}/",
            locale_id=self.first.locale_id,
        )
        page.save()
        self.planted[content["slug"]] = (page, content)
        return page

    def _fill(self, page: Any, content: dict[str, Any]) -> None:
        for name in WORDED:
            if name in content:
                setattr(page, name, self._linked(content[name]))
        for name in STREAMS:
            if name in content:
                blocks = _with_ids(f"{content['slug']}/{name}", content[name])
                setattr(page, name, json.dumps(self._linked(blocks)))
        if "sources" in content:
            page.sources = "\n".join(content["sources"])
        page.save()

    def _linked(self, value: Any) -> Any:
        """The same value, with each `page:slug` turned into Wagtail's own link to that page."""
        if isinstance(value, str):
            return _LINK.sub(lambda found: f'<a linktype="page" id="{self._id(found[1])}">', value)
        if isinstance(value, dict):
            return {key: self._linked(part) for key, part in value.items()}
        if isinstance(value, list | tuple):
            return [self._linked(part) for part in value]
        return value

    def _id(self, slug: str) -> int:
        return self.planted[slug][0].pk

    def _common(self, model: str, title: str, since: date) -> dict[str, Any]:
        noon = datetime.combine(since, time(12), tzinfo=LONDON)
        return {
            "draft_title": title,
            "content_type": self._content_type("cms", model.lower()),
            "live": True,
            "first_published_at": noon,
            "last_published_at": noon,
        }

    def _content_type(self, app_label: str, model: str) -> Any:
        return self.apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label=app_label, model=model
        )[0]


def _with_ids(place: str, blocks: tuple[Block, ...]) -> list[Block]:
    """Blocks with an id each, the same on every site, so that comments and comparisons find them."""
    return [
        {**block, "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{place}/{position}"))}
        for position, block in enumerate(blocks)
    ]
