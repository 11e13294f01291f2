from django.urls import path

from deposits.views import landlord

urlpatterns = [
    path("guarantees/", landlord.listed, name="deposits_landlord_list"),
    path("guarantees/apply/<str:home>/", landlord.apply, name="deposits_landlord_apply"),
    path("guarantees/applications/<str:reference>/", landlord.application, name="deposits_landlord_application"),
    path("guarantees/applications/<str:reference>/answer/", landlord.answer, name="deposits_landlord_answer"),
    path("guarantees/applications/<str:reference>/sign/", landlord.sign, name="deposits_landlord_sign"),
    path("guarantees/<str:reference>/", landlord.guarantee, name="deposits_landlord_guarantee"),
    path("guarantees/<str:reference>/certificate/", landlord.certificate, name="deposits_landlord_certificate"),
    path(
        "guarantees/<str:reference>/certificate.pdf",
        landlord.certificate_pdf,
        name="deposits_landlord_certificate_pdf",
    ),
]
