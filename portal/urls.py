from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtail_admin_urls

from portal.views import health

urlpatterns = [
    path("health/", health.health, name="health"),
    path("account/", include("allauth.urls")),
    path("cms/", include(wagtail_admin_urls)),
    path("", include("core.documents.urls")),
    path("", include(wagtail_urls)),
]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.refused"
handler404 = "portal.errors.not_found"
handler409 = "portal.errors.conflict"
handler500 = "portal.errors.server_error"
