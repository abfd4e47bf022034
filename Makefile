# make demo    render every example to out/         make test     everything that has to hold
# make venv    .venv with the project in it         make judges   what the tests judge our files with
# make lint    style and types                      make wheel    dist/*.whl
# make bundle  dist/*-offline.zip, to install from without a network
# make bench   how long a render takes              make clean    remove what these made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: test demo venv judges lint wheel bundle bench clean
.DEFAULT_GOAL := test

test: judges venv lint
	$(BIN)/pytest -n 2 --dist loadgroup

# In 仿宋, 楷体, 黑体 and 宋体 where these can be had; else with what the system has.
demo: $(VENV)/.project
	@.ci/judges faces || echo "Going on with the fonts of this system."
	$(BIN)/bulletin-gen render examples/*.yaml examples/issued/*.yaml --output out --format docx,pdf,txt \
		$$(ls -d .judges/fonts 2>/dev/null | sed 's/^/--fonts /')

venv: $(VENV)/.project $(VENV)/.groups

judges:
	.ci/judges

lint: venv
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

wheel: $(VENV)/.project
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .

bundle: $(VENV)/.project
	$(BIN)/pip install --quiet --group bundle
	rm -f dist/bulletin_gen-*.whl
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .
	$(BIN)/python bundle/make_bundle.py dist/bulletin_gen-*.whl

# Beside typst, python-docx and docxtpl, in a .bench of their own, where these can be had.
bench: $(VENV)/.project .bench/.peers
	$(BIN)/python bench/run.py $$(ls -d .judges/fonts 2>/dev/null | sed 's/^/--fonts /')

.bench/.peers: bench/peers.txt
	$(PYTHON) -m venv .bench
	.bench/bin/pip install --quiet --requirement bench/peers.txt || echo "Going on without other writers."
	touch $@

clean:
	rm -rf $(VENV) .judges .bench build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.project: pyproject.toml
	.ci/new-venv $(PYTHON) $(VENV)
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/.groups: $(VENV)/.project
	$(BIN)/pip install --quiet --group test --group lint
	touch $@
