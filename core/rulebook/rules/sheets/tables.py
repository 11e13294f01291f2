"""The tables of the rulebook, each with the columns of its file."""

from core.rulebook.rules.lha import Category
from core.rulebook.rules.regime import Regime
from core.rulebook.rules.settings import SettingKind
from core.rulebook.rules.shared_rate import Ground, Scheme
from core.rulebook.rules.sheets.cells import any_text, blank_or, day, money, number, one_of, share, slug, text, yes_no
from core.rulebook.rules.sheets.reading import Column, Sheet

LHA_RATES = Sheet(
    "lha_rates",
    "Local Housing Allowance rates",
    (
        Column("brma", slug),
        Column("brma_name", text),
        Column("category", one_of(Category)),
        Column("weekly", money),
        Column("monthly", money),
        Column("market_weekly", blank_or(money)),
    ),
    key=("brma", "category"),
)
SHARED_RATE_EXCEPTIONS = Sheet(
    "shared_rate_exceptions",
    "Exceptions from the shared accommodation rate",
    (
        Column("scheme", one_of(Scheme)),
        Column("ground", one_of(Ground)),
        Column("label", text),
        Column("age_from", number),
        Column("age_below", number),
        Column("even_when_sharing", yes_no),
    ),
    key=("scheme", "ground"),
)
BENEFIT_AMOUNTS = Sheet(
    "benefit_amounts",
    "Benefit amounts",
    (
        Column("parameter", slug),
        Column("key", text),
        Column("period", slug),
        Column("amount", blank_or(money)),
        Column("share", blank_or(share)),
    ),
    key=("parameter", "key"),
)
POSSESSION_GROUNDS = Sheet(
    "possession_grounds",
    "Grounds for possession",
    (
        Column("ground", slug),
        Column("regime", slug),
        Column("mandatory", yes_no),
        Column("notice_number", number),
        Column("notice_unit", slug),
        Column("least_tenancy_months", blank_or(number)),
        Column("summary", text),
        Column("plain_words", text),
        Column("available_to", any_text),
        Column("notes", any_text),
    ),
    key=("ground", "regime"),
)
ARREARS_LEVELS = Sheet(
    "arrears_levels",
    "Levels of rent arrears",
    (
        Column("key", slug),
        Column("regime", one_of(Regime)),
        Column("order", number),
        Column("label", text),
        Column("months", number),
        Column("weeks", number),
        Column("ground", any_text),
        Column("leaves_out_unpaid_award", yes_no),
    ),
    key=("key", "regime"),
)
DEPOSIT_CAPS = Sheet(
    "deposit_caps",
    "Deposit caps",
    (Column("annual_rent_from", money), Column("weeks", number)),
    key=("annual_rent_from",),
)
CERTIFICATE_PERIODS = Sheet(
    "certificate_periods",
    "How long certificates last",
    (Column("kind", slug), Column("label", text), Column("months", number), Column("alert_days", text)),
    key=("kind",),
)
SUITABILITY_TESTS = Sheet(
    "suitability_tests",
    "Article 3 suitability tests",
    (
        Column("letter", slug),
        Column("key", slug),
        Column("order", number),
        Column("unsuitable_if", text),
        Column("is_fact", yes_no),
        Column("evidence", text),
        Column("not_applicable_when", any_text),
    ),
    key=("letter",),
)
LETTABILITY_CHECKS = Sheet(
    "lettability_checks",
    "Checks before a home is let",
    (
        Column("key", slug),
        Column("requirement", text),
        Column("applies_when", text),
        Column("evidence", text),
        Column("renewal", text),
        Column("if_missing", text),
    ),
    key=("key",),
)
STATISTICS_LABELS = Sheet(
    "statistics_labels",
    "Homelessness statistics (H-CLIC) labels",
    (
        Column("list", slug, fills="list_name"),
        Column("key", slug),
        Column("label", text),
        Column("order", number),
        Column("question", any_text),
        Column("code", any_text),
        Column("statutory_ground", any_text),
    ),
    key=("list_name", "key"),
)
REFERRAL_BODIES = Sheet(
    "referral_bodies",
    "Bodies that refer people to us",
    (Column("key", slug), Column("label", text), Column("has_duty", yes_no)),
    key=("key",),
)
POLICY_SETTINGS = Sheet(
    "policy_settings",
    "Council settings",
    (
        Column("name", slug),
        Column("label", text),
        Column("kind", one_of(SettingKind)),
        Column("value", any_text),
        Column("for_solicitor", yes_no),
        Column("signed_off_by", any_text),
        Column("signed_off_on", blank_or(day)),
    ),
    key=("name",),
    keep_stored=True,
)
SHEETS = {
    sheet.name: sheet
    for sheet in (
        LHA_RATES,
        SHARED_RATE_EXCEPTIONS,
        BENEFIT_AMOUNTS,
        POSSESSION_GROUNDS,
        ARREARS_LEVELS,
        DEPOSIT_CAPS,
        CERTIFICATE_PERIODS,
        SUITABILITY_TESTS,
        LETTABILITY_CHECKS,
        STATISTICS_LABELS,
        REFERRAL_BODIES,
        POLICY_SETTINGS,
    )
}
