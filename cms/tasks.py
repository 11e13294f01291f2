from django.core.management import call_command
from django_tasks import task


@task
def publish_scheduled() -> None:
    """Publish the pages whose hour has come, and take down those whose time is over. Safe to run twice."""
    call_command("publish_scheduled", verbosity=0)
