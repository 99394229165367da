# Everything a person or a build server does with this checkout.
.DEFAULT_GOAL := help
.PHONY: help install check test train run bench lookups migrate docs clean lock chromium

PORT ?= 8000

# The first Python of 3.11 or newer that really runs: a pyenv shim on the PATH may refuse to.
PYTHON ?= $(shell for python in python3.11 /usr/bin/python3.11 /usr/local/bin/python3.11 python3.12 \
	python3.13 python3 /usr/bin/python3; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo "$$python"; break; }; done)

APP := .venv/bin/python
BOT := .venv-bot/bin/python
SET_UP = $(if $(PYTHON),$(PYTHON),$(error Python 3.11 or newer is needed, for example: apt-get install \
	python3.11 python3-pip)) -m environments

help:  ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run:  ## Set up and serve http://127.0.0.1:8000 (PORT=9000 for another port)
	@$(SET_UP) install app bot
	@exec .venv/bin/pathways run --port "$(PORT)"

test: install chromium  ## Set up and run the whole suite
	@$(BOT) -m bot.train
	@exec $(APP) -m pytest $(TESTS)

check:  ## Style, types, import contracts and the fast tests: under a minute
	@$(SET_UP) install app bot --tests
	$(APP) -m ruff check
	$(APP) -m ruff format --check
	$(APP) -m mypy
	.venv/bin/lint-imports --no-logo
	$(APP) -m pytest -q -m "not slow" tests/unit tests/architecture tests/storage tests/actions tests/web

install:  ## Make every environment match its lock
	@$(SET_UP) install app bot pure --tests

chromium:  # Browser tests use Debian's Chromium; without it they are skipped (CI=true: they fail)
	@sh environments/chromium.sh

train:  ## Train the bot's model if its inputs changed
	@$(SET_UP) install app bot
	@$(BOT) -m bot.train

bench:  ## Measure the turn, memory, start and training beside stock Rasa (installs it; minutes)
	@$(SET_UP) install app bot bench
	@$(BOT) -m bot.train
	$(APP) -m bench.turn

lookups:  ## Compile the table of places from its packages
	@$(SET_UP) install places
	.venv-places/bin/python -m places.compile

migrate:  ## Bring the databases up to date and fill them
	@$(SET_UP) install app
	@.venv/bin/pathways migrate

docs:  ## Check the guides: every link between them leads somewhere
	@$(SET_UP) install app --tests
	@$(APP) -m pytest -q tests/architecture

lock:  ## Compile the lock files anew (UPGRADE=1 takes the newest versions)
	@$(SET_UP) lock $(if $(UPGRADE),--upgrade)

clean:  ## Take away what was built; what people said and saved stays
	@rm -rf .venv .venv-bot .venv-pure .venv-places .venv-bench .tools
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
