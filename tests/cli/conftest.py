"""A project folder in which commands are tried."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from printkit.cli import cli

PLAIN = """\
title: Prayer Requests
date: 2019-01-14
scripture:
  text: Blessed are the gentle, for they shall inherit the earth.
  reference: Matthew 5:5
  translation: WEB
regions:
  - name: Africa
    requests:
      - Give thanks for the new well, and pray for those who keep it.
  - name: South Asia
    intro: Two offices serve here.
    requests:
      - Pray for the families who came home.
      - Pray for the teachers of the evening school.
"""
# The same in French.
FRENCH = """\
title: Sujets de prière
scripture:
  text: Heureux les doux, car ils hériteront la terre.
  reference: Matthieu 5.5
  translation: Segond 1910
regions:
  - name: Afrique
    requests:
      - Merci pour le nouveau puits; priez pour ceux qui en prennent soin.
  - name: Asie du Sud
    intro: Deux bureaux servent ici.
    requests:
      - Priez pour les familles rentrées chez elles.
      - Priez pour les maîtres de l'école du soir.
"""


@dataclass(frozen=True)
class Desk:
    """A project folder, and the command line to use in it."""

    folder: Path

    def write(self, name: str, text: str) -> Path:
        """Write a file of the project."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, *words: str) -> Result:
        """Run a command of printkit on this project."""
        return CliRunner().invoke(cli, [*words, "--project", str(self.folder)])

    def files(self) -> list[str]:
        """Give the files that were written, all but the contact sheet that shows them."""
        output = self.folder / "output"
        found = (p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file())
        return sorted(name for name in found if name != "contact-sheet.html")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give a project with one plain bulletin and the shipped layouts."""
    made = Desk(tmp_path)
    made.write("bulletins/2019-01-14.yaml", PLAIN)
    return made
