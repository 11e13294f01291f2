from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("properties", "0003_notices_of_homes")]

    operations = [
        migrations.RemoveField(model_name="home", name="ground_1_notice_given"),
        migrations.RemoveField(model_name="home", name="ground_1_served_on"),
        migrations.RemoveField(model_name="home", name="ground_1_date"),
        migrations.RemoveField(model_name="home", name="ground_1_other_order_on"),
    ]
