from django.urls import path

from tenancies.views import resident

urlpatterns = [
    path("tenancies/", resident.listed, name="tenancies_resident_list"),
    path("tenancies/<str:reference>/facts/<str:document>/", resident.sheet, name="tenancies_resident_sheet"),
    path("tenancies/<str:reference>/facts/<str:document>.pdf", resident.sheet_pdf, name="tenancies_resident_sheet_pdf"),
]
