from django.urls import path

from lettings.views import outside

urlpatterns = [
    path("homes/", outside.resident_list, name="lettings_resident_list"),
    path("homes/<str:reference>/", outside.resident_nomination, name="lettings_resident_nomination"),
    path("homes/<str:reference>/answer/", outside.resident_answer, name="lettings_resident_answer"),
    path("offers/<str:reference>/", outside.resident_offer, name="lettings_resident_offer"),
    path("offers/<str:reference>/answer/", outside.resident_offer_answer, name="lettings_resident_offer_answer"),
    path("offers/<str:reference>/letter.pdf", outside.resident_offer_pdf, name="lettings_resident_offer_pdf"),
    path("viewings/<str:reference>.ics", outside.resident_calendar, name="lettings_resident_calendar"),
]
