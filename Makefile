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
EXAMPLES = $(sort $(wildcard examples/*.txt examples/*.html examples/*.jsonl))

.PHONY: help demo test lint check types floors packs score raise bench kills golden docs lock wheel clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

# Runs once, and again when the pins or the project file change.
$(READY): requirements-dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "No python3 found. Install Python 3.11 or newer, or say: make PYTHON=/path/to/python3"; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "$(PYTHON) is $$("$(PYTHON)" --version); Rasad needs 3.11 or newer. Say: make PYTHON=/path/to/python3.11"; exit 2; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "This Python cannot make environments. On Debian and Ubuntu: apt install python3-venv"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
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

bench: $(READY) $(PLACES) ## pages per second, and what each stage costs; the shared corpus as one case, where it is there
	$(BIN)/python benchmarks/pages_per_second.py $(EXAMPLES)
	$(BIN)/python benchmarks/register.py $(EXAMPLES)
	$(BIN)/python benchmarks/compare.py $(EXAMPLES)
	$(BIN)/python benchmarks/fusion.py
	$(BIN)/python benchmarks/meaning.py
	@if [ -d "$(SHARED)/corpus" ]; then $(BIN)/python benchmarks/whole_build.py "$(SHARED)/corpus"; fi

kills: $(READY) $(PLACES) ## kill build, correct, forget and export at fifty moments, and look at what is left
	PYTHONPATH=tests $(BIN)/python tests/engine/killing.py

golden: $(READY) $(PLACES) ## rewrite tests/golden/*.json; then read the diff
	RASAD_GOLDEN=write $(BIN)/python -m pytest tests/golden

docs: $(READY) demo ## rewrite docs/reference, and the output shown in README and tutorial
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/outputs.py

# Pins what .venv holds of what pyproject.toml asks for: change .venv with pip first, then make lock.
lock: $(READY) ## write requirements-dev.txt from .venv
	@$(BIN)/python .ci/lock.py > out.lock && mv out.lock requirements-dev.txt
	@touch $(READY)

wheel: $(READY) $(PLACES) ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

clean: ## remove what was made, .venv too
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
