from django.urls import path

from deposits.views import public

urlpatterns = [path("check-a-guarantee/", public.verify, name="deposits_public_verify")]
