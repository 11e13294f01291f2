from cms.models.advice import AdviceIndexPage, AdvicePage
from cms.models.base import PublicPage, ReviewedPage
from cms.models.home import HomePage
from cms.models.standard import LandlordOfferPage, StandardPage

__all__ = [
    "AdviceIndexPage",
    "AdvicePage",
    "HomePage",
    "LandlordOfferPage",
    "PublicPage",
    "ReviewedPage",
    "StandardPage",
]
