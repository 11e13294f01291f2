from django.urls import path

from lettings.views import affordability, keeping_away, offers, office, releases

urlpatterns = [
    path("homes-to-rent/", office.listed, name="lettings_office_list"),
    path("homes-to-rent/<str:reference>/shortlist/", office.shortlist_of, name="lettings_office_shortlist"),
    path(
        "homes-to-rent/<str:reference>/put-forward/<str:household>/",
        office.put_forward,
        name="lettings_office_put_forward",
    ),
    path(
        "homes-to-rent/<str:reference>/rent-check/<str:household>/",
        affordability.start,
        name="lettings_office_affordability",
    ),
    path("rent-checks/<str:reference>/", affordability.check, name="lettings_office_affordability_check"),
    path("rent-checks/<str:reference>/answer/", affordability.judge, name="lettings_office_judge_affordability"),
    path("households/<str:reference>/early-release/", releases.ask, name="lettings_office_ask_release"),
    path("households/<str:reference>/keep-away/", keeping_away.exclude, name="lettings_office_exclude"),
    path("early-releases/<str:reference>/", releases.release, name="lettings_office_release"),
    path("early-releases/<str:reference>/agreed/", releases.agreed, name="lettings_office_release_agreed"),
    path("early-releases/<str:reference>/declined/", releases.declined, name="lettings_office_release_declined"),
    path("early-releases/<str:reference>/letter/", releases.letter, name="lettings_office_release_letter"),
    path("early-releases/<str:reference>/letter.pdf", releases.pdf, name="lettings_office_release_pdf"),
    path("early-releases/<str:reference>/reply/", releases.reply, name="lettings_office_release_reply"),
    path("put-forward/<str:reference>/", office.nomination, name="lettings_office_nomination"),
    path("put-forward/<str:reference>/answer/", office.resident_answer, name="lettings_office_resident_answer"),
    path("put-forward/<str:reference>/landlord/", office.landlord_answer, name="lettings_office_landlord_answer"),
    path("put-forward/<str:reference>/more-time/", office.extend, name="lettings_office_extend"),
    path("put-forward/<str:reference>/withdraw/", office.withdraw, name="lettings_office_withdraw"),
    path("put-forward/<str:reference>/viewing/", office.arrange, name="lettings_office_arrange"),
    path("viewings/<str:reference>/outcome/", office.viewing_outcome, name="lettings_office_viewing_outcome"),
    path("put-forward/<str:reference>/offer/", offers.draft, name="lettings_office_draft_offer"),
    path("offers/<str:reference>/", offers.offer, name="lettings_office_offer"),
    path("offers/<str:reference>/checks/", offers.checks, name="lettings_office_checks"),
    path("offers/<str:reference>/sign/", offers.sign, name="lettings_office_sign"),
    path("offers/<str:reference>/make/", offers.make, name="lettings_office_make_offer"),
    path("offers/<str:reference>/answer/", offers.answer, name="lettings_office_offer_answer"),
    path("offers/<str:reference>/withdraw/", offers.withdraw, name="lettings_office_withdraw_offer"),
    path("offers/<str:reference>/letter/", offers.letter, name="lettings_office_offer_letter"),
    path("offers/<str:reference>/letter.pdf", offers.pdf, name="lettings_office_offer_pdf"),
]
