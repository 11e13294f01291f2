from django.urls import path

from workspaces.views import resident

urlpatterns = [path("", resident.home, name="workspaces_resident_home")]
