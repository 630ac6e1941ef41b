# Everything a person or a machine runs here. `make` lists it.
# Needs Python 3.11 or newer and make; the rest goes into .venv. pip asks whatever index your machine is set up for.

PYTHON  ?= $(shell command -v python3.11 || command -v python3)
VENV    := .venv
BIN     := $(VENV)/bin
READY   := $(VENV)/.ready
PLACES  := src/rasad/packs/actors/place_names_geonames.tsv
SHARED  ?= ../shared
CASE    := out/demo.rasad
WORKERS ?= 2
PINS    ?= requirements-dev.txt
MINUTES ?= 1
RUNS    ?=
FUZZED  ?= dates feed jsonl ledger mhtml offsets readers stages statements telegram telegram_html warc
EXAMPLES = $(sort $(wildcard examples/*.txt examples/*.html examples/*.jsonl))

.PHONY: help demo test lint check types floors packs score raise bench kills fuzz golden docs lock hashes sbom audit wheel clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

# Runs once, and again when the pins or the project file change.
$(READY): $(PINS) pyproject.toml
	@test -n "$(PYTHON)" || { echo "No python3 found. Install Python 3.11 or newer, or say: make PYTHON=/path/to/python3"; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "$(PYTHON) is $$("$(PYTHON)" --version); Rasad needs 3.11 or newer. Say: make PYTHON=/path/to/python3.11"; exit 2; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "This Python cannot make environments. On Debian and Ubuntu: apt install python3-venv"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $(PINS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Places from GeoNames: made with the package, and again when a row of the packs or a rule of theirs changes.
$(PLACES): $(READY) $(wildcard tools/places/*) $(filter-out %_geonames.tsv,$(wildcard src/rasad/packs/actors/*.tsv src/rasad/packs/fa/*.tsv src/rasad/packs/ar/*.tsv))
	$(BIN)/python tools/places/geonames.py

demo: $(READY) $(PLACES) ## read the example pages into out/demo.rasad and show the timeline
	@mkdir -p out && rm -f $(CASE) $(CASE)-wal $(CASE)-shm
	$(BIN)/rasad build $(EXAMPLES) -o $(CASE)
	$(BIN)/rasad timeline $(CASE)
	@$(BIN)/python docs/next_steps.py $(BIN)/rasad $(CASE)

test: $(READY) $(PLACES) ## run the tests; says what was skipped and why
	$(BIN)/python -m pytest -n $(WORKERS) -rs

types: $(READY) ## mypy --strict, the tests too
	$(BIN)/mypy

floors: $(READY) ## imports go only to lower floors
	$(BIN)/lint-imports

packs: $(READY) $(PLACES) ## every row of every pack is sound
	$(BIN)/rasad packs check

lint: $(READY) $(PLACES) ## style, types, floors, packs, generated pages
	$(BIN)/ruff check .
	$(BIN)/python docs/generate.py --check || { echo "Run: make docs"; exit 1; }
	$(MAKE) --no-print-directory types floors packs

check: lint test ## lint, then test: what a change must pass

score: $(READY) $(PLACES) ## figures against the gold pages, where $(SHARED) is there
	@if [ -d "$(SHARED)/gold" ]; then \
	  for name in seeds dev-fa dev-ar; do \
	    echo "== $$name"; $(BIN)/rasad score "$(SHARED)/gold/$$name.jsonl" "$(SHARED)/pages" || exit $$?; \
	  done; \
	else echo "No gold pages at $(SHARED)/gold. Say where: make score SHARED=/path/to/shared"; fi

raise: $(READY) $(PLACES) ## raise the floors of tests/quality to what is reached now
	@if [ -d "$(SHARED)/gold" ]; then PYTHONPATH=tests $(BIN)/python tests/quality/raise_floors.py; else echo "No gold pages at $(SHARED)/gold."; fi

bench: $(READY) $(PLACES) ## every ratio of speed in one run; the shared corpus as one case, where it is there
	$(BIN)/python benchmarks/register.py $(EXAMPLES)
	$(BIN)/python benchmarks/compare.py $(EXAMPLES)
	$(BIN)/python benchmarks/fusion.py
	$(BIN)/python benchmarks/meaning.py
	@if [ -d "$(SHARED)/corpus" ]; then $(BIN)/python benchmarks/whole_build.py "$(SHARED)/corpus"; fi

kills: $(READY) $(PLACES) ## kill build, correct, forget and export at fifty moments, and look at what is left
	PYTHONPATH=tests $(BIN)/python tests/engine/killing.py

# `make fuzz MINUTES=5`: minutes for each target and for the desk. `make fuzz RUNS=500`: the same inputs every time.
fuzz: $(READY) $(PLACES) ## look for bytes that break readers, dates, statements, the ledger; then ask the desk at random
	@$(BIN)/python -c 'import atheris' 2>/dev/null || { echo "atheris is not there: it is made for Linux on x86-64, Python 3.11 to 3.13."; exit 2; }
	@mkdir -p out/fuzz
	@for name in $(FUZZED); do \
	  echo "== $$name"; \
	  PYTHONPATH=tests $(BIN)/python tests/fuzz/guided.py $$name out/fuzz/$$name \
	    $(if $(RUNS),-seed=1 -runs=$(RUNS),-max_total_time=$$(( $(MINUTES) * 60 ))) > out/fuzz-$$name.log 2>&1 \
	    || { tail -n 40 out/fuzz-$$name.log; echo "Broken: look at out/fuzz/$$name, keep the input in tests/fuzz/kept/$$name"; exit 1; }; \
	  tail -n 1 out/fuzz-$$name.log; \
	done
	$(if $(RUNS),,RASAD_DESK_EXAMPLES=$$(( $(MINUTES) * 10 )) $(BIN)/python -m pytest tests/web/test_openapi.py)

golden: $(READY) $(PLACES) ## rewrite tests/golden/*.json; then read the diff
	RASAD_GOLDEN=write $(BIN)/python -m pytest tests/golden

docs: $(READY) demo ## rewrite docs/reference, and the output shown in README and tutorial
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/outputs.py

# Pins what .venv holds of what pyproject.toml asks for: change .venv with pip first, then make lock.
lock: $(READY) ## write requirements-dev.txt from .venv
	@$(BIN)/python .ci/lock.py > out.lock && mv out.lock requirements-dev.txt
	@touch $(READY)

# Hashes of the files that pip chooses here; other systems and Pythons need other files.
hashes: $(READY) ## write requirements-hashed.txt: the pins with hashes, for `make test PINS=requirements-hashed.txt`
	@$(BIN)/python -m pip install --quiet --dry-run --ignore-installed --no-deps --no-build-isolation \
	  -r requirements-dev.txt --report out.report && $(BIN)/python .ci/hashes.py < out.report > out.hashed \
	  && mv out.hashed requirements-hashed.txt; rm -f out.report out.hashed

sbom: $(READY) ## write out/sbom.cdx.json: what Rasad is made of (CycloneDX)
	@mkdir -p out && $(BIN)/python .ci/sbom.py > out/sbom.cdx.json && echo out/sbom.cdx.json

audit: $(READY) ## ask whether a pinned package has a known hole; 3 where nobody can be asked
	@$(BIN)/python .ci/audit.py

wheel: $(READY) $(PLACES) ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

clean: ## remove what was made, .venv too
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
