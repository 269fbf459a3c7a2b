"""``rag ui``: the page, on this machine or for who has an account; ``--hash-password``."""

from __future__ import annotations

import getpass
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from rag import messages, opening
from rag.console import tell, write
from rag.errors import UsageError

_SECRET = "ISNAD_UI_AUTH"
_HERE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of ``rag ui``. ``port``: None for the first that is free. ``auth``: a file of
    accounts."""

    folder: Path
    lang: str
    host: str
    port: int | None
    share: bool
    auth: Path | None
    model: str | None
    extract: bool
    browser: bool


def run(settings: Settings) -> int:
    """Serve the page until Ctrl-C."""
    from ui import accounts

    who = None
    if settings.auth is not None:
        who = accounts.read(settings.auth)
    elif os.environ.get(_SECRET):
        who = accounts.from_secret(os.environ[_SECRET])
    if who is None and (settings.share or settings.host not in _HERE):
        opens = "--share" if settings.share else f"--host {settings.host}"
        raise UsageError(messages.auth_needed(opens))
    writer = None
    if not settings.extract:
        name = settings.model
        writer = (
            opening.llm_opener(name, lang=settings.lang) if name else opening.default_llm_opener()
        )
        if writer is None:
            command = f"rag models pull {opening.DEFAULT_LLM}"
            tell(messages.without_llm(command).say(settings.lang))

    # Before Gradio is imported: nothing is reported to anybody.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    from rag.shared_index import SharedIndex
    from ui import server

    index = SharedIndex(settings.folder, writer)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does
    try:
        server.serve(
            index, settings.folder, settings.host, settings.port, settings.share, who,
            settings.lang, settings.browser,
        )  # fmt: skip
    except KeyboardInterrupt:  # how the page is stopped
        pass
    finally:
        index.close()
    return 0


def hash_password(lang: str) -> int:
    """Ask for a name and a password, and print the line of a file of accounts. What is piped in
    is read instead: a line of each."""
    from ui import accounts

    if sys.stdin.isatty():
        name = input(f"{messages.ACCOUNT_NAME.say(lang)} ").strip()
        password = getpass.getpass(f"{messages.PASSWORD.say(lang)} ")
        if getpass.getpass(f"{messages.PASSWORD_AGAIN.say(lang)} ") != password:
            raise UsageError(messages.passwords_differ())
    else:
        name, password = (sys.stdin.readline().rstrip("\r\n") for _ in range(2))
    write(accounts.line(name, password))
    return 0
