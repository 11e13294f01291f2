from django.db import migrations

from core.audit.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("tenancies", "0001_initial")]

    operations = [append_only("tenancies_rententry", unique=("id", "corrects_id"))]
