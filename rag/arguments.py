"""What an option of the command line may hold."""

from __future__ import annotations

import argparse
import re


def positive(text: str) -> int:
    """A number from 1 to 1000.

    Raises:
        ArgumentTypeError: it is none.
    """
    if text.isdecimal() and 1 <= int(text) <= 1000:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text}: 1-1000")


def port(text: str) -> int:
    """A TCP port that needs no privilege.

    Raises:
        ArgumentTypeError: it is none.
    """
    if text.isdecimal() and 1024 <= int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text}: 1024-65535")


def file_name(text: str) -> str:
    """A name that a file can have in any folder.

    Raises:
        ArgumentTypeError: it is none.
    """
    if re.fullmatch(r"[\w][\w .+-]{0,99}", text):
        return text
    raise argparse.ArgumentTypeError(f"{text}: a-z 0-9 . _ -")


def seed(text: str) -> int:
    """A number that random numbers are drawn from, below 2³².

    Raises:
        ArgumentTypeError: it is none.
    """
    if text.isdecimal() and int(text) < 2**32:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text}: 0-{2**32 - 1}")


def share(text: str) -> float:
    """A number from 0 to 1.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if 0 <= number <= 1:
        return number
    raise argparse.ArgumentTypeError(f"{text}: 0-1")
