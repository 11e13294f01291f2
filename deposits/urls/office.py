from django.urls import path

from deposits.views import office

urlpatterns = [
    path("put-forward/<str:reference>/keys/", office.keys, name="deposits_office_keys"),
    path("guarantees/", office.listed, name="deposits_office_list"),
    path("guarantees/applications/<str:reference>/", office.application, name="deposits_office_application"),
    path("guarantees/applications/<str:reference>/recommend/", office.recommend, name="deposits_office_recommend"),
    path("guarantees/applications/<str:reference>/approve/", office.approve, name="deposits_office_approve"),
    path("guarantees/applications/<str:reference>/ask/", office.ask, name="deposits_office_ask"),
    path("guarantees/applications/<str:reference>/refuse/", office.refuse, name="deposits_office_refuse"),
    path("guarantees/<str:reference>/", office.guarantee, name="deposits_office_guarantee"),
    path("guarantees/<str:reference>/inventory/", office.inventory, name="deposits_office_inventory"),
    path("guarantees/<str:reference>/void/", office.void, name="deposits_office_void"),
    path("guarantees/<str:reference>/certificate/", office.certificate, name="deposits_office_certificate"),
    path("guarantees/<str:reference>/certificate.pdf", office.certificate_pdf, name="deposits_office_certificate_pdf"),
]
