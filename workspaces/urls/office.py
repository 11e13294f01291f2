from django.urls import path

from workspaces.views import office, office_homes, office_household, office_work, tenancies

urlpatterns = [
    path("", office.queue, name="workspaces_office_queue"),
    path("homes/<str:reference>/", office_homes.home, name="workspaces_office_home"),
    path("search/", office.search, name="workspaces_office_search"),
    path("households/<str:reference>/", office_household.household, name="workspaces_office_household"),
    path("landlords/<str:reference>/", office.landlord, name="workspaces_office_landlord"),
    path("lets/<str:reference>/", office_homes.let, name="workspaces_office_let"),
    path("work/<slug:about>/<str:reference>/<slug:kind>/", office_work.give, name="workspaces_office_give"),
    path("tenancies/<str:reference>/", tenancies.office, name="workspaces_office_tenancy"),
]
