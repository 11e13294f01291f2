from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.middleware import RedirectMiddleware


class PublicRedirects(RedirectMiddleware):
    """Leads on from a public address that editors have moved. Behind a door no page was ever theirs to move."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        match = request.resolver_match
        if match is not None and match.view_name not in settings.PUBLIC_URL_NAMES:
            return response
        return super().process_response(request, response)
