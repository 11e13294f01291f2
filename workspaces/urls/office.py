from django.urls import path

from workspaces.views import office, office_tenancy

urlpatterns = [
    path("tenancies/<str:reference>/", office_tenancy.tenancy, name="workspaces_office_tenancy"),
    path("", office.queue, name="workspaces_office_queue"),
    path("search/", office.search, name="workspaces_office_search"),
    path("landlords/<str:reference>/", office.landlord, name="workspaces_office_landlord"),
]
