from django.urls import path

from core.notifications.views import public

urlpatterns = [
    path("demonstration/outbox/", public.demonstration_outbox, name="notifications_demonstration_outbox"),
]
