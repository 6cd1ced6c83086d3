"""What the tests of importing share: an import, and the loader's own judgement of it."""

from pathlib import Path

import pytest

from printkit.importing.importer import Imported, import_file
from printkit.importing.naming import Neighbours
from printkit.loading.bulletin import load_bulletin
from printkit.loading.checks import UNCHECKED
from printkit.model.bulletin import Bulletin

SHOWN = "bulletins/weekly.yaml"


@pytest.fixture
def imported():
    """Import a text as it would come from a file."""

    def run(source: str | bytes, name: str = "weekly.txt", **options) -> Imported:
        data = source.encode() if isinstance(source, str) else source
        neighbours = options.pop("neighbours", Neighbours())
        return import_file(data, name, neighbours, SHOWN, **options)

    return run


@pytest.fixture
def read(tmp_path: Path):
    """Load an imported bulletin, unedited."""

    def run(result: Imported) -> Bulletin:
        path = tmp_path / "weekly.yaml"
        path.write_text(result.yaml, encoding="utf-8")
        return load_bulletin(path, SHOWN, UNCHECKED)

    return run


@pytest.fixture
def bulletin(imported, read):
    """Import a text and load what comes of it."""

    def run(source: str | bytes, name: str = "weekly.txt", **options) -> Bulletin:
        return read(imported(source, name, **options))

    return run


@pytest.fixture
def outline():
    """Give a bulletin's regions as plain lists: name, introduction, requests."""

    def run(found: Bulletin) -> list[tuple[str, str, list[str]]]:
        return [
            (
                region.name.value,
                region.intro.value if region.intro else "",
                [request.text.value for request in region.requests],
            )
            for region in found.regions
        ]

    return run
