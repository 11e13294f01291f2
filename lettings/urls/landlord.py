from django.urls import path

from lettings.views import outside

urlpatterns = [
    path("put-forward/<str:reference>/", outside.landlord_nomination, name="lettings_landlord_nomination"),
    path("put-forward/<str:reference>/answer/", outside.landlord_answer, name="lettings_landlord_answer"),
    path("lets/<str:reference>/withdraw/", outside.landlord_take_off, name="lettings_landlord_take_off"),
    path("viewings/<str:reference>.ics", outside.landlord_calendar, name="lettings_landlord_calendar"),
]
