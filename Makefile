# Superbill: the offices between a documented visit and a paid account, on RabbitMQ.
# `make help` lists what can be done.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# Test runs use debug builds: fast to build, with every check on.
TEST_FLAGS ?=

SEEDS ?= 1000
SEED ?= 1

.PHONY: accounts accumulators asyncapi scenarios accuracy bench-coder bench-payer bench-x12 profile-x12 bench-billing bench-tail \
  check-docs help dependencies demo test chaos check check-deploy format simulate bench bench-store fuzz messages code-sets install uninstall try-compose try-cluster clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

dependencies: ## Install the Debian packages that are missing
	@Scripts/install-dependencies

demo: dependencies ## Build, start a private broker, run visits through all offices, print what happened (FORMAT=json, KILL=1, DENIALS=1)
	@Scripts/demo

test: check ## Build and run every check and every test
	@Scripts/install-dependencies chromium
	swift test $(TEST_FLAGS)

chaos: dependencies ## Visits while processes, connections, servers and disks fail, on real servers (SEED=n VISITS=n)
	@Scripts/chaos

accumulators: dependencies ## 10,000 claims for 100 members by four payer-simulator processes on one PostgreSQL store (CLAIMS=N)
	ACCUMULATOR_CLAIMS=$(or $(CLAIMS),10000) swift test --filter AccumulatorProcessTests

check: dependencies ## Format lint and explicit imports; warnings are errors in every build
	@Scripts/check

check-deploy: dependencies ## Check compose.yaml, Kubernetes manifests, systemd units, alerts and dashboard (PARTS="systemd monitoring")
	@Scripts/check-deploy $(PARTS)

try-compose: ## Run compose.yaml in real containers: visits flow, coders scaled, one killed, nothing lost (VISITS=N)
	@Scripts/try-compose

try-cluster: dependencies ## Kill the node with the busiest queue's leader of a broker of three, under load (VISITS=N RATE=N)
	@Scripts/try-cluster

format: ## Format our sources in place
	swift format -i --configuration .swift-format -r Package.swift $$(Scripts/list-sources)

simulate: dependencies ## Run the offices under seeded faults, nothing may be lost or done twice (SEEDS=N, SEED=first)
	simulate=$$(Scripts/build-release simulate)/simulate && \
	$$simulate --seeds $(SEEDS) --seed $(SEED) $(SIMULATE_FLAGS) && \
	$$simulate --reminders --seeds $(SEEDS) --seed $(SEED) $(SIMULATE_FLAGS)

bench: dependencies ## Measure the pipeline beside plain C relays in one run (VISITS=N)
	@Scripts/bench

bench-store: dependencies ## Measure the stores with 10 thousand and 1 million visits in them (VISITS_LARGE=N)
	@Scripts/bench-store

bench-coder: dependencies ## Measure the coder beside a bare scan for its terms (NOTES=folder)
	@Scripts/bench-coder

bench-x12: dependencies ## Measure reading and writing X12 beside pyx12 (MEGABYTES=N)
	@Scripts/bench-x12

profile-x12: dependencies ## Make the profile anew with which release builds optimize the reading and writing of claims
	@Scripts/profile-x12

bench-payer: dependencies ## Measure adjudication on one core, without store and X12
	@Scripts/bench-payer

bench-billing: dependencies ## Measure claims built and remittance claims posted on one core
	@Scripts/bench-billing

accounts: dependencies ## Live 100,000 accounts with every denial, reversal and partial payment (ACCOUNTS=N)
	ACCOUNTS=$(or $(ACCOUNTS),100000) swift test $(TEST_FLAGS) --filter PatientAccountPropertyTests

bench-tail: dependencies ## Measure dashboard tail on long journals, and beside the pipeline (RECORDS="N N" VISITS=N ROUNDS=N)
	@Scripts/bench-tail

check-docs: dependencies ## Make the libraries' documentation with DocC, warnings are errors (DOCS=folder to keep it)
	swift build
	@Scripts/check-docs

scenarios: dependencies ## Write docs/scenarios.md anew from what the desks do
	SCENARIOS=write swift test --filter ScenarioTests

asyncapi: dependencies ## Write docs/asyncapi.json anew from the topology and the message types
	ASYNCAPI=write swift test --filter AsyncAPITests

accuracy: dependencies ## Hold the coder's diagnoses against professional coders' (CodiEsp dev, FORMAT=json)
	@Scripts/accuracy --format $(or $(FORMAT),text)

fuzz: dependencies ## Fuzz every reader for SECONDS each (default 30; TARGETS="x12-835 fhir" for some)
	@SECONDS_EACH=$(or $(SECONDS),30) Scripts/fuzz

messages: ## Regenerate the Swift for the Protocol Buffers schemas (needs protoc)
	Scripts/generate-messages

code-sets: ## Import ICD-10-CM anew from PyPI's simple-icd-10-cm
	Scripts/import-icd10cm

install: dependencies ## Build and install programs, man pages and shell completions (PREFIX=/usr/local DESTDIR= UNITS=yes)
	@PREFIX="$(or $(PREFIX),/usr/local)" DESTDIR="$(DESTDIR)" Scripts/install

uninstall: ## Remove what `make install` of the same PREFIX has brought
	@PREFIX="$(or $(PREFIX),/usr/local)" DESTDIR="$(DESTDIR)" Scripts/install --uninstall

clean: ## Remove what builds have left
	rm -rf .build .build-*
