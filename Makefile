# Every target does its own set-up: Python 3.11 or later and make are all it takes.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test search lint types layers docs bench lowest wheel lock check clean

# Name another interpreter with `make PYTHON=/usr/bin/python3.13 demo`.
PYTHON ?= $(shell for python in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
EXAMPLES := examples/ostergotland examples/blekinge

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed and none was found; name one: make PYTHON=..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# A stamp is older than its lock file exactly when there is something to install.
$(VENV)/.core: requirements/core.txt requirements/build.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/build.txt -r requirements/core.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt requirements/screening.txt requirements/graph.txt $(VENV)/.core
	$(PIP) install --require-hashes -r requirements/test.txt -r requirements/screening.txt -r requirements/graph.txt
	@touch $@

# Spark is large, so that only who asks for it gets it; without it, or without Java, its tests are skipped.
$(VENV)/.spark: requirements/spark.txt $(VENV)/.core
	$(PIP) install --require-hashes -r requirements/spark.txt
	@touch $@

# What tests run in Node or a browser: the YAML language server, and the programs that read network files. Without npm
# those tests are skipped.
NODE_TESTS := tests/editor tests/networks tests/page
NODE_MODULES := $(NODE_TESTS:%=%/node_modules/.package-lock.json)
$(NODE_MODULES): %/node_modules/.package-lock.json: %/package-lock.json
	@if command -v npm >/dev/null; then npm ci --prefix $* --no-audit --no-fund --loglevel=error && touch $@; fi

$(VENV)/.docs: requirements/docs.txt requirements/graph.txt $(VENV)/.core
	$(PIP) install --require-hashes -r requirements/docs.txt -r requirements/graph.txt
	@touch $@

demo: $(VENV)/.core ## Check the two example agreements and tell them back
	$(BIN)/idebur check $(EXAMPLES)
	@for example in $(EXAMPLES); do echo; $(BIN)/idebur show $$example || exit $$?; done

# PYTEST_ARGS: what to run and how, e.g. `make test PYTEST_ARGS="-n 2 tests/unit"`.
test: $(VENV)/.test $(NODE_MODULES) ## Run the tests and list what was skipped
	$(BIN)/python -m pytest -rs $(PYTEST_ARGS)

# The laws over a thousand agreements each, drawn at random. A counterexample is a bug of the code or of the law, and
# prints the line that draws it again.
search: $(VENV)/.test ## Hunt for counterexamples to the laws, for an hour or so
	$(BIN)/python -m pytest -q --hypothesis-profile search $(PYTEST_ARGS) tests/laws

lint: $(VENV)/.test ## Hold the style and the format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test ## Hold the types
	$(BIN)/mypy

layers: $(VENV)/.test ## Hold the order of imports
	$(BIN)/lint-imports --no-cache

docs: $(VENV)/.docs ## Build the documentation into docs/_build/html
	$(BIN)/python -m sphinx --fail-on-warning --keep-going -b html docs docs/_build/html

# A benchmark is a file of benchmarks/ that measures; BENCH_ARGS=--gate makes a missed budget an error.
bench: $(VENV)/.test ## Measure against the budgets
	@missed=0; for file in $$(grep -l '^from benchmarks.measure import' benchmarks/*.py); do \
		PYTHONPATH=. $(BIN)/python $$file $(BENCH_ARGS) || missed=1; done; exit $$missed

LOWEST_ARGS ?= src tests/unit tests/laws tests/functional --ignore=src/idebur/screening/spark_engine.py
lowest: $(VENV)/.test ## Run the tests with the lowest versions that pyproject.toml allows
	@mkdir -p build
	$(BIN)/uv pip compile --quiet --no-header --no-annotate --python $(BIN)/python --resolution lowest-direct \
		--extra testing --extra screening --extra network --extra drawing --extra tables pyproject.toml --output-file build/lowest.txt
	$(BIN)/uv venv --quiet --allow-existing --python $(BIN)/python build/lowest
	$(BIN)/uv pip install --quiet --python build/lowest/bin/python --no-verify-hashes \
		--requirements requirements/test.txt --requirements requirements/screening.txt \
		--requirements requirements/graph.txt --overrides build/lowest.txt
	$(BIN)/uv pip install --quiet --python build/lowest/bin/python --no-deps --no-build-isolation --editable .
	build/lowest/bin/python -m pytest -rs $(PYTEST_ARGS) $(LOWEST_ARGS)

wheel: $(VENV)/.test ## Build the wheel and run the demo from it in an empty environment
	rm -rf build/wheel dist
	$(BIN)/python -m build --no-isolation --wheel --outdir dist >/dev/null
	$(BIN)/python -m venv build/wheel
	build/wheel/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/core.txt
	build/wheel/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-index dist/*.whl
	cd build && for example in $(EXAMPLES); do wheel/bin/idebur check ../$$example && wheel/bin/idebur show ../$$example \
		>/dev/null && wheel/bin/python -m idebur schema >/dev/null || exit $$?; done

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url $(LOCK_ARGS)

# Whom to fund is an address, and a lock file holds none.
define DROP_FUNDING
const lock = require("./package-lock.json");
for (const one of Object.values(lock.packages)) delete one.funding;
require("fs").writeFileSync("package-lock.json", JSON.stringify(lock, null, 2) + "\n");
endef
export DROP_FUNDING

# Each file is locked under the ones before it, so that all of them fit into one environment. LOCK_ARGS=--upgrade renews.
lock: $(VENV)/.test ## Renew the lock files in requirements/
	cd requirements && ../$(LOCK) core.in --output-file core.txt
	cd requirements && ../$(LOCK) build.in --constraints core.txt --output-file build.txt
	cd requirements && ../$(LOCK) test.in --constraints core.txt --constraints build.txt --output-file test.txt
	cd requirements && ../$(LOCK) screening.in --constraints test.txt --output-file screening.txt
	cd requirements && ../$(LOCK) graph.in --constraints screening.txt --constraints test.txt --output-file graph.txt
	cd requirements && ../$(LOCK) spark.in --constraints screening.txt --constraints test.txt --output-file spark.txt
	cd requirements && ../$(LOCK) docs.in --constraints graph.txt --constraints test.txt --output-file docs.txt
	cd requirements && ../$(LOCK) node.in --constraints test.txt --output-file node.txt
	for folder in $(NODE_TESTS); do (cd $$folder && npm install --package-lock-only --omit-lockfile-registry-resolved \
		--no-audit --no-fund --loglevel=error && node -e "$$DROP_FUNDING") || exit $$?; done

check: lint types layers test ## Everything to hold before a commit

clean: ## Remove what the targets built (.venv stays; remove it by hand)
	rm -rf build dist docs/_build .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
