from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtail_admin_urls

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("cms/", include(wagtail_admin_urls)),
    path("", include(wagtail_urls)),
]
