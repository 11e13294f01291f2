from cms.models.advice import AdviceIndexPage, AdvicePage
from cms.models.base import PublicPage, ReviewedPage
from cms.models.home import HomePage
from cms.models.news import NewsIndexPage, NewsPage
from cms.models.standard import LandlordOfferPage, StandardPage
from cms.models.workflow import SecondLook

__all__ = [
    "AdviceIndexPage",
    "AdvicePage",
    "HomePage",
    "LandlordOfferPage",
    "NewsIndexPage",
    "NewsPage",
    "PublicPage",
    "ReviewedPage",
    "SecondLook",
    "StandardPage",
]
