"""A project's folders: its bulletins with their translations, its layouts and its offices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from printkit.errors import Place, Problem, Refused
from printkit.model.languages import identity_of, language_of

_OFFICES = "offices.yaml"
_ENDING = ".yaml"
_LOCAL = ".local.yaml"


@dataclass(frozen=True, slots=True)
class Family:
    """A bulletin's files: original, translations by language, and a church's own regions."""

    identity: str
    original: Path
    translations: tuple[tuple[str, Path], ...]
    local: Path | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A bulletin to build; `language` where one translation was named."""

    family: Family
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """The folder that holds `bulletins/` and `layouts/`; what it lacks comes with printkit."""

    folder: Path

    @property
    def bulletins(self) -> Path:
        """The folder of bulletins."""
        return self.folder / "bulletins"

    @property
    def layout_folders(self) -> tuple[Path, ...]:
        """The folders of layouts, the project's own first."""
        return tuple(f for f in (self.folder / "layouts", shipped() / "layouts") if f.is_dir())

    @property
    def offices(self) -> Path:
        """The offices' file: the project's, else the one that comes with printkit."""
        own = self.folder / "layouts" / _OFFICES
        return own if own.exists() else shipped() / "layouts" / _OFFICES

    @property
    def printers(self) -> Path:
        """The file of what is known of printers; it need not be there."""
        return self.folder / "printers.yaml"

    def shown(self, path: Path) -> str:
        """Give a path as messages show it: with `/`, from the project's folder if it is in it."""
        try:
            return path.resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            return path.as_posix()

    def families(self) -> tuple[Family, ...]:
        """Give all bulletins of the project, by name."""
        files = sorted(
            (path for path in self.bulletins.glob("*.yaml") if path.is_file()),
            key=lambda path: path.name,
        )
        names = dict.fromkeys(identity_of(path) for path in files)
        return tuple(self.family(self.bulletins / f"{name}.yaml") for name in names)

    def family(self, original: Path) -> Family:
        """Give the files that belong to an original."""
        beside = sorted(original.parent.glob(f"{_literal(original.stem)}.*.yaml"))
        named = [
            (language, path)
            for path in beside
            if identity_of(path) == original.stem and (language := language_of(path))
        ]
        local = original.with_name(original.stem + _LOCAL)
        found = local if local.is_file() else None
        return Family(original.stem, original, tuple(named), found)

    def wanted(self, names: Sequence[str]) -> tuple[Wanted, ...]:
        """Give the bulletins that were named and exist, or all; Refused where two have one name."""
        if not names:
            return tuple(Wanted(family) for family in self.families())
        found = dict.fromkeys(self._wanted(file) for name in names if (file := self._file(name)))
        wanted = tuple(found)
        _refuse_same_names(wanted, self)
        return wanted

    def missing(self, names: Sequence[str]) -> tuple[Problem, ...]:
        """Give a problem for each name that is no bulletin's."""
        return tuple(self._missing(name) for name in names if not self._file(name))

    def _wanted(self, file: Path) -> Wanted:
        family = self.family(file.with_name(f"{identity_of(file)}.yaml"))
        return Wanted(family, language_of(file))

    def _file(self, name: str) -> Path | None:
        path = Path(name)
        tried = (
            path,
            self.folder / path,
            self.bulletins / path,
            self.bulletins / f"{name}.yaml",
        )
        return next((f for f in tried if f.is_file() and f.suffix == _ENDING), None)

    def _missing(self, name: str) -> Problem:
        if any(path.is_file() for path in (Path(name), self.folder / name, self.bulletins / name)):
            hint = f"rename it to `{Path(name).stem}.yaml`"
            return Problem(f"`{name}` is not a bulletin's file, which ends in `.yaml`", hint=hint)
        known = [family.identity for family in self.families()]
        near = get_close_matches(Path(name).stem, known, 1)
        hint = f"did you mean `{near[0]}`?" if near else _known_bulletins(known)
        return Problem(f"there is no bulletin `{name}`", hint=hint)


def _literal(stem: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in stem)


def _known_bulletins(known: Sequence[str]) -> str:
    if not known:
        return "type `printkit init` for a folder to start from"
    return f"there are {', '.join(f'`{name}`' for name in sorted(known)[-5:])}"


def _refuse_same_names(wanted: Sequence[Wanted], project: Project) -> None:
    """Refuse two bulletins whose files would have the same names."""
    first: dict[str, Path] = {}
    problems = []
    for one in wanted:
        before = first.setdefault(one.family.identity, one.family.original)
        if before.resolve() != one.family.original.resolve():
            place = Place(project.shown(one.family.original))
            message = f"has the same name as `{project.shown(before)}`"
            problems.append(Problem(message, place, "build them with different `--output` folders"))
    if problems:
        raise Refused(*problems)


def shipped() -> Path:
    """Give the folder with the layouts and the sample that come with printkit."""
    inside = Path(__file__).parent.parent / "shipped"
    return inside if inside.is_dir() else Path(__file__).parent.parent.parent


def sample_files() -> Iterator[Path]:
    """Give the files of the sample bulletin."""
    yield shipped() / "bulletins" / "2019-01-14.yaml"
