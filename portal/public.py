"""The URL names that anyone may open without signing in. Everything else is closed."""

PUBLIC_URL_NAMES: frozenset[str] = frozenset({"health", "wagtail_serve"})
