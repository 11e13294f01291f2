from django.urls import path

from core.notifications.views import office

urlpatterns = [
    path("outbox/", office.index, name="notifications_office_list"),
    path("outbox/<str:ref>/", office.message, name="notifications_office_message"),
]
