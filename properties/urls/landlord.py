from django.urls import path

from properties.views.landlord import adding, changing, homes, lets

urlpatterns = [
    path("homes/", homes.listed, name="properties_landlord_list"),
    path("add-a-home/", adding.start, name="properties_landlord_add"),
    path("add-a-home/continue/", adding.resume, name="properties_landlord_add_resume"),
    path("add-a-home/check/", adding.check, name="properties_landlord_add_check"),
    path("add-a-home/start-again/", adding.again, name="properties_landlord_add_again"),
    path("add-a-home/photo/<str:document>/", adding.draft_photo, name="properties_landlord_draft_photo"),
    path("add-a-home/<slug:slug>/", adding.step, name="properties_landlord_add_step"),
    path("homes/<str:reference>/added/", adding.added, name="properties_landlord_added"),
    path("homes/<str:reference>/archive/", homes.archive, name="properties_landlord_archive"),
    path("homes/<str:reference>/offer/", lets.offer, name="properties_landlord_offer"),
    path("homes/<str:reference>/visit/", homes.visit, name="properties_landlord_visit"),
    path("homes/<str:reference>/files/<str:document>/", homes.file, name="properties_landlord_file"),
    path("homes/<str:reference>/change/", changing.change, name="properties_landlord_change"),
    path("homes/<str:reference>/change/check/", changing.change_check, name="properties_landlord_change_check"),
    path("homes/<str:reference>/change/<slug:slug>/", changing.change_step, name="properties_landlord_change_step"),
    path("homes/<str:reference>/photos/", changing.more_photos, name="properties_landlord_more_photos"),
    path(
        "homes/<str:reference>/photos/check/", changing.more_photos_check, name="properties_landlord_more_photos_check"
    ),
    path(
        "homes/<str:reference>/photos/<slug:slug>/",
        changing.more_photos_step,
        name="properties_landlord_more_photos_step",
    ),
    path(
        "homes/<str:reference>/photos/<str:document>/remove/",
        homes.remove_photo,
        name="properties_landlord_photo_remove",
    ),
    path("homes/<str:reference>/certificates/<slug:kind>/", changing.renew, name="properties_landlord_renew"),
    path(
        "homes/<str:reference>/certificates/<slug:kind>/check/",
        changing.renew_check,
        name="properties_landlord_renew_check",
    ),
    path(
        "homes/<str:reference>/certificates/<slug:kind>/<slug:slug>/",
        changing.renew_step,
        name="properties_landlord_renew_step",
    ),
    path("lets/<str:reference>/", lets.record, name="properties_landlord_let"),
    path("lets/<str:reference>/change/", lets.change, name="properties_landlord_let_change"),
]
