from django.urls import path

from properties.views import public

urlpatterns = [
    path("homes/", public.listed, name="properties_public_list"),
    path("homes/<str:reference>/", public.let, name="properties_public_let"),
]
