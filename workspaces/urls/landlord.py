from django.urls import path

from workspaces.views import landlord, landlord_homes, tenancies

urlpatterns = [
    path("", landlord.home, name="workspaces_landlord_home"),
    path("homes/<str:reference>/", landlord_homes.home, name="workspaces_landlord_property"),
    path("tenancies/<str:reference>/", tenancies.landlord, name="workspaces_landlord_tenancy"),
]
