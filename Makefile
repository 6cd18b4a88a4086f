# Two commands for a reader (`make book`, `make lab`), one for a contributor (`make test`).
# Each sets up what it needs. Windows: the README has the same steps in PowerShell.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Root is no user JupyterLab starts for, unless told that it is meant.
ALLOW_ROOT := $(shell [ "$$(id -u)" = 0 ] && echo --allow-root)

.DEFAULT_GOAL := help
.PHONY: help book html lab test outputs lock bench clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS='	' read -r name text; do printf 'make %-8s %s\n' "$$name" "$$text"; done

book: html ## build the book, serve it on this machine and print its address
	@$(BIN)/python -m ldn.publishing.serve

html: $(VENV)/.book-ready ## build the book only
	@$(BIN)/python -m ldn.publishing.build

lab: $(VENV)/.book-ready $(VENV)/.lab-quiet ## open JupyterLab on the notebooks
	$(BIN)/python -m jupyterlab $(ALLOW_ROOT) --ServerApp.root_dir=notebooks

test: $(VENV)/.test-ready node_modules/.ready ## run every test, browser included
	$(BIN)/python -m ldn.publishing.chromium --obtain
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --dist loadfile --ignore=tests/browser --ignore=tests/lab tests
	$(BIN)/python -m pytest -n auto --dist worksteal $(wildcard tests/browser tests/lab)
	$(BIN)/python -m pytest -n auto --dist loadfile --nbval --nbval-cell-timeout=300 notebooks

outputs: $(VENV)/.book-ready ## run the notebooks afresh and store their outputs
	$(BIN)/python -m ldn.publishing.outputs

bench: $(VENV)/.bench-ready node_modules/.ready ## run every benchmark and print its table
	$(BIN)/python -m ldn.publishing.chromium --obtain
	@for script in $(sort $(wildcard benchmarks/[a-z]*.py)); do echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

lock: $(VENV)/.book-ready ## write requirements/*.txt anew from the ranges in pyproject.toml
	@test -x _build/uv/bin/uv || { $(BIN)/python -m venv _build/uv && _build/uv/bin/pip --disable-pip-version-check --quiet install uv; }
	@set -e; compile() { out=$$1; shift; _build/uv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
		--generate-hashes --no-annotate --custom-compile-command 'make lock' "$$@" -o requirements/$$out.txt; }; \
		compile book --extra lab --extra book --extra build; \
		compile test --extra lab --extra book --extra build --extra test; \
		compile bench --extra lab --extra book --extra build --extra test --extra bench

clean: ## remove what was built (delete .venv and node_modules to start over entirely)
	rm -rf _build .pytest_cache .hypothesis .ruff_cache .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# Each environment contains the one before it, so a wider one also serves the narrower need.
$(VENV)/.book-ready: requirements/book.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the book needs (a few minutes the first time) ..."
	@$(PIP) install --require-hashes --requirement requirements/book.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# Otherwise JupyterLab asks on its first start whether it may fetch news.
$(VENV)/.lab-quiet: | $(VENV)/.book-ready
	@$(BIN)/jupyter labextension disable --level=sys_prefix "@jupyterlab/apputils-extension:announcements" 2>/dev/null
	@touch $@

$(VENV)/.test-ready: requirements/test.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the tests need (a few minutes the first time) ..."
	@$(PIP) install --require-hashes --requirement requirements/test.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.book-ready $@

$(VENV)/.bench-ready: requirements/bench.txt pyproject.toml | $(BIN)/python
	@$(PIP) install --require-hashes --requirement requirements/bench.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.book-ready $(VENV)/.test-ready $@

# Node comes with the Python environment; esbuild's own set-up looks for it on the path.
node_modules/.ready: package-lock.json | $(VENV)/.test-ready
	@PATH="$(abspath $(BIN)):$$PATH" $(BIN)/npm ci --silent --no-audit --no-fund --no-update-notifier
	@touch $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found. Install it, or name it: make PYTHON=/path/to/python3 ..." >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv; \
		else \
			echo "This Python cannot make environments. On Debian or Ubuntu: sudo apt install python3-venv" >&2; exit 1; \
		fi; }
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
