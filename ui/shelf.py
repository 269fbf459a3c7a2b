"""The documents of a page: added, removed, searched, chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import gradio as gr

from rag.errors import IsnadError, UsageError
from ui import lists, panels, strings, uploads
from ui.given import word, yes
from ui.lists import Upload
from ui.views import Changes, View, Views

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
        yield {"uploads": lists.uploads(shown, view.lang)} | self._after_change(view)

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

    def remove(self, view: View, given: object) -> Changes:
        """Take a document out of the index, with the file that was uploaded for it."""
        doc_id = word(given, "doc")
        rows = self._index.documents()
        row = next((row for row in rows if row.id == doc_id), None)
        if row is None:
            return self._documents(view) | {
                "notice": panels.notice(strings.SOURCE_GONE.say(view.lang), problem=True)
            }
        erased = self._index.remove([doc_id])
        if not any(other.origin == row.origin for other in rows if other.id != doc_id):
            uploads.discard([row.origin], self._index.folder)
        said = strings.REMOVED if erased else strings.STILL_IN_FILES
        view = replace(view, chosen=view.chosen - {doc_id}, last=None)
        return self._after_change(view) | self._talk(view) | {
            "chosen": view.chosen,
            "last": None,
            "sources": self._sources(view, None),
            "notice": panels.notice(said.say(view.lang)),
        }  # fmt: skip

    def choose(self, view: View, given: object) -> Changes:
        """Limit the questions to a document, or no longer."""
        doc_id, wanted = word(given, "doc"), yes(given, "checked")
        if wanted and not any(row.id == doc_id for row in self._index.documents()):
            raise UsageError(strings.SOURCE_GONE)
        chosen = view.chosen | {doc_id} if wanted else view.chosen - {doc_id}
        return {"chosen": chosen, "scope": lists.scope(len(chosen), view.lang)}

    def all(self, view: View, given: object) -> Changes:
        """Look at all documents again."""
        view = replace(view, chosen=frozenset())
        return {"chosen": view.chosen} | self._documents(view)

    def find(self, view: View, words: object) -> Changes:
        """The documents whose title or name has these words."""
        if not isinstance(words, str) or len(words) > _MOST_WORDS:
            raise UsageError(strings.BAD_REQUEST)
        return self._documents(view, words)

    def _after_change(self, view: View) -> Changes:
        changed = self._documents(view) | {"find": gr.update(value="")}
        if view.conversation is None and view.last is None and not self._running(view):
            changed["current"] = panels.welcome(self._count(), view.lang)
        return changed
