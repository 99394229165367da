"""`python -m cli` is the `pathways` command."""

import sys

from cli.main import main

sys.exit(main())
