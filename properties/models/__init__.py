from properties.models.certificate import Certificate, Photo
from properties.models.check import PropertyCheck
from properties.models.home import Home
from properties.models.home_notice import HomeNotice
from properties.models.let import Let

__all__ = ["Certificate", "Home", "HomeNotice", "Let", "Photo", "PropertyCheck"]
