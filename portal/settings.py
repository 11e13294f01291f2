import sys
from urllib.parse import urlsplit

from portal import addresses, content_policy, public
from portal import env as environment
from portal.history import BY_ITSELF as BY_ITSELF
from portal.history import EVENT_WORDS as EVENT_WORDS
from portal.records import RECORD_PAGES as RECORD_PAGES
from portal.records import WORK_PAGE as WORK_PAGE

try:
    ENV = environment.load()
except environment.BadEnvironment as fault:
    sys.exit(str(fault))
MODE = ENV.defaults
BASE_DIR = environment.ROOT
VAR_DIR = ENV.var_dir
VAR_DIR.mkdir(parents=True, exist_ok=True)

LINTEL_MODE = ENV.mode.value
DEMONSTRATION_SIGN_IN = MODE.demonstration_sign_in
DEBUG = ENV.debug
SECRET_KEY = ENV.secret_key
SEAL_KEY = ENV.seal_key
AUDIT_HEAD = ENV.audit_head
SITE_URL = ENV.site_url
_site = urlsplit(SITE_URL)
ALLOWED_HOSTS = [_site.hostname] + ([] if MODE.https else ["localhost", "127.0.0.1", "testserver"])
CSRF_TRUSTED_ORIGINS = [f"{_site.scheme}://{_site.netloc}"]

OUR_APPS = [
    "portal",
    "cms",
    "workspaces",
    "deposits",
    "tenancies",
    "lettings",
    "households",
    "properties",
    "landlords",
    "core.accounts",
    "core.rulebook",
    "core.places",
    "core.notifications",
    "core.documents",
    "core.journeys",
    "core.deadlines",
    "core.audit",
    "core.references",
    "core.jobs",
    "core.access",
    "core.ui",
]
INSTALLED_APPS = [
    *OUR_APPS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "csp",
    "phonenumber_field",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.logs.RequestLog",
    "csp.middleware.CSPMiddleware",
    "core.access.middleware.SecurityHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.accounts.middleware.SessionLimits",
    "allauth.account.middleware.AccountMiddleware",
    "core.accounts.middleware.ActorMiddleware",
    "core.access.middleware.AddressesInWords",
    "core.accounts.middleware.SecondFactorMiddleware",
    "core.access.middleware.SignInByDefault",
    "core.access.middleware.DomainErrors",
    "django_htmx.middleware.HtmxMiddleware",
    "cms.middleware.PublicRedirects",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.page",
            ],
        },
    }
]

DATABASES = {"default": ENV.database_url}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if MODE.cache_in_memory:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
else:
    CACHES = {
        "default": ENV.cache_url or {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
    }
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
if MODE.quick_passwords:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
PUBLIC_URL_NAMES = public.PUBLIC_URL_NAMES
OFFICE_PREFIX = "/office/"
PAGE_EDITOR_PREFIX = "/cms/"
INTERRUPTED_VIEW = "portal.errors.send_again"
CSRF_FAILURE_VIEW = "portal.errors.csrf_failure"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "front_door"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "core.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {"request_login_code": "20/m/ip,3/m/key,60/d/key"}
ACCOUNT_SIGNUP_FORM_CLASS = "core.accounts.forms.sign_up.SignUpForm"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ALLAUTH_TRUSTED_PROXY_COUNT = ENV.trusted_proxies
MFA_ADAPTER = "core.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {"add_webauthn": "core.accounts.forms.passkey.AddPasskeyForm"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not MODE.https
MFA_TOTP_ISSUER = "Lintel"
USERSESSIONS_TRACK_ACTIVITY = False

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = MODE.https
SESSION_COOKIE_NAME = "lintel_session"
CSRF_COOKIE_SECURE = MODE.https
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = MODE.https
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = 31536000 if MODE.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = MODE.https
SECURE_HSTS_PRELOAD = MODE.https
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if ENV.trusted_proxies:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {"DIRECTIVES": content_policy.EVERYWHERE}
PAGE_EDITOR_CSP = content_policy.PAGE_EDITOR

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
DATE_FORMAT = "l j F Y"
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
PHONENUMBER_DEFAULT_REGION = "GB"
PHONENUMBER_DB_FORMAT = "E164"
FILE_UPLOAD_HANDLERS = [
    "core.documents.upload_handler.CutOffHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "build" / "assets"]
(BASE_DIR / "build" / "assets").mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = not MODE.manifest_static
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
PRIVATE_ROOT = VAR_DIR / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": str(PRIVATE_ROOT),
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "public": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(VAR_DIR / "public"), "base_url": "/pictures/"},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if MODE.manifest_static
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
SCANNER = ENV.scanner
CLAMD_ADDRESS = ENV.clamd_address

MAIL_PROVIDER = ENV.mail_provider
EMAIL_BACKEND = "core.notifications.mail.OutboxBackend"
OFFERS_MADE_TO = "lettings.selectors.made.offers_made_to"
SAFE_CONTACT_OF_USER = "households.selectors.contact.safe_contact_of"
_smtp = ENV.email_url or addresses.Smtp()
EMAIL_HOST = _smtp.host
EMAIL_PORT = _smtp.port
EMAIL_HOST_USER = _smtp.user
EMAIL_HOST_PASSWORD = _smtp.password
EMAIL_USE_TLS = _smtp.starttls
EMAIL_USE_SSL = _smtp.tls
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = ENV.mail_from
SERVER_EMAIL = DEFAULT_FROM_EMAIL

WAGTAIL_SITE_NAME = "Lintel"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILEMBEDS_FINDERS: list = []
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.forms.pictures.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10_000_000
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000

COUNCIL_NAME = ENV.council_name
COUNCIL_TELEPHONE = ENV.council_telephone
COUNCIL_TELEPHONE_ANY_HOUR = ENV.council_telephone_any_hour or ENV.council_telephone
COUNCIL_EMAIL = ENV.council_email
COUNCIL_POSTAL_ADDRESS = ENV.council_postal_address
RESILIENCE_FUND_RUN_BY = ENV.resilience_fund_run_by or ENV.council_name
AUTHORITY_CODE = ENV.authority_code

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "portal.logs.JsonLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        **{app.partition(".")[0]: {"level": "INFO"} for app in OUR_APPS},
        "django": {"level": "ERROR", "handlers": [], "propagate": True},
        "django.security": {"level": "WARNING"},
    },
}
