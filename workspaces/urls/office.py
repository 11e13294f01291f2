from django.urls import path

from workspaces.views import office

urlpatterns = [
    path("", office.queue, name="workspaces_office_queue"),
    path("landlords/<str:reference>/", office.landlord, name="workspaces_office_landlord"),
]
