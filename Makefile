# Two commands are enough on a fresh machine with Python >= 3.11 and make: `make demo` and `make test`.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
GCLINK := $(BIN)/gclink
AS_OF  := 2026-10-01

.PHONY: demo test check fix build lint types style docs bench examples requirements clean full test-browser adapters

demo: $(VENV)/.base ## set up, check the litchi example in every syntax, show what a broken one looks like
	@$(BIN)/python examples/demo.py

test: $(VENV)/.dev ## everything that has to hold before a change is proposed, in under ten minutes
	$(GCLINK) spec check
	$(GCLINK) spec diff --check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2

check: $(VENV)/.dev ## lint source and code, compare the artefacts with the source and the version with the changes
	$(GCLINK) spec check
	$(GCLINK) spec diff --check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

build: $(VENV)/.dev ## write every artefact from spec/
	$(GCLINK) spec build

examples: $(VENV)/.dev ## compute the worked example and write it in every syntax
	$(BIN)/python -m examples.build

docs: $(VENV)/.dev ## build the site, strictly, and follow every link in it
	$(BIN)/python -m gclink_spec.pages
	$(BIN)/mkdocs build --strict
	$(BIN)/python -m gclink_spec.pages.links site

bench: $(VENV)/.dev ## measure, and print ratios of one run
	$(BIN)/python -m benchmarks

adapters: $(VENV)/.dev ## set up the implementations in Node and Java, where node and a JDK are there; say so where not
	PYTHON=$(CURDIR)/$(BIN)/python conformance_tests/adapters/setup.sh

full: adapters ## the long runs: every case in every engine and syntax, the other languages, the browser, the site
	$(BIN)/python -m gclink_spec.pages
	$(BIN)/mkdocs build --strict --quiet
	$(BIN)/python -m pytest -n 2 -m long

test-browser: $(VENV)/.dev ## use the site and the playground in a browser: needs Chromium on this machine
	$(BIN)/python -m pytest -m "long or not long" tests/browser tests/playground_browser

fix: style build ## put the code in its form and write the artefacts: what `make check` would complain about

style: $(VENV)/.dev ## put the code in its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The pins: hashes for every wheel, no address of any server.
requirements:
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url \
	  --no-emit-trusted-host --no-emit-find-links --no-header -o requirements/base.txt requirements/base.in
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe --no-emit-index-url \
	  --no-emit-trusted-host --no-emit-find-links --no-header -o requirements/dev.txt requirements/dev.in

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: requirements/base.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

clean:
	rm -rf $(VENV) build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis
