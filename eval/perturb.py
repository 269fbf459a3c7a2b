"""How well true statements are told from false ones: each with one thing changed.

    python -m eval.perturb [--split dev] [--sample 300] [--show 0] [--encoder NAME] [FOLDER...]

True statements are the sentences that hold the answers of our own questions, and of public sets in
FOLDERs (as ``rag eval --dataset``), and short ones made of a question and its answer; the evidence
is the sentence that holds the answer and three others of its document. Printed: of the unchanged
statements how many are refused (false alarms), of the changed ones how many (caught), by kind of
change, of statements that are kept unchanged; and the time one takes. ``--show N``: the first N
failures of each kind.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from embeddings.base import Encoder
from eval import perturbations
from eval.data import Dataset, Gold, Question, select
from eval.loading import OWN, load
from rag.cite import attribute
from rag.evidence import Evidence
from rag.load import read
from rag.numbers import values
from rag.opening import open_encoder
from rag.question import Question as Understood
from rag.question import understand
from rag.schema import Block, Document, Passage
from rag.sentences import sentences
from rag.split import SplitSettings, split

_SEED = 0
_OTHERS = 3  # sentences beside the one that holds the answer
_EACH = 2  # changes of one kind of one statement

_ASKING = re.compile(
    r"^[\s«\"]*(?:(?P<how_many>(?:في |ب)?كم (?:عدد |كان عدد |بلغ عدد )?)"
    r"|(?P<when>(?:متى|في أي (?:عام|سنة|تاريخ|يوم))\s+)|(?P<where>(?:أين|اين|في أي مدينة)\s+)"
    r"|(?P<who>من (?:(?:هو|هي|الذي|التي)\b)?\s*)|(?P<what>(?:ما|ماذا) (?:(?:هو|هي|اسم)\b)?\s*)"
    r"|(?P<english>(?:how many|who|what (?:is|was)|which)\s+)"
    r"|(?P<french>(?:combien de|qui|quel(?:le)? (?:est|était|a été))\s+))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Case:
    """A true statement, what it answers, and the evidence for it; ``name_changes`` swap a name or
    the answer."""

    text: str
    question: str
    evidence: tuple[Evidence, ...]
    sort: str
    name_changes: tuple[perturbations.Change, ...] = ()


@dataclass(slots=True)
class Tally:
    """How many were kept and refused, and those that went wrong."""

    right: int = 0
    wrong: list[tuple[Case, str]] = field(default_factory=list)

    def __str__(self) -> str:
        total = self.right + len(self.wrong)
        return f"{self.right:5} of {total:5}  {self.right / total if total else 0:6.1%}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(prog="python -m eval.perturb", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="public sets")
    parser.add_argument("--split", default="dev", choices=("dev", "test"))
    parser.add_argument("--sample", type=int, default=300, help="questions of each public set")
    parser.add_argument("--show", type=int, default=0, help="failures of each kind to print")
    parser.add_argument("--encoder", default="multilingual-e5-small")
    given = parser.parse_args(arguments)
    encoder = open_encoder(given.encoder)
    for dataset in (load(OWN)[0], *(found for path in given.folders for found in load(path))):
        chosen = select(dataset, given.split if dataset.files else None, given.sample, _SEED)
        _report(dataset.name, list(cases(chosen, encoder)), encoder, given.show)
    return 0


def _report(name: str, found: Sequence[Case], encoder: Encoder, show: int) -> None:
    began = time.perf_counter()
    kept, caught = measure(found, encoder)
    milliseconds = (time.perf_counter() - began) * 1000
    tried = sum(t.right + len(t.wrong) for t in (*kept.values(), *caught.values()))
    lines = [f"{name}: {len(found)} true statements"]
    lines += [f"  true, {sort:35} kept   {tally}" for sort, tally in sorted(kept.items())]
    lines += [f"  changed, {kind:32} caught {tally}" for kind, tally in sorted(caught.items())]
    total = Tally(
        sum(t.right for t in caught.values()), [w for t in caught.values() for w in t.wrong]
    )
    lines.append(f"  changed, {'in all':32} caught {total}")
    refused = sum(len(t.wrong) for t in kept.values())
    lines.append(f"  false alarms: {refused} of {len(found)}, {refused / max(1, len(found)):.1%}")
    lines.append(f"  {milliseconds / max(1, tried):.1f} ms a statement")
    for kind, tally in (*sorted(kept.items()), *sorted(caught.items())):
        for case, text in tally.wrong[:show]:
            lines += [f"--- {kind}", f"  Q {case.question}", f"  S {text}"]
            lines += [f"  E {case.evidence[0].text}", f"  T {case.evidence[0].passage.title}"]
    sys.stdout.write("\n".join(lines) + "\n")


def measure(found: Sequence[Case], encoder: Encoder) -> tuple[dict[str, Tally], dict[str, Tally]]:
    """True statements by sort, kept or refused; changed ones by kind, caught or let through."""
    rng = random.Random(_SEED)
    kept: dict[str, Tally] = defaultdict(Tally)
    caught: dict[str, Tally] = defaultdict(Tally)
    for case in found:
        question = understand(case.question)

        def passes(text: str, case: Case = case, question: Understood = question) -> bool:
            kept = attribute(text, question, case.evidence, encoder).claims
            return len(kept) == len(sentences(text))

        stands = passes(case.text)
        _count(kept[case.sort], case, case.text, stands)
        if not stands:
            continue  # what is refused anyway would be caught for nothing
        changes = [*perturbations.CHANGES.items(), *(("name", c) for c in case.name_changes)]
        for kind, change in changes:
            done = {change(case.text, rng) for _ in range(_EACH)} - {None, case.text}
            for text in sorted(filter(None, done)):
                _count(caught[kind], case, text, not passes(text))
    return kept, caught


def _count(tally: Tally, case: Case, text: str, right: bool) -> None:
    if right:
        tally.right += 1
    else:
        tally.wrong.append((case, text))


def cases(dataset: Dataset, encoder: Encoder) -> Iterator[Case]:
    """The true statements of the answerable questions, with their evidence."""
    rng = random.Random(_SEED)
    documents = _documents(dataset)
    answers = [form for q in dataset.questions for forms in q.answers for form in forms[:1]]
    split_up: dict[str, list[Passage]] = {}
    for question in dataset.questions:
        for gold in question.gold[: len(question.answers)]:
            document = documents.get(gold.doc)
            if document is None:
                continue
            if gold.doc not in split_up:
                split_up[gold.doc] = split(document, encoder.count_tokens, SplitSettings())
            said = _said(document, question, gold)
            evidence = _evidence(split_up[gold.doc], said, rng) if said else ()
            if evidence:
                yield from _statements(question, gold, evidence, dataset.names, answers, rng)


def _documents(dataset: Dataset) -> dict[str, Document]:
    found = {}
    for file in dataset.files:
        for document in read(file, file.name):
            if isinstance(document, Document):
                found[file.name] = document
    for record in dataset.records:
        name = f"{dataset.corpus or dataset.name}/{record.id}"
        whole = Block(0, len(record.text), "article")
        found[name] = Document(name, record.text, record.title, blocks=(whole,))
    return found


def _said(document: Document, question: Question, gold: Gold) -> tuple[int, int] | None:
    """The sentence that holds the answer: at the gold place, or the first with the answer."""
    spans = sentences(document.text)
    if gold.end is not None:
        middle = (gold.start + gold.end) // 2
        return next(((a, b) for a, b in spans if a <= middle < b), None)
    forms = question.answers[0]
    return next(((a, b) for a, b in spans if any(f in document.text[a:b] for f in forms)), None)


def _evidence(
    passages: Sequence[Passage], said: tuple[int, int], rng: random.Random
) -> tuple[Evidence, ...]:
    """The sentence first, then others of its document."""
    found = [
        Evidence(p, p.text[a:b], p.start + a, p.start + b, 0.5, 0.9, 1.0)
        for p in passages
        for a, b in sentences(p.text)
    ]
    best = [e for e in found if e.start < said[1] and said[0] < e.end][:1]
    others = [e for e in found if e not in best and len(e.text) > 15]
    return (*best, *rng.sample(others, min(_OTHERS, len(others)))) if best else ()


def _statements(
    question: Question,
    gold: Gold,
    evidence: tuple[Evidence, ...],
    groups: Sequence[Sequence[str]],
    answers: Sequence[str],
    rng: random.Random,
) -> Iterator[Case]:
    source = " ".join([e.text for e in evidence[:1]] + [evidence[0].passage.title])
    swaps: list[perturbations.Change] = []
    if groups:
        swaps.append(perturbations.names(groups, source))
    else:
        swaps.append(_answer_swap(question, answers, source))
    fact = gold.facts[0] if gold.facts else 0
    yield Case(evidence[0].text, question.text, evidence, "a source's sentence", tuple(swaps))
    if len(question.answers) == 1:
        for text in _made(question, question.answers[fact]):
            if not values(text) <= values(source):
                continue  # a number of the question that the sentence has not
            arabic = perturbations.language_of(text) == "ar"
            alike = arabic == (perturbations.language_of(evidence[0].text) == "ar")
            sort = "made" if alike else "made, its source in another script"
            yield Case(text, question.text, evidence, sort, tuple(swaps))


def _answer_swap(question: Question, answers: Sequence[str], source: str) -> perturbations.Change:
    said = question.answers[0][0]
    alike = [
        other
        for other in answers
        if len(other.split()) == len(said.split())
        and bool(values(other)) == bool(values(said))
        and not set(other.split()) & set(source.split())
    ]

    def change(text: str, rng: random.Random) -> str | None:
        if values(said):
            return None
        return perturbations.answer(text, said, alike, rng)

    return change


def _made(question: Question, forms: Sequence[str]) -> Iterator[str]:
    """A short statement of the question's words and the answer's."""
    asked = re.split("[؟?]", question.text)[0].strip(" .")
    match = _ASKING.match(asked)
    if not match or question.lang in ("ary", "ary-Latn") or "،" in asked or "," in asked:
        return
    rest = asked[match.end() :]
    lang = perturbations.language_of(asked)
    usable = [
        f for f in forms if (perturbations.language_of(f) == lang) or not re.search(r"[^\W\d]", f)
    ]
    if not usable or len(rest.split()) < 2:
        return
    said = usable[0].strip(" .،,")
    if match["how_many"]:
        yield f"{said} {rest}." if not re.search(r"[^\W\d]", said) else f"{rest}: {said}."
    elif match["when"] or match["where"]:
        yield f"{rest} في {said}."
    elif match["who"] or match["what"]:
        yield f"{rest} هو {said}."
    elif match["english"]:
        yield (
            f"{said} {rest}." if asked.lower().startswith(("how", "who")) else f"{rest} is {said}."
        )
    else:
        yield (
            f"{said} {rest}."
            if asked.lower().startswith(("comb", "qui"))
            else f"{rest} est {said}."
        )


if __name__ == "__main__":
    sys.exit(main())
