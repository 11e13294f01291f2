from django.urls import path, register_converter

from core.documents.views import PublicKey, public_picture

register_converter(PublicKey, "public_key")

urlpatterns = [path("pictures/<public_key:key>", public_picture, name="documents_public_picture")]
