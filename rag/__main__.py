"""``python -m rag``: the same as ``rag``."""

import sys

from rag.cli import main

sys.exit(main())
