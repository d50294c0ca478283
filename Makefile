# Bàn Công Vụ. `make` alone lists what can be done; `make run` and `make test` install what is missing by themselves.
SHELL := /bin/bash
PYTHON := .venv/bin/python
READY := .venv/ready

.PHONY: help run test check format bench soak lock installer interoperability translations clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | awk -F'\t' '{printf "  make %-17s %s\n", $$1, $$2}'

$(READY): setup/install.sh setup/debian_packages.txt requirements/development.txt
	@bash setup/install.sh

run: $(READY) ## open the desk on the demo ministry (without a display: walk the three journeys, screenshots in build/tour/)
	@bash setup/run.sh

test: $(READY) ## all tests
	@bash setup/test.sh

check: $(READY) ## lint, format and types
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

format: $(READY) ## put the code into its form
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

bench: $(READY) ## print the measurements, side by side in one run
	@bash setup/with_keyring.sh $(PYTHON) -m benchmarks

soak: $(READY) ## the long random tests of mail (SEEDS=100 OPERATIONS=1000 KILLS=6 SENDS=1000 MODELS=10 minutes)
	$(PYTHON) -m tests.mail.soak --seeds $(or $(SEEDS),100) --operations $(or $(OPERATIONS),1000) --kills $(or $(KILLS),6) \
		--sends $(or $(SENDS),1000) --models $(or $(MODELS),10)

translations: $(READY) ## collect the strings of ui/ and compile the translations
	$(PYTHON) -m ui.translations

installer: $(READY) ## freeze the desk for the example profile: a folder and a .deb in dist/
	$(PYTHON) build_installer.py desktop/profiles/example.toml

interoperability: $(READY) ## an independent EWS client (npm's ews-javascript-api) reads the demo mailbox
	$(PYTHON) -m tests.independent_client

lock: $(READY) ## lock the dependencies anew, with hashes (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes requirements/application.in -o requirements/application.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes -c requirements/application.txt requirements/development.in -o requirements/development.txt

clean: ## remove what was made
	rm -rf .venv build dist
