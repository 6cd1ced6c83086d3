"""printkit as the comparisons use it: the repository's classic layout and the American office."""

from pathlib import Path

from printkit.batch.plan import Planner
from printkit.batch.project import Project
from printkit.cache import Cache, user_cache_folder
from printkit.loading import Checks, load_bulletin
from printkit.model.bulletin import Bulletin
from printkit.model.layout import Layout
from printkit.model.paper import PAPERS
from printkit.ordering import Order
from printkit.pictures.preparing import check
from printkit.storeroom import Storeroom

HOME = Path(__file__).resolve().parent.parent


class Ready:
    """A storeroom, and what loads bulletins and orders editions of them."""

    def __init__(self) -> None:
        self.store = Storeroom(Cache(user_cache_folder()))
        self.checks = Checks(check, self.store.has_character)
        planner = Planner(Project(HOME), self.checks)
        self.office = planner.offices()["us"]
        layout = planner.layout(self.office.layout)
        assert isinstance(layout, Layout)
        self.layout = layout

    def load(self, path: Path) -> Bulletin:
        """Load a bulletin as `printkit build` does, with all checks."""
        return load_bulletin(path, path.name, self.checks)

    def order(self, bulletin: Bulletin, paper: str = "letter") -> Order:
        """Give the order for both formats on a paper."""
        screen = self.layout.slides.screen
        return Order(bulletin, self.office, self.layout, paper, PAPERS[paper], screen)
