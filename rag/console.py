"""What is printed: answers on stdout, everything else on stderr, nothing that steers a terminal."""

from __future__ import annotations

import re
import sys

# Control characters but for the line feed and the tab: titles and file names are not ours.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def write(text: str) -> None:
    """One piece of output, shown at once."""
    sys.stdout.write(_CONTROL.sub("", text) + "\n")
    sys.stdout.flush()


def tell(text: str) -> None:
    """One message to the person at the terminal."""
    sys.stderr.write(_CONTROL.sub("", text) + "\n")
