import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("landlords", "0002_enquiries"),
        ("properties", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="HomeNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(editable=False, max_length=20, unique=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("stands", "Stands"), ("questioned", "Questioned"), ("set_aside", "Set aside")],
                        max_length=20,
                    ),
                ),
                ("address", models.TextField()),
                ("town", models.CharField(max_length=80)),
                ("postcode", models.CharField(max_length=8)),
                ("place", models.CharField(max_length=320)),
                ("served_on", models.DateField()),
                ("specified_on", models.DateField()),
                ("other_order_on", models.DateField(null=True)),
                ("said_now", models.TextField(blank=True)),
                (
                    "home",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="properties.home",
                    ),
                ),
                (
                    "landlord",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="landlords.landlord",
                    ),
                ),
            ],
            options={
                "ordering": ["-served_on", "-id"],
                "indexes": [models.Index(fields=["landlord", "place"], name="home_notice_place")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["stands", "questioned", "set_aside"])),
                        name="home_notice_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("specified_on__gte", models.F("served_on"))),
                        name="home_notice_dates_in_order",
                    ),
                ],
            },
        ),
    ]
