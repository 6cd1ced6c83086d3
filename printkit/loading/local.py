"""A church's own regions, which follow a bulletin's: `2019-01-14.local.yaml`."""

from dataclasses import replace
from pathlib import Path

from printkit.errors import Refused
from printkit.loading.bulletin import open_section
from printkit.loading.checks import Checks
from printkit.loading.reader import Reader
from printkit.loading.regions import read_regions, repeated_names
from printkit.model.bulletin import Bulletin, Region


def load_local_regions(path: Path, shown: str, checks: Checks) -> tuple[Region, ...]:
    """Give the regions in a church's own file; Refused with everything that is wrong with it."""
    reader = Reader(checks, path.parent)
    regions = read_regions(open_section(reader, path, shown, ("regions",)))
    reader.finish()
    return regions


def with_local_regions(bulletin: Bulletin, regions: tuple[Region, ...]) -> Bulletin:
    """Give the bulletin with more regions after its own; Refused where two have one name."""
    together = bulletin.regions + regions
    problems = repeated_names(together)
    if problems:
        raise Refused(*problems)
    return replace(bulletin, regions=together)
