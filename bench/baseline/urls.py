from django.urls import include, path
from wagtail import urls as wagtail_urls

from bench.baseline import views

urlpatterns = [
    path("bare/", views.bare),
    path("list/", views.rows),
    path("dashboard/", views.dashboard),
    path("write/", views.write),
    path("", include(wagtail_urls)),
]
