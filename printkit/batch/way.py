"""How a run builds."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Way:
    """How a plan is built: where to, whether it is written and read back, and how strictly.

    `shown` is the output folder as the report names it; `cache` the folder of prepared data.
    `counted` asks for the words to spare; `equipment` names what decides bytes beside the orders;
    `scheduler` is the address of the Dask cluster that makes the editions, empty for this machine.
    `pictured` asks for small pictures of the files; those for the `web` lack what is sensitive.
    """

    output: Path
    shown: str
    cache: Path | None
    write: bool = True
    verify: bool = False
    strict: bool = False
    counted: bool = False
    equipment: str = ""
    scheduler: str = ""
    pictured: bool = False
    web: bool = False
