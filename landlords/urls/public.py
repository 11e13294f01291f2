from django.urls import path

from landlords.views import public

urlpatterns = [
    path("landlords/invitation/<str:token>/", public.invitation, name="landlords_public_invitation"),
]
