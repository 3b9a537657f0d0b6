.DEFAULT_GOAL := help
.PHONY: help run check check-format check-lints check-docs check-openapi check-dependencies advisories build-tests test openapi clients schema test-web test-edge drills cluster fuzz bench

help: ## List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

run: ## Install missing packages, build, and serve on 127.0.0.1:8080
	@scripts/ensure-postgres.sh
	cargo build --release -p masthead
	@exec target/release/masthead serve $(ARGS)

check: check-format check-lints check-docs check-openapi check-dependencies ## Check formatting, clippy, rustdoc, API documents, licences and unused dependencies; warnings fail

check-format:
	cargo fmt --all --check

check-lints:
	@scripts/ensure-postgres.sh
	cargo clippy --workspace --all-targets -- -D warnings

check-docs:
	@scripts/ensure-postgres.sh
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps

check-openapi:
	@scripts/lint-openapi.sh

check-dependencies:
	@scripts/deny.sh
	@scripts/shear.sh

advisories: ## Check the dependencies for known vulnerabilities; needs the advisory database
	@scripts/deny.sh advisories

build-tests:
	@scripts/ensure-postgres.sh
	cargo test --workspace --no-run

test: ## Run all tests, including those of the clients; the last line has the totals
	@scripts/ensure-postgres.sh
	@scripts/ensure-tools.sh
	@scripts/test.sh

openapi: ## Regenerate the API documents
	cargo build -q -p masthead
	for document in delivery editorial; do \
		target/debug/masthead openapi $$document > openapi/$$document.v1.json.new && \
		mv openapi/$$document.v1.json.new openapi/$$document.v1.json || exit 1; \
	done

clients: ## Regenerate the types of the TypeScript client from the API documents
	cd openapi/clients/typescript && npm ci --ignore-scripts --no-audit --no-fund && npm run generate

schema: ## Regenerate the schema files of the store
	cargo run -q -p tests --bin schema

test-web: ## Build the example site with the demo publication and test it in headless Chromium
	@scripts/ensure-postgres.sh
	@scripts/test-web.sh

test-edge: ## Test publishing behind a real Varnish and nginx, and with several servers
	@scripts/ensure-postgres.sh
	@scripts/ensure-edge.sh
	PATH="$$PATH:/usr/sbin" cargo test --workspace --test edge

drills: ## Run the long forms of the randomised, kill and timing tests: about 25 minutes
	@scripts/ensure-postgres.sh
	PROPTEST_CASES=64 HISTORIES_SECONDS=120 HISTORY_STEPS=10000 MASTHEAD_DRILL_SECONDS=60 MASTHEAD_DRILL_ARTICLES=1000 \
		cargo test --workspace --no-fail-fast -- --nocapture --test-threads=1 \
		histories:: counts:: dates:: time_zone:: cost:: saves:: schedules::
	cargo test --workspace --test e2e -- --ignored --exact \
		operating::passwords::failed_sign_ins_take_the_same_time_whatever_was_wrong

cluster: ## Start three servers behind nginx on one Postgres with a streaming replica, until Ctrl-C
	@scripts/ensure-postgres.sh
	@[ -x /usr/sbin/nginx ] || scripts/install.sh nginx-light
	cargo build --release -p masthead
	@exec scripts/cluster.sh

fuzz: ## Send generated requests to a real server for two minutes and validate the responses
	@scripts/ensure-postgres.sh
	@scripts/fuzz.sh $(ARGS)

bench: ## Measure speed, freshness, memory and growth; set ARTICLES, LARGEST, ROUNDS, CONNECTIONS, ONLY or PLANS=1
	@scripts/ensure-postgres.sh
	cargo build --release -p bench
	@target/release/bench
