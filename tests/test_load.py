"""Files into documents: exact text, stable ids, and every way an input can be bad."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from rag.decode import probable_encoding
from rag.errors import InputError
from rag.load import discover, read
from rag.schema import Document

NEWS = (
    "بريد السهل\nالرئيسية / مجتمع\n\nافتتاح خزانة متنقلة بالجماعة\n\nبقلم: سعاد العمراني\n"
    "الأحد 3 مارس 2024 - 17:20\n\n"
    "أعطيت صباح أمس السبت انطلاقة خزانة متنقلة تجوب ثلاثين دوارا، وتضم ألفي كتاب للأطفال "
    "واليافعين اختارتها لجنة من المعلمين.\n\nاترك تعليقاً\nلن يتم نشر عنوان بريدك\n"
)
ARABIC = "نظمت الجماعة معرضا للكتاب في المدينة، وحضره عدد كبير من الزوار خلال الأسبوع الأول."
FRENCH = "L'été dernier, la commune a organisé une fête à côté du théâtre ; très réussie, déjà."


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def document(path: Path, source: str = "given/name") -> Document:
    [item] = read(path, source)
    assert isinstance(item, Document), item
    return item


def problem(path: Path, source: str = "given/name") -> str:
    [item] = read(path, source)
    assert isinstance(item, InputError), item
    assert all(source in text or path.name in text for text in item.text)
    return str(item)


# discover


def test_a_folder_gives_its_readable_files_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "sub/c.html", "sub/deep/d.htm", "e.jsonl", "f.pdf", "g"):
        write(tmp_path / name, "x")
    write(tmp_path / ".hidden.txt", "x")
    write(tmp_path / ".git" / "h.txt", "x")
    found = discover([tmp_path])
    names = [str(path.relative_to(tmp_path)) for path in found.files]
    assert names == ["a.MD", "b.txt", "e.jsonl", "sub/c.html", "sub/deep/d.htm"]
    assert [path.name for path in found.skipped] == ["f.pdf", "g"]
    assert found.problems == ()


def test_a_hidden_file_or_folder_that_is_named_is_read(tmp_path: Path) -> None:
    inside = write(tmp_path / ".notes" / "a.txt", "x")
    hidden = write(tmp_path / ".b.txt", "x")
    assert discover([tmp_path / ".notes", hidden]).files == (inside, hidden)


def test_paths_stay_as_given_and_come_once(tmp_path: Path, monkeypatch: Any) -> None:
    write(tmp_path / "docs" / "a.txt", "x")
    monkeypatch.chdir(tmp_path)
    given = [Path("docs/a.txt"), Path("docs"), tmp_path / "docs" / "a.txt"]
    assert [str(path) for path in discover(given).files] == ["docs/a.txt"]


def test_links_that_lead_back_end(tmp_path: Path) -> None:
    write(tmp_path / "docs" / "a.txt", "x")
    (tmp_path / "docs" / "again").symlink_to(tmp_path / "docs")
    (tmp_path / "docs" / "up").symlink_to(tmp_path)
    (tmp_path / "docs" / "broken.txt").symlink_to(tmp_path / "nowhere")
    found = discover([tmp_path / "docs"])
    assert [path.name for path in found.files] == ["a.txt"]


def test_linked_folders_are_followed(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "a.txt", "x")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "link").symlink_to(tmp_path / "elsewhere")
    assert [path.name for path in discover([tmp_path / "docs"]).files] == ["a.txt"]


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    pdf = write(tmp_path / "report.pdf", "%PDF")
    write(tmp_path / "only" / "x.docx", "x")
    found = discover([empty, pdf, tmp_path / "gone.txt", tmp_path / "only"])
    assert found.files == ()
    said = [str(error) for error in found.problems]
    assert len(said) == 4
    assert all(
        name in text
        for name, text in zip(["empty", "report.pdf", "gone", "only"], said, strict=True)
    )
    assert ".txt" in said[0] and ".jsonl" in said[1]
    assert [path.name for path in found.skipped] == ["x.docx"]


# text files


@pytest.mark.parametrize("text", ["سطر\r\nسطر\r\n", "\ufeffنص", "a\tb\n\n\n", "a\rb", "é e\u0301"])
def test_text_is_the_file_character_for_character(tmp_path: Path, text: str) -> None:
    made = document(write(tmp_path / "a.txt", text))
    assert made.text == text
    assert made.text == (tmp_path / "a.txt").read_bytes().decode("utf-8")
    assert "".join(text[b.start : b.end] for b in made.blocks) == text


def test_a_page_is_described(tmp_path: Path) -> None:
    made = document(write(tmp_path / "page.txt", NEWS), "docs/page.txt")
    assert made.title == "افتتاح خزانة متنقلة بالجماعة"
    assert made.author == "سعاد العمراني"
    assert (made.date, made.lang, made.source) == ("2024-03-03", "ar", "docs/page.txt")
    assert [b.kind for b in made.blocks] == ["furniture", "article", "furniture"]
    assert made.sha256 == hashlib.sha256(NEWS.encode()).hexdigest()


LONG = "أكدت الجماعة أن الأشغال تسير وفق الجدول المحدد لها وأن الافتتاح سيكون في موعده المعلن "


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("جملة واحدة فقط.", "جملة واحدة فقط."),
        ("جملة أولى. جملة ثانية.", "جملة أولى."),
        (f"بريد السهل\n{LONG * 2}.", None),
        (f"حريق في طنجة\n\n{LONG * 2}.", "حريق في طنجة"),
        (f"السوق الجديد يفتح أبوابه غدا\n{LONG * 2}.", "السوق الجديد يفتح أبوابه غدا"),
        (f"3 مارس 2024\nالسوق الجديد يفتح أبوابه غدا\n{LONG}.", "السوق الجديد يفتح أبوابه غدا"),
        (f"وصل القطار.. والركاب يصفقون..\n\n{LONG}.", "وصل القطار.. والركاب يصفقون.."),
        ("خبز\nحليب طازج\nسكر", "خبز"),
        (f"السوق يفتح أبوابه غدا\nشارك على فيسبوك\n{LONG * 2}.", "السوق يفتح أبوابه غدا"),
        (f"Morocco\nEconomy\nHarbor works start soon\n{LONG * 2}.", "Harbor works start soon"),
        ("\ufeffTitre du texte ici\n\nUne phrase.", "Titre du texte ici"),
    ],
)
def test_titles_of_texts(tmp_path: Path, text: str, title: str | None) -> None:
    made = document(write(tmp_path / "a.txt", text))
    if title is None:
        assert made.title.startswith("أكدت الجماعة") and made.title.endswith("…")
        assert len(made.title) <= 121
    else:
        assert made.title == title


def test_markdown_title_is_its_first_heading(tmp_path: Path) -> None:
    text = "> a quote first\n\n## Sub\n\n# The real title #\n\nWords.\n"
    assert document(write(tmp_path / "a.md", text)).title == "The real title"


def test_site_named_by_the_page(tmp_path: Path) -> None:
    text = f"Site icon بريد السهل\n\nعنوان الخبر هنا اليوم\n\n{LONG * 2}."
    made = document(write(tmp_path / "a.txt", text))
    assert (made.site, made.title) == ("بريد السهل", "عنوان الخبر هنا اليوم")


# ids


def test_ids_are_readable_stable_and_tell_folders_apart(tmp_path: Path, monkeypatch: Any) -> None:
    first = write(tmp_path / "x" / "معرض الكتاب (2024)!.txt", "نص")
    second = write(tmp_path / "y" / first.name, "نص")
    made = document(first)
    slug, _, digest = made.id.rpartition("-")
    assert slug == "معرض-الكتاب-2024"
    assert digest == hashlib.sha256(bytes(first.resolve())).hexdigest()[:8]
    assert document(second).id != made.id
    monkeypatch.chdir(tmp_path)
    assert document(Path("x") / first.name).id == made.id
    write(first, "نص آخر")
    assert document(first).id == made.id


@pytest.mark.parametrize(
    ("stem", "slug"),
    [("a_b-c", "a_b-c"), ("؟؟", "document"), ("x" * 90, "x" * 40), ("كِتَاب", "كتاب")],
)
def test_slugs(tmp_path: Path, stem: str, slug: str) -> None:
    assert document(write(tmp_path / f"{stem}.txt", "نص")).id.rpartition("-")[0] == slug


# bad files


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (ARABIC, "cp1256", "windows-1256"),
        (ARABIC.replace("،", ","), "iso-8859-6", "iso-8859-6"),
        (FRENCH, "cp1252", "windows-1252"),
        (ARABIC, "utf-16", "utf-16"),
        (ARABIC, "utf-16-le", "utf-16-le"),
        (ARABIC, "utf-16-be", "utf-16-be"),
        (FRENCH, "utf-32", "utf-32"),
    ],
)
def test_other_encodings_are_named(tmp_path: Path, text: str, codec: str, named: str) -> None:
    said = problem(write(tmp_path / "a.txt", text.encode(codec)))
    assert f"iconv -f {named} -t utf-8" in said


def test_a_few_broken_bytes_are_told_from_another_encoding(tmp_path: Path) -> None:
    data = (ARABIC * 5).encode() + b"\xff" + ARABIC.encode()
    said = problem(write(tmp_path / "a.txt", data))
    assert f"byte {len((ARABIC * 5).encode())}" in said


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\0\0\0\0" * 50, b"abc\0def" * 9, bytes(range(1, 9)) * 40]
)
@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_binary_files_are_named(tmp_path: Path, data: bytes, suffix: str) -> None:
    assert "binary" in problem(write(tmp_path / f"a{suffix}", data))


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff", "\ufeff\r\n", "\xa0\n"])
def test_files_without_text(tmp_path: Path, content: str) -> None:
    assert "no text" in problem(write(tmp_path / "a.txt", content))


def test_a_page_without_text(tmp_path: Path) -> None:
    assert "no text" in problem(write(tmp_path / "a.html", "<script>x()</script>"))


def test_files_that_cannot_be_opened(tmp_path: Path, monkeypatch: Any) -> None:
    assert "cannot be read" in problem(tmp_path / "gone.txt")
    (tmp_path / "folder.txt").mkdir()
    assert "directory" in problem(tmp_path / "folder.txt").lower()
    assert "cannot be read" in problem(tmp_path / "gone.jsonl")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "Permission denied" in problem(write(tmp_path / "a.txt", "x"))


def test_unknown_encoding_is_a_problem_too() -> None:
    assert probable_encoding("Пример текста на русском языке".encode("koi8-r")) != "windows-1256"


# html


PAGE = '<html><head><meta charset="{}"><title>T</title></head><body><p>{}</p></body></html>'


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-8", "windows-1256"),  # saved anew, the old declaration left
        ("cp1256", "windows-1256"),
        ("cp1256", "CP1256"),
        ("utf-16", "utf-16"),
    ],
)
def test_encodings_of_pages(tmp_path: Path, codec: str, declared: str) -> None:
    path = write(tmp_path / "a.html", PAGE.format(declared, ARABIC).encode(codec))
    assert document(path).text == ARABIC


def test_latin_1_is_read_as_browsers_do(tmp_path: Path) -> None:
    page = PAGE.format("iso-8859-1", "l’été").encode("cp1252")
    assert document(write(tmp_path / "a.htm", page)).text == "l’été"


@pytest.mark.parametrize("declared", ["utf-8", "no-such-charset", ""])
def test_pages_that_cannot_be_decoded(tmp_path: Path, declared: str) -> None:
    page = PAGE.format(declared, ARABIC).encode("cp1256")
    assert "windows-1256" in problem(write(tmp_path / "a.html", page))


def test_a_page_has_its_metadata(tmp_path: Path) -> None:
    page = PAGE.format("utf-8", ARABIC * 3).replace("<p>", "<h1>معرض للكتاب</h1><p>")
    made = document(write(tmp_path / "a.html", page), "web/a.html")
    assert (made.title, made.lang, made.source) == ("معرض للكتاب", "ar", "web/a.html")
    assert made.sha256 == hashlib.sha256(page.encode()).hexdigest()


# jsonl


def lines(path: Path, *records: object) -> list[Document | InputError]:
    rows = (r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records)
    write(path, "\n".join(rows))
    return list(read(path, "given.jsonl"))


def test_a_line_with_all_its_fields(tmp_path: Path) -> None:
    record = {
        "id": "n-1", "text": "نص الخبر.", "title": "عنوان", "source": "s.txt", "date": "3 ماي 2024",
        "url": "https://x.example", "site": "بريد", "author": "سعاد", "lang": "ar",
        "tags": ["أ", "ب"], "unknown": 1,
    }  # fmt: skip
    [made] = lines(tmp_path / "a.jsonl", record)
    assert isinstance(made, Document)
    assert (made.id, made.text, made.title, made.source) == ("n-1", "نص الخبر.", "عنوان", "s.txt")
    assert (made.date, made.url, made.site) == ("2024-05-03", "https://x.example", "بريد")
    assert (made.author, made.lang, made.tags) == ("سعاد", "ar", ("أ", "ب"))
    line = json.dumps(record, ensure_ascii=False).encode()
    assert made.sha256 == hashlib.sha256(line).hexdigest()


def test_only_id_and_text_are_required(tmp_path: Path) -> None:
    [made] = lines(tmp_path / "a.jsonl", {"id": 7, "text": "Un texte.\r\n", "title": None})
    assert isinstance(made, Document)
    assert (made.id, made.text, made.source, made.title) == (
        "7",
        "Un texte.\r\n",
        "given.jsonl",
        "",
    )
    assert [(b.start, b.end, b.kind) for b in made.blocks] == [(0, 11, "article")]


GOOD = {"id": "good", "text": "نص"}


@pytest.mark.parametrize(
    ("bad", "named"),
    [
        ('{"id": "x", "text": ', "JSON"),
        ("[1, 2]", "list"),
        ('"x"', "str"),
        ("[" * 100_000, "JSON"),
        ('{"id": 1' + "1" * 5000 + ', "text": "x"}', "JSON"),
        ({"text": "x"}, '"id"'),
        ({"id": "", "text": "x"}, '"id"'),
        ({"id": " ", "text": "x"}, '"id"'),
        ({"id": True, "text": "x"}, '"id"'),
        ({"id": 1.5, "text": "x"}, '"id"'),
        ({"id": "x"}, '"text"'),
        ({"id": "x", "text": ""}, '"text"'),
        ({"id": "x", "text": " \n"}, '"text"'),
        ({"id": "x", "text": 3}, '"text"'),
        ('{"id": "x", "text": "half \\ud800"}', '"text"'),
        ({"id": "x", "text": "x", "title": 3}, '"title"'),
        ({"id": "x", "text": "x", "date": 2024}, '"date"'),
        ({"id": "x", "text": "x", "source": []}, '"source"'),
        ({"id": "x", "text": "x", "tags": "a"}, '"tags"'),
        ({"id": "x", "text": "x", "tags": ["a", 1]}, '"tags"'),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path, bad: object, named: str) -> None:
    found = lines(tmp_path / "a.jsonl", GOOD, bad, "", GOOD)
    assert [type(item) for item in found] == [Document, InputError, Document]
    said = str(found[1])
    assert "ine 2 of given.jsonl" in said and named in said


def test_a_line_that_is_not_utf_8(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b'{"id":"a","text":"\xe3"}\n{"id":"b","text":"x"}')
    first, second = read(path, "a.jsonl")
    assert isinstance(first, InputError) and "ine 1 of a.jsonl" in str(first)
    assert isinstance(second, Document)


def test_byte_order_mark_and_line_ends_of_jsonl(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b'\xef\xbb\xbf{"id":"a","text":"x"}\r\n\r\n')
    [made] = read(path, "a.jsonl")
    assert (
        isinstance(made, Document)
        and made.sha256 == hashlib.sha256(b'\xef\xbb\xbf{"id":"a","text":"x"}').hexdigest()
    )


def test_a_huge_line_is_read(tmp_path: Path) -> None:
    [made] = lines(tmp_path / "a.jsonl", {"id": "a", "text": "كلمة " * 300_000})
    assert isinstance(made, Document) and len(made.text) == 1_500_000


def test_messages_come_in_three_languages(tmp_path: Path) -> None:
    [item] = read(tmp_path / "gone.txt", "gone.txt")
    assert isinstance(item, InputError)
    assert len(set(item.text)) == 3 and str(item) == item.text.en
