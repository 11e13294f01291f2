"""The page of each kind of record, for each door: how a list, a message or an action leads to a record."""

WORK_PAGE = "workspaces_office_give"
"""Where a piece of work is given to an officer, by the kind and reference of its record and its own kind."""

RECORD_PAGES: dict[str, dict[str, str]] = {
    "officer": {
        "affordability_check": "lettings_office_affordability_check",
        "early_release": "lettings_office_release",
        "guarantee": "deposits_office_guarantee",
        "home": "workspaces_office_home",
        "home_notice": "properties_office_notice",
        "household": "workspaces_office_household",
        "landlord": "workspaces_office_landlord",
        "keys": "deposits_office_keys",
        "let": "workspaces_office_let",
        "nomination": "lettings_office_nomination",
        "offer": "lettings_office_offer",
        "problem_report": "tenancies_office_report",
        "scheme_application": "deposits_office_application",
        "signature_request": "households_office_signature",
        "statutory_letter": "households_office_letter",
        "tenancy": "workspaces_office_tenancy",
    },
    "landlord": {
        "guarantee": "deposits_landlord_guarantee",
        "home": "workspaces_landlord_property",
        "landlord": "workspaces_landlord_home",
        "let": "properties_landlord_let",
        "nomination": "lettings_landlord_nomination",
        "problem_report": "tenancies_landlord_report",
        "scheme_application": "deposits_landlord_application",
        "taking_off": "lettings_landlord_take_off",
        "tenancy": "workspaces_landlord_tenancy",
    },
    "resident": {
        "household": "workspaces_resident_home",
        "nomination": "lettings_resident_nomination",
        "offer": "lettings_resident_offer",
        "plan": "households_resident_plan",
        "problem_report": "tenancies_resident_report",
        "statutory_letter": "households_resident_letter",
        "tenancy": "workspaces_resident_tenancy",
    },
}
