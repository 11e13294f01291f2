from datetime import date

from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from bench.baseline.models import Note, Row

DAY = date(2026, 11, 21)


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("well")


def rows(request: HttpRequest) -> HttpResponse:
    """25 of 5,000 rows with their owners: two queries."""
    page = Paginator(Row.objects.select_related("owner").order_by("due_on", "pk"), 25).get_page(request.GET.get("page"))
    return render(request, "baseline/list.html", {"page": page})


def dashboard(request: HttpRequest) -> HttpResponse:
    """Six queries: counts, a sum and short lists."""
    newest = Row.objects.select_related("owner").order_by("-pk")
    return render(
        request,
        "baseline/dashboard.html",
        {
            "states": list(Row.objects.values("state").annotate(count=Count("pk")).order_by("state")),
            "total": Row.objects.filter(state="open").aggregate(total=Sum("pence"))["total"],
            "late": Row.objects.filter(due_on__lt=DAY, state="open").count(),
            "newest": list(newest[:10]),
            "due": list(newest.filter(due_on=DAY)[:10]),
            "notes": list(Note.objects.select_related("row").order_by("-pk")[:10]),
        },
    )


@csrf_exempt
def write(request: HttpRequest) -> HttpResponse:
    """One small fact in a transaction."""
    with transaction.atomic():
        Note.objects.create(row_id=1, text="A short note about a row.")
    return HttpResponse("written")
