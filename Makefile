# Everything works on a fresh clone: each target first makes .venv with all that is needed.
PYTHON ?= python3
BIN := .venv/bin
SETUP := .venv/.ready

.PHONY: help ui demo test check bench eval models chromium clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

# torch comes first and pinned: a free range would bring gigabytes of CUDA.
$(SETUP): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

models: $(SETUP) ## fetch the models (1.2 GB, once; a cut download goes on)
	$(BIN)/rag models pull

ui: models ## open the page in the browser
	$(BIN)/rag ui

demo: models ## index the sample corpus and answer three questions
	$(BIN)/rag demo

check: $(SETUP) ## style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# The page is tested in a real browser: Debian's, which only root can install.
CHROMIUM := /usr/bin/chromium
chromium:
	@test -x $(CHROMIUM) || { test "$$(id -u)" = 0 && apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } || \
	    { echo "The tests of the page need Chromium: sudo apt-get install chromium" >&2; exit 1; }

test: check models chromium ## style, types, the fast tests, the page in a browser, the real models
	$(BIN)/python -m pytest -n auto -m 'not real_model and not browser and not slow'
	$(BIN)/python -m pytest -m 'browser or slow'
	$(BIN)/python -m pytest -m real_model

bench: models chromium ## speeds and memory as ratios to a plain script; what the page adds
	$(BIN)/python -m eval.bench
	$(BIN)/python -m ui.bench

# Public sets are measured where they lie beside the project.
SETS := $(wildcard ../shared/data/*/)
eval: models ## the tables of the README: what is found and what is said, with the baselines
	$(BIN)/rag eval --split test --name test-extractive --system isnad --system dense --system bm25 \
	    --system plain $(SETS:%=--distractors %)
	$(BIN)/rag eval --split test --name test-llm --answers llm --sample 60
	$(BIN)/python -m eval.perturb --split test
ifneq ($(SETS),)
	$(BIN)/rag eval --name public --answers none --system isnad --system dense --system bm25 \
	    --system plain $(SETS:%=--dataset %)
	$(BIN)/rag eval --name short --short --sample 150 --dataset ../shared/data/arcd_train
	$(BIN)/rag eval --name public-answers --sample 60 --hide-gold 0.5 $(SETS:%=--dataset %)
endif

clean: ## remove what the targets above made here (models stay in ~/.cache/isnad)
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build *.egg-info
