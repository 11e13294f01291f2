from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from core.documents.services import storing

CACHE = "public, max-age=3600"


class PublicKey:
    """A key of the public storage in a URL, and nothing else."""

    regex = r"[0-9a-f]{2}/[0-9a-f]{32}\.jpg"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


@require_safe
def public_picture(_request: HttpRequest, key: str) -> HttpResponse | FileResponse:
    """A published picture from the local folder. With object storage, its own address serves them."""
    try:
        file = storing.fetch(key, out_of=storing.PUBLIC)
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(file, content_type="image/jpeg")
    response.headers["Cache-Control"] = CACHE
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
