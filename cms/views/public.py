from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps.views import sitemap as wagtail_sitemap
from wagtail.images import get_image_model

from cms import caching, selectors, sitemaps
from cms.models import NewsIndexPage
from cms.models.news import PAGE_SIZE, news
from cms.rules import asking
from core import dates

CLOSED = ("/account/", "/cms/", "/landlord/", "/office/", "/partner/", "/resident/")


@require_safe
def page(request: HttpRequest, path: str) -> HttpResponse:
    """A page of the public site."""
    return caching.serve(request, lambda: _serve(request, path), on=dates.today(timezone.now()))


def _serve(request: HttpRequest, path: str) -> HttpResponse:
    """As Wagtail serves a page, but without asking which site this is (there is one: it costs a fifth of a page) and
    whether the page is private (none is: the editor has no such switch).
    """
    found = selectors.page_at(path)
    if found is None:
        raise Http404
    return found.serve(request)


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture of the public site in one of the sizes made from it, never the file that was uploaded."""
    rendition = get_image_model().get_rendition_model().objects.filter(file=f"images/{name}").first()
    if rendition is None or not default_storage.exists(rendition.file.name):
        raise Http404
    response = FileResponse(rendition.file.open("rb"))
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The pages about what a visitor asks. Their words are shown again to them alone, and kept nowhere."""
    asked = asking.tidy(request.GET.get("q", ""))
    context = {"asked": asked, "found": selectors.found(asked)}
    return render(request, "cms/search.html", context)


@require_safe
@cache_control(max_age=600, public=True)
def feed(request: HttpRequest) -> HttpResponse:
    """The latest news for feed readers."""
    index = get_object_or_404(NewsIndexPage.objects.live())
    found = Atom1Feed(
        title=f"{index.title}: {settings.COUNCIL_NAME}",
        link=settings.SITE_URL + index.url,
        description=index.summary,
        language=settings.LANGUAGE_CODE,
        feed_url=settings.SITE_URL + request.path,
    )
    for page in news()[:PAGE_SIZE]:
        found.add_item(
            title=page.title,
            link=settings.SITE_URL + page.url,
            description=page.summary,
            pubdate=page.first_published_at,
            updateddate=page.last_published_at,
        )
    return HttpResponse(found.writeString("utf-8"), content_type=found.content_type)


@require_safe
@cache_control(max_age=3600, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read the public pages, but nothing of a demonstration."""
    context = {"closed": ("/",) if settings.DEMONSTRATION_SIGN_IN else CLOSED, "site_url": settings.SITE_URL}
    return render(request, "cms/robots.txt", context, content_type="text/plain")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every published page, the tools and the homes to let, for search engines."""
    return wagtail_sitemap(request, sitemaps.ALL)
