from django.urls import path

from workspaces.views import office, office_household, office_tenancy

urlpatterns = [
    path("tenancies/<str:reference>/", office_tenancy.tenancy, name="workspaces_office_tenancy"),
    path("", office.queue, name="workspaces_office_queue"),
    path("households/<str:reference>/", office_household.household, name="workspaces_office_household"),
    path("landlords/<str:reference>/", office.landlord, name="workspaces_office_landlord"),
]
