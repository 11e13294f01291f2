from django.urls import path

from landlords.views import landlord

urlpatterns = [
    path("register/", landlord.register, name="landlords_landlord_register"),
    path("register/check/", landlord.register_check, name="landlords_landlord_register_check"),
    path("register/done/", landlord.registered, name="landlords_landlord_registered"),
    path("register/<slug:slug>/", landlord.register_step, name="landlords_landlord_register_step"),
    path("details/", landlord.details, name="landlords_landlord_details"),
    path("meet/", landlord.meet, name="landlords_landlord_meet"),
    path("details/answer/", landlord.answer, name="landlords_landlord_answer"),
]
