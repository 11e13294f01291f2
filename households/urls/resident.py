from django.urls import path

from households.views import resident

urlpatterns = [
    path("plan/", resident.plan, name="households_resident_plan"),
    path("plan/<str:reference>/steps/<int:number>/", resident.tick, name="households_resident_tick"),
    path("letters/<str:reference>/", resident.letter, name="households_resident_letter"),
    path("letters/<str:reference>.pdf", resident.pdf, name="households_resident_letter_pdf"),
]
