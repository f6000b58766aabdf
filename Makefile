# Two commands are enough: make run, make test. Each does its own set-up (see .setup/) and is quick the second time.

PYTHON ?= python3
VENV := .venv/bin/python
# Thousands of small stations are made and thrown away: in memory where there is room, for what is tested is no disk.
IN_MEMORY := $(shell df -k --output=avail /dev/shm 2>/dev/null | awk 'NR == 2 && $$1 > 4000000 {print "TMPDIR=/dev/shm"}')
OFFSCREEN := QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software

.PHONY: help run test lint tour pictures faults bench lock clean ready ready-dev

help:
	@echo "make run [ARGS=--window]   the demo station on this screen; without a display, its pictures"
	@echo "make test [ARGS=...]       all tests (ARGS goes to pytest)"
	@echo "make lint                  ruff, mypy, import-linter, qmllint"
	@echo "make tour [ARGS=...]       every journey by real touches, as pictures in build/tour"
	@echo "make pictures              the tour again, and the README's pictures from it"
	@echo "make faults [N=5000]       random days on a bad line, kills at every statement"
	@echo "make bench                 the measured promises as a table"
	@echo "make lock                  write the locked versions anew from pyproject.toml"
	@echo "make clean                 remove .venv, build and all that is made"

run: ready
	@$(VENV) .setup/start.py $(ARGS)

test: ready-dev
	$(IN_MEMORY) $(OFFSCREEN) $(VENV) -m pytest -n 3 --dist loadgroup -m "not bench" $(ARGS)

lint: ready-dev
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m mypy
	.venv/bin/lint-imports --cache-dir build/import-linter
	$(OFFSCREEN) $(VENV) .ci/qmllint.py

tour: ready
	$(OFFSCREEN) $(VENV) -m kiosk tour --out build/tour $(ARGS)

pictures: tour
	$(VENV) .setup/pictures.py

# Prints the seed and the shortest schedule of whatever breaks; N=20000 SEED=7 says how many and from which on.
N ?= 5000
SEED ?= 1
faults: ready-dev
	YIZHAN_SCHEDULES=$(N) YIZHAN_SEED=$(SEED) $(OFFSCREEN) $(VENV) -m pytest -n 2 --timeout 0 tests/faults $(ARGS)

bench: ready-dev
	$(OFFSCREEN) $(VENV) -m pytest -p no:xdist --timeout 0 -s -q -m bench tests/bench $(ARGS)

# Needs the tool uv on the PATH. The files hold names and versions alone: no addresses, no hashes, no comments.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --extra build pyproject.toml
lock:
	$(LOCK) --upgrade --output-file requirements.lock
	$(LOCK) --upgrade --extra test --extra lint --constraint requirements.lock --output-file requirements-dev.lock

ready:
	@$(PYTHON) .setup/prepare.py

ready-dev:
	@$(PYTHON) .setup/prepare.py --dev

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
