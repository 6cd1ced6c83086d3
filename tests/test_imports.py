"""Starting up is cheap: what draws, reads and writes files is loaded only when it is used."""

import subprocess
import sys

import pytest

HEAVY = (
    "reportlab",
    "pptx",
    "lxml",
    "uharfbuzz",
    "fontTools",
    "PIL",
    "yaml",
    "babel",
    "pyphen",
    "segno",
    "dask",
    "distributed",
    "fsspec",
)
STARTS = {
    "import printkit": "import printkit",
    "printkit --help": "from printkit.cli import cli; cli(['--help'], standalone_mode=False)",
    "printkit --version": "from printkit.cli import cli; cli(['--version'], standalone_mode=False)",
}


@pytest.mark.parametrize("start", STARTS)
def test_starting_loads_nothing_heavy(start):
    """Neither the import nor help and version load reportlab, python-pptx or lxml."""
    code = (
        f"{STARTS[start]}\nimport sys\nprint('loaded', *(m for m in {HEAVY} if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "loaded"
