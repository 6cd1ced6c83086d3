"""A run's recipients: the churches of a table, and how the manifest keeps them."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from printkit.batch.project import Project
from printkit.cache import key_of
from printkit.model.recipient import Recipient

if TYPE_CHECKING:
    from printkit.loading import Checks


@dataclass(frozen=True, slots=True)
class Mailing:
    """The recipients of a run in their table's order; `table` is its path from the project."""

    table: str
    recipients: tuple[Recipient, ...]


def load_mailing(file: Path, project: Project, checks: "Checks") -> Mailing:
    """Give the recipients of a table; Refused with all that is wrong with it."""
    from printkit.loading.recipients import load_recipients  # noqa: PLC0415 - brings YAML with it

    path = file if file.is_file() or file.is_absolute() else project.folder / file
    path = path if path.is_file() else file
    recipients = load_recipients(path, project.shown(path), checks)
    return Mailing(_from(project.folder, path), recipients)


def _from(folder: Path, path: Path) -> str:
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:  # on another drive of Windows
        return path.resolve().as_posix()


def recorded(recipient: Recipient | None, table: str) -> dict[str, str]:
    """Give a recipient as the manifest keeps it, nothing where there is none."""
    if recipient is None:
        return {}
    return {
        "id": recipient.identity,
        "name": recipient.name,
        "service": recipient.service,
        "contact": recipient.contact,
        "table": table,
    }


def recalled(said: dict[str, str]) -> Recipient:
    """Give the recipient that the manifest has kept."""
    return Recipient(said["id"], said["name"], said["service"], said["contact"])


def print_for(fingerprint: str, recipient: Recipient) -> str:
    """Name what a recipient's file is made of: what the office's is, and the church's line."""
    return key_of(fingerprint, recipient.line)


def prints_for(
    prints: tuple[tuple[str, str], ...], recipient: Recipient
) -> tuple[tuple[str, str], ...]:
    """Name what a recipient's files are made of, by format."""
    return tuple((format_, print_for(name, recipient)) for format_, name in prints)
