"""What runs by the clock: every sweep and every nightly job, each by the task of the app that owns it."""

from datetime import time

from cms import tasks as cms
from core.accounts import tasks as accounts
from core.audit import tasks as audit
from core.documents import tasks as documents
from core.jobs import tasks as jobs
from core.jobs.rules.timetable import Daily, Every
from core.jobs.schedule import Job
from core.notifications import tasks as notifications
from deposits import tasks as deposits
from households import tasks as households
from landlords import tasks as landlords
from portal import tasks as portal
from properties import tasks as properties
from tenancies import tasks as tenancies
from workspaces import tasks as workspaces

SCHEDULE = (
    Job("seal the audit trail", Every(minutes=1), audit.seal),
    Job("end tasks of dead workers", Every(minutes=1), jobs.reap),
    Job("sweep the outbox", Every(minutes=1), notifications.sweep),
    Job("sweep documents", Every(minutes=5), documents.sweep_documents),
    Job("settle the photos of homes", Every(minutes=5), properties.settle_photos),
    Job("publish pages whose hour has come", Every(minutes=5), cms.publish_scheduled),
    Job("sweep answers left by people without an account", Every(minutes=10), portal.sweep_nobodys_drafts),
    Job("sweep orphan files", Daily(time(2, 10)), documents.sweep_orphan_files),
    Job("seal stragglers of the audit trail", Daily(time(2, 30)), audit.seal_stragglers),
    Job("record relief duties that ended by themselves", Daily(time(0, 20)), households.record_lapses),
    Job("leave one reminder on each late duty", Daily(time(0, 30)), households.watch_clocks),
    Job("look at families in bed and breakfast", Daily(time(0, 40)), households.watch_bnb),
    Job("delete what tenants who declined help asked us to", Daily(time(1, 0)), tenancies.erase_declined_reports),
    Job("forget accounts that nobody proved", Daily(time(2, 40)), accounts.tidy),
    Job("tidy sessions and form keys", Daily(time(2, 50)), portal.tidy),
    Job("tell managers what is late", Daily(time(7, 0)), workspaces.tell_managers),
    Job("watch certificates", Daily(time(6, 30)), properties.watch_certificates),
    Job("prune old tasks", Daily(time(3, 10)), jobs.prune),
    Job("end guarantees that are over", Every(minutes=15), deposits.end_guarantees),
    Job("remind invited landlords and delete what nobody finished", Daily(time(6, 10)), landlords.sweep_registrations),
    Job("end applications whose guarantee is over", Daily(time(5, 50)), deposits.end_applications),
    Job("sweep guarantees", Daily(time(6, 0)), deposits.sweep_guarantees),
    Job("look at rent that fell due", Daily(time(0, 45)), tenancies.watch_rent),
    Job("settle tenancies", Daily(time(0, 50)), tenancies.settle_tenancies),
    Job("give open tenancy concerns their days", Daily(time(0, 55)), tenancies.watch_concerns),
    Job("ask how tenancies go", Daily(time(8, 0)), tenancies.check_in),
    Job("sweep unfinished questionnaires", Daily(time(9, 0)), portal.sweep_drafts),
)
