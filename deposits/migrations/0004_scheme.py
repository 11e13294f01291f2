from datetime import date

from django.db import migrations

TERMS = {
    "weeks": 5,
    "cap": 300000,
    "months": 12,
    "covers_arrears": True,
    "covers_damage": True,
    "claim_days": 28,
    "late_claim_days": 14,
    "offer_days": 14,
    "decision_working_days": 5,
    "approval_limit": 200000,
}


def add(apps, _schema_editor):
    Scheme = apps.get_model("deposits", "Scheme")
    SchemeVersion = apps.get_model("deposits", "SchemeVersion")
    scheme, _ = Scheme.objects.get_or_create(slug="deposit-guarantee", defaults={"name": "Deposit guarantee"})
    SchemeVersion.objects.get_or_create(
        scheme=scheme,
        number=1,
        defaults={
            "valid_from": date(2026, 5, 1),
            "terms_data": TERMS,
            "source": "Default terms: the usual spread of councils' schemes; the council sets its own",
        },
    )


def remove(apps, _schema_editor):
    apps.get_model("deposits", "SchemeVersion").objects.filter(scheme__slug="deposit-guarantee").delete()
    apps.get_model("deposits", "Scheme").objects.filter(slug="deposit-guarantee").delete()


class Migration(migrations.Migration):
    dependencies = [("deposits", "0003_initial")]
    operations = [migrations.RunPython(add, remove)]
