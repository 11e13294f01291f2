from django.urls import path, re_path
from wagtail.urls import serve_pattern

from cms.views import calculators, notices, public

urlpatterns = [
    path("check-a-notice/", notices.check, name="cms_public_notice"),
    path("calculators/help-with-rent/", calculators.rent_help, name="cms_public_rent_help"),
    path("calculators/left-after-rent/", calculators.left_over, name="cms_public_left_over"),
    path("robots.txt", public.robots, name="cms_public_robots"),
    path("news.xml", public.feed, name="cms_public_feed"),
    path("search/", public.search, name="cms_public_search"),
    path("sitemap.xml", public.sitemap, name="cms_public_sitemap"),
    path("media/images/<path:name>", public.picture, name="cms_public_picture"),
    re_path(serve_pattern, public.page, name="wagtail_serve"),
]
