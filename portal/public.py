"""The URL names that anyone may open without signing in. Everything else is closed."""

PUBLIC_URL_NAMES: frozenset[str] = frozenset(
    {
        "account_confirm_login_code",
        "account_email_verification_sent",
        "account_inactive",
        "account_login",
        "account_logout",
        "account_signup",
        "accounts_public_invitation",
        "accounts_public_sign_in_again",
        "closed",
        "cms_public_picture",
        "cms_public_robots",
        "cms_public_sitemap",
        "demonstration",
        "deposits_public_verify",
        "documents_public_picture",
        "health",
        "households_public_tell",
        "households_public_tell_check",
        "households_public_tell_leave",
        "households_public_tell_question",
        "households_public_tell_sent",
        "mfa_authenticate",
        "mfa_login_webauthn",
        "notifications_demonstration_outbox",
        "properties_public_let",
        "properties_public_list",
        "wagtail_serve",
    }
)
