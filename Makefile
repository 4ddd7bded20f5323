# The commands that people type. `make demo` and `make test` install what is missing (Debian; root or sudo) and build first.
MAKEFLAGS += --no-print-directory
.PHONY: help deps test-deps configure build all demo test goldens phenomena accuracy mutation bounds bench format

help:
	@echo "make demo      build, and print the matrix of the example project"
	@echo "make test      build, and run all tests"
	@echo "make build     build build/release/demarche"
	@echo "make goldens   rewrite the expected outputs of the tests, to be looked at with git diff"
	@echo "make phenomena count the sentences of tests/phenomena and tests/blind that are read rightly"
	@echo "make accuracy  compare the evidence with every hand-coded set that is there"
	@echo "make mutation  break every part of the library, and name what no test notices (minutes)"
	@echo "make bounds    read all tests in a build that stops at an index outside of its list (minutes)"
	@echo "make bench     measure speed"
	@echo "make format    format the C++ files (needs clang-format) and the rule files"

deps:
	@scripts/install-deps.sh

test-deps:
	@scripts/install-deps.sh test

configure: deps
	@mkdir -p build
	@cmake --preset release > build/configure.log 2>&1 || { cat build/configure.log; exit 1; }

build: configure
	@cmake --build --preset release --target demarche

all: configure
	@cmake --build --preset release

demo: build
	@scripts/demo.sh

test: test-deps all
	@ctest --preset release

goldens: all
	@DEMARCHE_UPDATE_GOLDENS=1 ctest --preset release -R '^(dsl|command|stages|docs|report)$$'
	@git status --short tests/goldens examples/*/golden docs

phenomena: build
	@scripts/phenomena.sh
	@scripts/phenomena.sh tests/blind

accuracy: build
	@scripts/accuracy.sh

mutation: build
	@build/release/demarche test rules/library.stance rules/issues/tests rules/english/tests tests/phenomena --mutate --all \
	  --min-score 85

bounds: test-deps
	@cmake --preset bounds
	@cmake --build --preset bounds --target demarche test_evidence test_why test_match test_text
	@ctest --preset bounds -R '^(evidence|why|match|text|library)$$'

bench: deps
	@cmake --preset release -DDEMARCHE_BENCH=ON
	@cmake --build --preset release
	@build/release/tests/bench/demarche_bench
	@! test -x build/release/tests/bench/demarche_bench_aggregation || build/release/tests/bench/demarche_bench_aggregation

format: build
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format -i
	@build/release/demarche fmt rules examples tests/phenomena
