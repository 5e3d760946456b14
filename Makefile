# Every target does its own set-up: the environment is made when it is missing or when pyproject.toml is newer.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEVELOP := $(VENV)/.develop
SITE ?= .

.DEFAULT_GOAL := help
.PHONY: help serve build check test lint format wheel gallery bench bench-search clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml tools/setup.sh
	@PYTHON="$(PYTHON)" sh tools/setup.sh "$(VENV)"
	@touch $@

# Whoever only serves or builds a site need not wait for the tools that test it.
$(DEVELOP): pyproject.toml tools/setup.sh
	@PYTHON="$(PYTHON)" sh tools/setup.sh "$(VENV)" dev
	@touch $(READY) $@

serve: $(READY) ## build the example site and serve it with live reload
	@$(BIN)/showcase serve --site "$(SITE)"

build: $(READY) ## build the example site into public/
	@$(BIN)/showcase build --strict --site "$(SITE)"

check: $(READY) ## everything that build would say, nothing written
	@$(BIN)/showcase check --strict --site "$(SITE)"

test: $(DEVELOP) ## run every test (a Chromium is found or installed)
	@sh tools/chromium.sh
	@$(BIN)/python -m pytest -n auto --dist worksteal -q

lint: $(DEVELOP) ## ruff (format and lint), mypy --strict, import-linter
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(DEVELOP) ## let ruff format and mend what it can
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

wheel: $(READY) ## build the wheel into dist/
	@$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

gallery: $(DEVELOP) ## take the pictures of docs/gallery/ anew
	@sh tools/chromium.sh
	@$(BIN)/python tools/gallery.py

bench: $(DEVELOP) ## measure speed beside other generators (BENCH="--stories 1000 --peers hugo,eleventy")
	@$(BIN)/python -m benchmarks.speed $(BENCH)

bench-search: $(DEVELOP) ## measure search beside Pagefind (about 10 minutes; texts from Debian and npm packages)
	@sh tools/chromium.sh
	@$(BIN)/python -m benchmarks.search $(BENCH)

site-check: $(DEVELOP) ## look at the example site in every theme as readers meet it; docs/site-check.md (SITE_CHECK="--all")
	@sh tools/chromium.sh
	@$(BIN)/python tools/site_check --write $(SITE_CHECK)

clean: ## remove what the targets made
	rm -rf $(VENV) dist public .showcase
