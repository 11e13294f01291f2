from django.urls import path

from workspaces.views import resident, tenancies

urlpatterns = [
    path("", resident.home, name="workspaces_resident_home"),
    path("tenancies/<str:reference>/", tenancies.resident, name="workspaces_resident_tenancy"),
]
