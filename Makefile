# `make help` lists the targets. Nothing has to be activated: every tool runs from .venv.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
PEERS := .venv-bench

# Compiled modules are kept: every test that starts insek would compile it again.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help office generate pictures bench fuzz trust sbom audit build test lint types imports ci \
	format lock clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | \
		while IFS="$$(printf '\t')" read -r name text; do printf '  %-10s %s\n' "$$name" "$$text"; done

$(STAMP): requirements.txt requirements-dev.txt pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "insek needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# npm checks the package against the hashes of the lock file, which names no address.
office: ci/office/node_modules/.installed ## Install Microsoft's validator of Office files, for the tests

ci/office/node_modules/.installed: ci/office/package-lock.json
	npm install --prefix ci/office --no-save --no-audit --no-fund --omit-lockfile-registry-resolved --loglevel error
	@touch $@

build: $(STAMP) ## Build the report into build/
	$(BIN)/insek build

test: $(STAMP) ## Run all tests
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(STAMP) ## Check code style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(STAMP) ## Put the code into the common format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(STAMP) ## Check the types
	$(BIN)/mypy

imports: $(STAMP) ## Check that imports run one way
	$(BIN)/lint-imports

ci: test lint types imports build ## Everything that must pass before a change lands

generate: $(STAMP) ## Renew generated files: schemas, reference of findings, golden files
	$(BIN)/python scripts/generate.py

bench: $(STAMP) $(PEERS)/.installed ## Measure against other programs (about half an hour)
	$(BIN)/python -m benchmarks

# In an environment of their own: what they bring would be loaded by insek too.
$(PEERS)/.installed: requirements-bench.txt
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --require-hashes -r requirements-bench.txt
	@touch $@

MINUTES ?= 3

fuzz: $(STAMP) ## Look for inputs that break something: MINUTES=3 for each reader, then whole projects
	PYTHONPATH=tests $(BIN)/python -m fuzz --seconds $$(($(MINUTES) * 60))
	INSEK_THOROUGH=1 $(BIN)/python -m pytest -q -n 0 tests/trust/test_whole_projects.py

sbom: $(STAMP) ## Write the bill of materials of the wheel into dist/ (CycloneDX)
	$(BIN)/python scripts/sbom.py

audit: $(STAMP) ## Ask the database of known weaknesses about every pin (needs the network)
	$(BIN)/uv tool run pip-audit --require-hashes --disable-pip --requirement requirements.txt

trust: $(STAMP) ## Show what trust rests on: faults, hostile inputs, random kills, bytes; about a quarter of an hour
	INSEK_KILLS=100 $(BIN)/python -m pytest -q -n auto tests/storage tests/trust tests/fuzz \
		tests/source/test_hostile_yaml.py tests/workshop/imports/test_read_file.py \
		tests/workshop/imports/test_hostile_xlsx.py

pictures: $(STAMP) ## Renew the pictures of the README (needs poppler)
	$(BIN)/python scripts/pictures.py

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --upgrade

lock: $(STAMP) ## Renew the locked requirements
	$(LOCK) pyproject.toml --output-file requirements.txt
	$(LOCK) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(LOCK) --group bench --output-file requirements-bench.txt

clean: ## Remove everything that was made, the environment too
	rm -rf .venv $(PEERS) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
