from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITORS = "Editors"
MODERATORS = "Moderators"
MAY = ("add_page", "change_page", "publish_page")


def _page_permissions(apps, codenames):
    app_config = apps.get_app_config("wagtailcore")
    app_config.models_module = True
    create_permissions(app_config, apps=apps, verbosity=0)
    app_config.models_module = None
    Permission = apps.get_model("auth", "Permission")
    return Permission.objects.filter(
        content_type__app_label="wagtailcore", content_type__model="page", codename__in=codenames
    )


def _task(apps, app_label, model, name, group):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model.lower()
    )
    task = apps.get_model(app_label, model).objects.create(name=name, active=True, content_type=content_type)
    task.groups.set([group])
    return task.task_ptr


def one_group(apps, _schema_editor):
    """Editors write, look over and publish everything below the home page. Nobody else is there, and no documents."""
    Group = apps.get_model("auth", "Group")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    Task = apps.get_model("wagtailcore", "GroupApprovalTask")
    home = apps.get_model("wagtailcore", "Site").objects.get(is_default_site=True).root_page

    editors = Group.objects.get(name=EDITORS)
    documents = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="wagtaildocs")
    editors.permissions.remove(*documents)
    apps.get_model("wagtailcore", "GroupCollectionPermission").objects.filter(permission__in=documents).delete()
    GroupPagePermission.objects.all().delete()
    for permission in _page_permissions(apps, MAY):
        GroupPagePermission.objects.create(group=editors, page=home, permission=permission)
    second_look = _task(apps, "cms", "SecondLook", "Second look by another editor", editors)
    apps.get_model("wagtailcore", "WorkflowTask").objects.update(task=second_look)
    Task.objects.all().delete()
    apps.get_model("wagtailcore", "Workflow").objects.update(name="Second look before publishing")
    Group.objects.filter(name=MODERATORS).delete()


def two_groups(apps, _schema_editor):
    """Wagtail's own beginning: Moderators publish, Editors write, both everywhere. Documents stay off."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)

    moderators = Group.objects.create(name=MODERATORS)
    moderators.permissions.set(
        Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    editors = Group.objects.get(name=EDITORS)
    GroupPagePermission.objects.all().delete()
    for group, codenames in ((moderators, MAY), (editors, MAY[:2])):
        for permission in _page_permissions(apps, codenames):
            GroupPagePermission.objects.create(group=group, page=root, permission=permission)
    approval = _task(apps, "wagtailcore", "GroupApprovalTask", "Moderators approval", moderators)
    apps.get_model("wagtailcore", "WorkflowTask").objects.update(task=approval)
    apps.get_model("cms", "SecondLook").objects.all().delete()
    apps.get_model("wagtailcore", "Workflow").objects.update(name="Moderators approval")


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(one_group, two_groups)]
