# Two commands for a newcomer: `make demo` and `make test`. Both set up a virtual environment first.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PEERS := ../shared/bench/peers
STAMP := $(VENV)/.installed
# A process takes tests that stand together, and only when idle those of another: what they share is mostly made once.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

.PHONY: demo test test-slow lint docs bench bench-rules clean

demo: $(STAMP)
	@$(BIN)/propertylaw demo

test: $(STAMP)
	$(PYTEST) -m "not slow" $(TESTS)

# Wheels, scans, files made to break a reader: minutes, not seconds. EVERY_EXAMPLE=1 goes before either.
test-slow: $(STAMP)
	$(PYTEST) -m slow $(TESTS)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(STAMP)
	$(BIN)/python scripts/docs_pages.py
	$(BIN)/python scripts/shown_pages.py
	$(BIN)/mkdocs build --strict

bench: $(STAMP)
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python scripts/bench.py
	$(if $(wildcard $(PEERS)),$(MAKE) bench-rules)

# The engine beside other rule engines, in an environment of its own: they are measured, never depended on.
bench-rules:
	test -d $(VENV)-bench || $(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/python -m pip install --quiet --editable . clingo zen-engine openfisca-core
	$(VENV)-bench/bin/python scripts/bench_rules.py $(PEERS)

clean:
	rm -rf $(VENV) $(VENV)-bench build dist site .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@
