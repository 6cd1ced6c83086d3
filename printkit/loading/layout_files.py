"""Finding a layout's file, and building it on the layout that it extends."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from printkit.errors import Problem, Refused
from printkit.loading.messages import as_typed, did_you_mean, listed
from printkit.loading.nodes import Entry, Mapping, Node
from printkit.loading.reader import Reader

OFFICES = "offices"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folders that layouts are taken from, the first that has one first.

    `shown` gives a file's path as messages name it.
    """

    folders: Sequence[Path]
    shown: Callable[[Path], str] = Path.as_posix

    def names(self) -> tuple[str, ...]:
        """Give the names of all layouts, in alphabetical order."""
        files = (file for folder in self.folders for file in folder.glob("*.yaml"))
        return tuple(sorted({file.stem for file in files} - {OFFICES}))

    def find(self, name: str, after: Path | None = None) -> Path | None:
        """Give the first file of that name, behind the file `after` where it is given."""
        if name not in self.names():
            return None
        files = [folder / f"{name}.yaml" for folder in self.folders]
        if after in files:
            files = files[files.index(after) + 1 :]
        return next((file for file in files if file.is_file()), None)


def layout_names(folders: Sequence[Path]) -> tuple[str, ...]:
    """Give the names of the layouts in these folders, in alphabetical order."""
    return Shelf(folders).names()


def open_layout(reader: Reader, shelf: Shelf, name: str) -> Node:
    """Give a layout's top node, merged with those that it extends.

    A layout may extend one of its own name in a later folder: a project's `classic` the shipped.
    """
    file = shelf.find(name)
    if file is None:
        names = shelf.names()
        hint = did_you_mean(name, names) or f"the layouts are {listed(names)}"
        raise Refused(Problem(f"there is no layout {as_typed(name)}", hint=hint))
    opened: list[Path] = []
    nodes: list[Node] = []
    while file and file not in opened:
        opened.append(file)
        nodes.append(reader.open(file, shelf.shown(file)))
        file = _parent(reader, shelf, nodes[-1], opened)
    merged = nodes.pop()
    for node in reversed(nodes):
        merged = _merged(node, merged)
    return merged


def _parent(reader: Reader, shelf: Shelf, node: Node, opened: list[Path]) -> Path | None:
    """Give the file of the layout that a node extends, None where it extends none."""
    entry = node.entries.pop("extends", None) if isinstance(node, Mapping) else None
    name = reader.word(entry.value, "`extends`") if entry else None
    if entry is None or name is None:
        return None
    file = shelf.find(name, opened[-1] if name == opened[-1].stem else None)
    if file is None and name != opened[-1].stem:
        hint = did_you_mean(name, set(shelf.names()) - {opened[-1].stem})
        reader.refuse(entry.value, f"there is no layout {as_typed(name)} to extend", hint)
    elif file is None or file in opened:
        chain = listed([*(path.stem for path in opened), name])
        reader.refuse(entry.value, f"layouts extend one another in a circle: {chain}")
    else:
        return file
    reader.finish()  # without what it extends, most of the layout would be missing
    return None


def _merged(own: Node, parent: Node) -> Node:
    """Give `own` with what it leaves out from `parent`: keys merge, all else replaces."""
    if not (isinstance(own, Mapping) and isinstance(parent, Mapping)):
        return own
    entries = dict(parent.entries)
    for key, entry in own.entries.items():
        inherited = parent.entries.get(key)
        value = _merged(entry.value, inherited.value) if inherited else entry.value
        entries[key] = Entry(entry.key, value)
    return replace(own, entries=entries)
