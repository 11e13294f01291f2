from django.db import migrations

from cms.content.planting import Planter


class Migration(migrations.Migration):
    dependencies = [("cms", "0002_editors")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: Planter(apps).plant(),
            lambda apps, schema_editor: Planter(apps).uproot(),
        )
    ]
