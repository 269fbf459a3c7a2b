"""The documents of a page: added, removed, searched, chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import gradio as gr

from rag.conversations import Turn
from rag.errors import IsnadError, UsageError
from rag.schema import Answer
from ui import lists, panels, render, strings, uploads
from ui.given import text, word, yes
from ui.lists import Upload
from ui.views import Changes, View, Views, kept

_MOST_WORDS = 200  # characters


class Shelf(Views):
    """The handlers of documents."""

    def add(self, view: View, files: object) -> Iterator[Changes]:
        """Take files into the index, one after the other."""
        given = [Path(file) for file in files] if isinstance(files, list) else []
        if len(given) > uploads.MOST_FILES:
            uploads.accept(given, self._index.folder)  # says so
        shown = [Upload(uploads.clean_name(file.name)) for file in given]
        taken: list[tuple[int, Path]] = []
        for place, file in enumerate(given):
            try:
                (copy,) = uploads.accept([file], self._index.folder)
            except IsnadError as error:
                shown[place] = replace(shown[place], problem=error.text.say(view.lang))
            else:
                taken.append((place, copy))
        for step, (place, _) in enumerate(taken):
            shown[place] = replace(shown[place], reading=step == 0)
        yield {"uploads": lists.uploads(shown, view.lang), "notice": ""}
        try:
            yield from self._indexed(view, shown, taken)
        except IsnadError as error:
            why = error.text.say(view.lang)
            for place, _ in taken:
                if shown[place].documents is None:
                    shown[place] = replace(shown[place], problem=why)
        yield {"uploads": lists.uploads(shown, view.lang)}

    def _indexed(
        self, view: View, shown: list[Upload], taken: Sequence[tuple[int, Path]]
    ) -> Iterator[Changes]:
        paths = [copy for _, copy in taken]
        done = self._index.add(paths, [path.name for path in paths]) if paths else iter(())
        for (place, copy), file in zip(taken, done, strict=False):
            problem = file.problem.say(view.lang) if file.problem else ""
            shown[place] = replace(
                shown[place], reading=False, documents=file.documents, problem=problem
            )
            if problem and not file.documents:
                uploads.discard([copy], self._index.folder)
            following = next((p for p, _ in taken if shown[p].documents is None), None)
            if following is not None:
                shown[following] = replace(shown[following], reading=True)
            yield {"uploads": lists.uploads(shown, view.lang)}

    def remove(self, view: View, given: object) -> Iterator[Changes]:
        """Take a document out of the index, with the file that was uploaded for it. ``words``:
        what stands in the search box."""
        doc_id, words = word(given, "doc"), word(given, "words", _MOST_WORDS)
        rows = self._index.documents()
        row = next((row for row in rows if row.id == doc_id), None)
        if row is None:
            raise UsageError(strings.SOURCE_GONE)
        if doc_id in self._going:
            return
        self._going.add(doc_id)
        try:
            view.chosen.discard(doc_id)
            yield self._documents(view, words) | {"notice": ""}
            erased = self._index.remove([doc_id])  # a large index takes half a minute
        finally:
            self._going.discard(doc_id)
        if not any(other.origin == row.origin for other in rows if other.id != doc_id):
            uploads.discard([row.origin], self._index.folder)
        said = strings.REMOVED if erased else strings.STILL_IN_FILES
        yield {"notice": panels.notice(said.say(view.lang))}

    def settle(self, view: View, words: object) -> Changes:
        """The page after documents came or went, as it is by then: what had to be erased is not
        shown any more. ``words``: what stands in the search box."""
        turns, rows = self._turns(view), self._index.documents()
        if view.last and not _stands(view.last, turns, {row.id for row in rows}):
            view = replace(view, last=None)
        shown = self._documents(view, _searched(words))
        if run := self._running(view):
            earlier = [kept(turn, view.lang) for turn in turns if turn.seq != run.replaces]
            return shown | {"thread": render.thread(earlier, view.lang)}
        sources = self._sources(view, view.last)
        return shown | self._talk(view) | {"last": view.last, "sources": sources}

    def choose(self, view: View, given: object) -> Changes:
        """Limit the questions to a document, or no longer."""
        doc_id, wanted = word(given, "doc"), yes(given, "checked")
        if wanted and not any(row.id == doc_id for row in self._index.documents()):
            raise UsageError(strings.SOURCE_GONE)
        if wanted:
            view.chosen.add(doc_id)
        else:
            view.chosen.discard(doc_id)
        return {"scope": lists.scope(len(view.chosen), view.lang)}

    def all(self, view: View, given: object) -> Changes:
        """Look at all documents again."""
        view.chosen.clear()
        return self._documents(view) | {"find": gr.update(value="")}

    def find(self, view: View, words: object) -> Changes:
        """The documents whose title or name has these words."""
        return self._documents(view, _searched(words))


def _searched(words: object) -> str:
    return text(words, _MOST_WORDS)


def _stands(last: tuple[int, Answer], turns: Sequence[Turn], doc_ids: Collection[str]) -> bool:
    """Whether all that is shown with the newest answer is in the index still."""
    seq, answer = last
    if any(turn.seq == seq and turn.status == "erased" for turn in turns):
        return False
    return all(hit.passage.doc_id in doc_ids for hit in answer.hits)
