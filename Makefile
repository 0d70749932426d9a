# Everything a contributor or a stranger runs. Only Python 3.11 or newer is needed
# beforehand: the rest is installed into .venv, again whenever what is asked for changes.
# What needs OPA or conftest asks for them, or for Go to build them with; what judges our
# reports comes from npm and PyPI.

VENV ?= .venv
BIN := $(VENV)/bin
# On all processors, a file's tests on one: what a file installs is installed once.
PYTEST := -m pytest --numprocesses=auto --dist=loadfile
# A fixed day, so that the same examples give the same report whenever this is run.
TODAY := 2026-11-23
OPA := $(CURDIR)/.tools/opa/opa
# The versions that were tested together, so that a release of somebody else cannot turn
# this commit red. Who installs algocheck is held only to the bounds of pyproject.toml.
TESTED := tools/constraints.txt

.DEFAULT_GOAL := help
.PHONY: help check test lint policies tools dist generate format picture bench coverage \
    test-lowest upgrade clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Some examples are not compliant, to show what that looks like. So exit 1 (findings) is
# as good as 0 here; 2 (no verdict) and 3 (a bug) are not.
check: $(VENV)/installed ## check the example manifests: from a clone to a first report
	@$(BIN)/algocheck check manifests/examples --at $(TODAY) || test $$? -eq 1

test: lint policies ## lint, types, layers, policies, tests: what CI runs
	@$(call try)
	$(BIN)/python $(PYTEST)

lint: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

policies: $(VENV)/installed-dev ## lint the policies and run their tests
	$(BIN)/algocheck policy facts --check
	$(BIN)/algocheck policy lint
	$(BIN)/algocheck policy index --check
	$(BIN)/algocheck policy vouch --check
	$(BIN)/algocheck policy test
	@$(call try,opa)
	@if test -x $(OPA); then set -x && cd policies && $(OPA) check --strict . && \
	    $(OPA) fmt --fail --list .; fi

tools: $(VENV)/bin/python ## get OPA, conftest and the judges of reports: see tools/tools.toml
	@$(BIN)/python tools/install.py

# Without them, tests that need them are skipped by name; in CI that is an error.
try = $(BIN)/python tools/install.py $(1) || test -z "$$CI"

dist: $(VENV)/installed-dev ## build what is released: the bundle, and the wheel with its compiled form
	@$(BIN)/python tools/install.py opa
	@mkdir -p dist
	$(BIN)/algocheck policy build policies --output dist/policies.tar.gz --opa $(OPA)
	tar -xzf dist/policies.tar.gz -C policies policy.wasm policy.wasm.json
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

generate: $(VENV)/installed-dev ## write what is made from the schema and from METADATA
	$(BIN)/algocheck policy facts
	$(BIN)/algocheck policy index
	$(BIN)/algocheck policy vouch
	$(BIN)/algocheck explain --all --format markdown --to docs/rules/en --lang en
	$(BIN)/algocheck explain --all --format markdown --to docs/rules/nl --lang nl

format: $(VENV)/installed-dev ## put the code in its one form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

picture: $(VENV)/installed ## draw the report that opens the README
	$(BIN)/python docs/picture.py

bench: dist ## measure what is released, side by side with peers
	$(BIN)/python benchmarks/run.py

coverage: $(VENV)/installed-dev ## tell what the tests do not reach
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# The lower bounds of pyproject.toml are promises too.
test-lowest: $(VENV)-lowest/installed ## run the tests with the oldest libraries allowed
	$(VENV)-lowest/bin/python $(PYTEST)

upgrade: $(VENV)/installed-dev ## take the newest libraries; then run the tests, and commit what changed
	$(BIN)/python -m pip install --quiet --upgrade --upgrade-strategy eager --editable . --group dev
	printf '# Written by make upgrade: the versions that were tested together.\n' > $(TESTED)
	$(BIN)/python -m pip freeze --exclude-editable >> $(TESTED)

clean: ## remove what these commands made
	rm -rf $(VENV) $(VENV)-lowest .tools dist policies/policy.wasm* .coverage* .hypothesis .*_cache

# The first Python that is new enough and can make a virtual environment: Debian's python3
# cannot without python3-venv, and a version manager's name may stand for nothing.
$(VENV)/bin/python $(VENV)-lowest/bin/python:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	    if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	    then exec $$python -m venv $(@D)/..; fi; \
	done; \
	echo "no Python 3.11 or newer with venv found: install it, or say make PYTHON=/path/to/python" >&2; \
	exit 1

$(VENV)/installed: pyproject.toml $(TESTED) | $(VENV)/bin/python
	@echo "installing algocheck into $(VENV)"
	@$(BIN)/python -m pip install --quiet --editable . --constraint $(TESTED)
	@touch $@

# Dependency groups need pip 25.1; Python brings an older one.
$(VENV)/installed-dev: pyproject.toml $(TESTED) | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev --constraint $(TESTED)
	@touch $@ $(VENV)/installed

LOWEST := import tomllib; \
	print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"], sep="\n")

$(VENV)-lowest/installed: pyproject.toml | $(VENV)-lowest/bin/python
	$(VENV)-lowest/bin/python -c '$(LOWEST)' | sed 's/>=/==/' > $(VENV)-lowest/constraints.txt
	$(VENV)-lowest/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(VENV)-lowest/bin/python -m pip install --quiet --editable . --group test \
	    --constraint $(VENV)-lowest/constraints.txt
	@touch $@
