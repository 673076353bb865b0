# `make chat` and `make test` install what is missing, build, run. Everything else is for maintainers.
SHELL := /bin/bash
SWIFT ?= swift
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PACKAGES := libpcre2-dev libedit-dev libsqlite3-dev pkg-config libjpeg62-turbo-dev libpng-dev libtiff-dev \
	libtesseract5 tesseract-ocr-chi-sim tesseract-ocr-chi-tra tesseract-ocr-eng python3-minimal python3-pip
RELEASE := $(SWIFT) build -c release --static-swift-stdlib --product powerhall
PROGRAM := .build/release/powerhall

.PHONY: all chat test transcripts build install-packages bench torture train lint format format-check docs clean

all: format build lint test

## Talk to the hall in this terminal.
chat: build pretrained
	@$(PROGRAM) chat

## Run the whole suite.
test: install-packages pretrained
	@echo "== building (a first build takes minutes, an edit seconds)"
	@$(SWIFT) build --build-tests
	@echo "== testing"
	@SWIFT_BACKTRACE=enable=no $(SWIFT) test --skip-build

build: install-packages
	@echo "== building (a first build takes minutes, an edit seconds)" >&2
	@$(RELEASE) >&2

# Asks the package manager only for what is missing, so that it works offline once all is there.
install-packages:
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.3 is needed: https://www.swift.org/install" >&2; exit 1; }
	@missing=""; for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then echo "== installing$$missing" >&2; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing >&2; fi

## Fetch the OCR models and libraries (60 MB unpacked, once); without them pictures are read with Tesseract.
.PHONY: pretrained
pretrained: install-packages .pretrained/complete

# Nothing is looked at while the list is older than the last complete fetch.
.pretrained/complete: models/pretrained.yaml Sources/tools/Pretrained/fetch.py
	@echo "== fetching models and libraries for pictures" >&2
	@python3 Sources/tools/Pretrained/fetch.py || echo "not fetched: pictures are read with Tesseract" >&2

train: build
	@$(PROGRAM) train

lint: build
	@$(PROGRAM) lint

## Print the table of bars. POWERHALL_VALIDATION, POWERHALL_BENCHMARKS, POWERHALL_DOCUMENTS name data outside the project.
bench: build pretrained
	@$(SWIFT) build -c release --product bench >&2
	@$(PROGRAM) train >/dev/null
	@if [ ! -x .venv-bench/bin/python ] || ! .venv-bench/bin/python -c 'import sklearn, rapidocr_onnxruntime' 2>/dev/null; then \
	  python3 -m venv .venv-bench && .venv-bench/bin/pip install -q scikit-learn rapidocr_onnxruntime==1.4.4 >&2 || echo "no peers: they are skipped" >&2; fi
	@command -v fasttext >/dev/null || $(SUDO) apt-get install -y -qq fasttext >&2 || echo "no fasttext: that peer is skipped" >&2
	@POWERHALL_PEERS=.venv-bench/bin/python .build/release/bench all

## Kill a working store KILLS times and look for what was lost, then measure durable turns.
torture: install-packages
	@$(SWIFT) build -c release --product torture >&2
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	  .build/release/torture kills "$$folder/kills" $${KILLS:-300} && .build/release/torture bench "$$folder/bench" 64 10

format:
	@$(SWIFT) format --in-place --recursive Sources Tests Package.swift

format-check:
	@$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

docs:
	@$(SWIFT) package --allow-writing-to-directory .build-docs generate-documentation --target powerhall --output-path .build-docs

clean:
	@rm -rf .build .build-* .venv-* .pretrained

## Fill transcripts that have no replies yet (delete the replies of those to be rewritten) and review the diff.
transcripts:
	@POWERHALL_REWRITE_TRANSCRIPTS=1 $(SWIFT) test --skip-build --filter TranscriptTests
