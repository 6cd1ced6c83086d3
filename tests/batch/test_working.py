"""What a worker makes of an order: an edition for each recipient, whatever comes of the others."""

from dataclasses import replace

from printkit.batch.options import Options
from printkit.batch.project import Project
from printkit.batch.working import Fault, Wanted, made_of
from printkit.cli.asking import planner_for, storeroom
from printkit.model.recipient import Recipient

PLAIN = "title: Prayer Requests\nregions:\n  - {name: Africa, requests: [Give thanks.]}\n"
WANTED = Wanted({}, pictured=True)


class Broken(Recipient):
    """A recipient whose line is a fault of our own."""

    @property
    def line(self):
        """Fail."""
        raise LookupError(self.identity)


def _order(folder):
    (folder / "bulletins").mkdir()
    (folder / "bulletins/week.yaml").write_text(PLAIN, encoding="utf-8")
    plan = planner_for(Project(folder), storeroom()).plan([], Options(offices=("us",)))
    return plan.entries[0].order


def test_an_order_is_made_as_it_is_or_for_each_recipient(tmp_path):
    """Pictures are made of the office's own edition alone."""
    order = _order(tmp_path)
    (own,) = made_of(order, (), WANTED)
    assert [len(file.pictures) for file in own.files] == [1, 2]
    listed = (Recipient("a", "Grace"), Recipient("b", "Hope"))
    made = list(made_of(order, listed, WANTED))
    assert [file.pictures for one in made for file in one.files] == [()] * 4
    again = made_of(replace(order, recipient=listed[1]), (), Wanted({}))
    assert [file.data for file in made[1].files] == [
        file.data for one in again for file in one.files
    ]


def test_a_fault_stops_one_edition_alone(tmp_path):
    """It says what it was, and the next is made."""
    listed = (Broken("a", "Grace"), Recipient("b", "Hope"))
    broken, whole = made_of(_order(tmp_path), listed, WANTED)
    assert broken == Fault("LookupError: a")
    assert len(whole.files) == 2
