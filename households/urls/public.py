from django.urls import path

from households.views import public

urlpatterns = [
    path("tell-us-early/", public.start, name="households_public_tell"),
    path("tell-us-early/check/", public.check, name="households_public_tell_check"),
    path("tell-us-early/sent/", public.sent, name="households_public_tell_sent"),
    path("tell-us-early/leave/", public.leave, name="households_public_tell_leave"),
    path("tell-us-early/<slug:slug>/", public.question, name="households_public_tell_question"),
]
