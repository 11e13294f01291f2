# Each target installs what it needs and does nothing where nothing is to be done.
# PORT=8001 make run     PYTHON=python3.12 make setup     make test T="tests/rules -k money"

PYTHON ?= $(or $(shell for python in python3 python3.13 python3.12 python3.11 python3.14; do \
	$$python bin/supported.py 2>/dev/null && echo $$python && break; done),python3)
VENV := .venv/bin/python
T ?=
# Every core for a whole suite. For a few named tests the start of the workers would cost more than it saves.
CORES = $(if $(T),,-n auto --dist worksteal)
export PORT
# Python compiles a thousand modules at each start where it may not keep them.
unexport PYTHONDONTWRITEBYTECODE
supported = command -v $(PYTHON) >/dev/null || { echo "lintel: Python 3.11 to 3.14 is needed: install one" >&2; exit 1; }; \
	$(PYTHON) bin/supported.py

.PHONY: help run dev demo setup setup-dev test test-postgres browser check bench reliability lock

help:
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

run: ## set up everything and open the working site; PORT= chooses the port
	@$(supported)
	@$(PYTHON) bin/run.py

dev: ## the same with error details in the browser
	@$(supported)
	@DEBUG=yes $(PYTHON) bin/run.py

demo: setup ## rebuild the demonstration council
	@$(VENV) bin/demo.py

setup: ## install what the service runs on
	@$(supported)
	@$(PYTHON) bin/setup.py run

setup-dev: ## install what tests and checks need as well
	@$(supported)
	@$(PYTHON) bin/setup.py dev

test: setup-dev ## set up everything and pass the tests; T= passes words to pytest
	@$(VENV) -m pytest $(CORES) --ignore=tests/browser --ignore=tests/reliability $(T)

# The rules of the code and of the repository know no database: `make test` has tried them.
test-postgres: setup-dev ## all that meets a database on a throw-away PostgreSQL, with the concurrency tests
	@$(VENV) bin/postgres.py $(VENV) -m pytest $(CORES) --ignore=tests/browser --ignore=tests/reliability \
		--ignore=tests/rules --ignore=tests/house $(T)

browser: setup-dev ## walk the pages in Chromium
	@$(VENV) bin/packages.py chromium default-jre-headless fonts-liberation
	@$(VENV) -m pytest $(CORES) tests/browser $(T)

check: setup-dev ## style, types, import order, house rules, templates, migrations, diagrams
	@$(VENV) bin/check.py

bench: setup-dev ## measure, as ratios to baselines of the same run
	@$(VENV) -m bench $(T)

reliability: setup-dev ## the long hostile lists
	@HYPOTHESIS_PROFILE=thorough $(VENV) bin/postgres.py $(VENV) -m pytest tests/reliability $(T)

lock: setup-dev ## resolve the dependencies anew
	@$(VENV) bin/lock.py
