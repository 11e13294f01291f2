from django.urls import path

from landlords.views import office

urlpatterns = [
    path("landlords/", office.listed, name="landlords_office_list"),
    path("landlords/enquiries/new/", office.enquiry, name="landlords_office_enquiry"),
    path("landlords/<str:reference>/invite/", office.invite, name="landlords_office_invite"),
    path("landlords/<str:reference>/reopen/", office.reopen, name="landlords_office_reopen"),
    path("landlords/<str:reference>/activate/", office.activate, name="landlords_office_activate"),
    path("landlords/<str:reference>/recommend/", office.recommend, name="landlords_office_recommend"),
    path("landlords/<str:reference>/ask/", office.ask_for_more, name="landlords_office_ask"),
    path("landlords/<str:reference>/meeting/", office.meeting, name="landlords_office_meeting"),
    path("landlords/<str:reference>/park/", office.park, name="landlords_office_park"),
    path("landlords/<str:reference>/suspend/", office.suspend, name="landlords_office_suspend"),
    path("landlords/<str:reference>/reinstate/", office.reinstate, name="landlords_office_reinstate"),
]
