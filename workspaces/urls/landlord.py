from django.urls import path

from workspaces.views import landlord

urlpatterns = [path("", landlord.home, name="workspaces_landlord_home")]
