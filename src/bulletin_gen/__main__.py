"""`python -m bulletin_gen`, for where the command is not on the path."""

from bulletin_gen.cli import run

run()
