from django.urls import include, path

from portal.views import health

urlpatterns = [
    path("health/", health.health, name="health"),
    path("account/", include("allauth.urls")),
    path("cms/", include("cms.urls.editor")),
    path("", include("core.documents.urls")),
    path("", include("cms.urls.public")),
]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.refused"
handler404 = "portal.errors.not_found"
handler409 = "portal.errors.conflict"
handler500 = "portal.errors.server_error"
