"""What a calibration sheet says: how it is printed, measured and kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """The words of one page: its heading, and the paragraphs above and below what is measured."""

    heading: str
    above: tuple[str, ...]
    below: tuple[str, ...] = ()


def calibration_title(printer: str) -> str:
    """Give the sheet's title."""
    return f"Calibrate {printer}"


_MEASURE = (
    "2. Measure the two long lines. Both are 100 mm long. If yours are not, the sheet was made "
    "larger or smaller: look for “Actual size” and print it again."
)
_HOLD = (
    "4. Hold the sheet against a window so that you can read this page. The cross of the front "
    "shines through."
)
_READ = (
    "5. See how many millimetres it lies to the right of the middle of this cross, and how many "
    "below. To the left and above count with a minus."
)


def front_of(paper: str, flip: str) -> Told:
    """Give the words of the front; `paper` as it is written, `flip` the edge to turn about."""
    on = f"1. Print both pages on one sheet of {paper}: actual size (100%), both sides, "
    return Told(
        "Front",
        (f"{on}flip on the {flip} edge.", _MEASURE),
        ("3. Turn the sheet over and go on there.",),
    )


def back_of(printer: str, flip: str) -> Told:
    """Give the words of the back."""
    turned = (
        f"If the words of the front are upside down there, write “flip: short” for {printer} in "
        "printers.yaml, make this sheet anew and print it again."
    )
    return Told(
        "Back",
        (_HOLD, turned, _READ) if flip == "long" else (_HOLD, _READ),
        (
            "6. Type your two numbers, such as 1.5 and -0.5, like this:",
            f"printkit calibrate {printer} --right 1.5mm --down -0.5mm",
            f"7. Build sheets for this printer with --printer {printer}.",
        ),
    )
