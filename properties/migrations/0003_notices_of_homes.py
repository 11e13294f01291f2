"""A notice that stood in the columns of a home becomes a record of its own."""

from typing import Any

from django.db import migrations


def to_records(apps: Any, _schema_editor: Any) -> None:
    home_model, notice_model = apps.get_model("properties", "Home"), apps.get_model("properties", "HomeNotice")
    counter_model = apps.get_model("references", "Counter")
    known = home_model.objects.filter(
        ground_1_notice_given=True, ground_1_served_on__isnull=False, ground_1_date__isnull=False
    )
    for home in known.order_by("pk").iterator():
        counter, _ = counter_model.objects.get_or_create(prefix="HN", year=home.created_at.year, defaults={"last": 0})
        counter.last += 1
        counter.save(update_fields=["last"])
        notice_model.objects.create(
            reference=f"HN-{counter.year}-{counter.last:04d}",
            created_at=home.created_at,
            landlord_id=home.landlord_id,
            home=home,
            state="stands",
            address=home.address,
            town=home.town,
            postcode=home.postcode,
            place="".join(sign for sign in f"{home.address}{home.postcode}".casefold() if sign.isalnum()),
            served_on=home.ground_1_served_on,
            specified_on=max(home.ground_1_date, home.ground_1_served_on),
            other_order_on=home.ground_1_other_order_on,
        )


def to_columns(apps: Any, _schema_editor: Any) -> None:
    for notice in apps.get_model("properties", "HomeNotice").objects.exclude(state="set_aside").order_by("served_on"):
        if notice.home_id is not None:
            apps.get_model("properties", "Home").objects.filter(pk=notice.home_id).update(
                ground_1_notice_given=True,
                ground_1_served_on=notice.served_on,
                ground_1_date=notice.specified_on,
                ground_1_other_order_on=notice.other_order_on,
            )


class Migration(migrations.Migration):
    dependencies = [("properties", "0002_home_notice"), ("references", "0001_initial")]

    operations = [migrations.RunPython(to_records, to_columns)]
