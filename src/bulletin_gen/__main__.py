"""`python -m bulletin_gen`, for where the command is not on the path."""

import sys

from bulletin_gen.cli import main

sys.exit(main())
