from django.urls import path

from tenancies.views import public

urlpatterns = [path("check-in/<str:token>/", public.check_in, name="tenancies_public_check_in")]
