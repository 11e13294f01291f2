from django.db import migrations, models

OUTCOMES = [
    ("open", "Not known yet"),
    ("averted", "Notice was not given, or was taken back"),
    ("served", "Notice was given"),
    ("not_known", "We do not know"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("tenancies", "0003_tenancies_by_their_start"),
    ]

    operations = [
        migrations.AddField(
            model_name="problemreport",
            name="contact_confirmed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="problemreport",
            name="contact_confirmed_how",
            field=models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.AddField(
            model_name="noticeintention",
            name="grounds",
            field=models.JSONField(null=True),
        ),
        migrations.AlterField(
            model_name="noticeintention",
            name="outcome",
            field=models.CharField(choices=OUTCOMES, max_length=10),
        ),
    ]
