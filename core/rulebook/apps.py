from django.apps import AppConfig


class RulebookConfig(AppConfig):
    name = "core.rulebook"
    label = "rulebook"
