from django.urls import path

from tenancies.views import landlord

urlpatterns = [
    path("tenancies/", landlord.listed, name="tenancies_landlord_list"),
    path("tenancies/<str:reference>/rent/", landlord.enter, name="tenancies_landlord_rent"),
    path("tenancies/<str:reference>/rent/payment/", landlord.pay, name="tenancies_landlord_payment"),
    path("tenancies/<str:reference>/rent/award/", landlord.award, name="tenancies_landlord_award"),
    path("tenancies/<str:reference>/rent/first-day/", landlord.rent_day, name="tenancies_landlord_rent_day"),
    path("tenancies/<str:reference>/rent/record/", landlord.record, name="tenancies_landlord_record"),
    path("tenancies/<str:reference>/rent/<int:number>/", landlord.correct, name="tenancies_landlord_correct"),
    path("tenancies/<str:reference>/facts/", landlord.make_sheet, name="tenancies_landlord_make_sheet"),
    path("tenancies/<str:reference>/facts/<str:document>/", landlord.sheet, name="tenancies_landlord_sheet"),
    path("tenancies/<str:reference>/facts/<str:document>.pdf", landlord.sheet_pdf, name="tenancies_landlord_sheet_pdf"),
]
