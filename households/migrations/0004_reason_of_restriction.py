"""Why a record is restricted, as a code beside the words. What the words do not name is another reason."""

from typing import Any

from django.db import migrations, models

NAMED = (
    ("staff", "someone in the household works for the council"),
    ("relative", "a relative of someone who works for the council"),
)
SPOKEN_OF = (("safeguarding", "safeguarding"), ("domestic_abuse", "domestic abuse"))
CHOICES = [
    ("domestic_abuse", "Domestic abuse"),
    ("safeguarding", "Safeguarding"),
    ("staff", "Someone in the household works for the council"),
    ("relative", "A relative of someone who works for the council"),
    ("other", "Another reason"),
]


def read_the_words(apps: Any, _schema_editor: Any) -> None:
    """Abuse and safeguarding wherever the words speak of them, as they were read until now; abuse before all."""
    restricted = apps.get_model("households", "Household").objects.filter(restricted=True)
    restricted.update(restriction="other")
    for code, words in NAMED:
        restricted.filter(restricted_because__iexact=words).update(restriction=code)
    for code, words in SPOKEN_OF:
        restricted.filter(restricted_because__icontains=words).update(restriction=code)


class Migration(migrations.Migration):
    dependencies = [("households", "0003_duty_of_a_household_by_day")]

    operations = [
        migrations.AddField(
            model_name="household",
            name="restriction",
            field=models.CharField(blank=True, choices=CHOICES, db_default="", default="", max_length=20),
        ),
        migrations.AddConstraint(
            model_name="household",
            constraint=models.CheckConstraint(
                condition=models.Q(("restriction__in", ["", *(code for code, _ in CHOICES)])),
                name="household_restriction",
            ),
        ),
        migrations.RunPython(read_the_words, migrations.RunPython.noop),
    ]
