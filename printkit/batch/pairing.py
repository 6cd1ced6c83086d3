"""Which offices have a bilingual edition, and whose text is on its other side."""

from dataclasses import replace

from printkit.batch.library import Loaded, language_for
from printkit.batch.options import Options
from printkit.errors import Place, Problem, WrongUsage
from printkit.model.bulletin import Bulletin
from printkit.model.formats import BILINGUAL
from printkit.model.office import Office
from printkit.ordering import Order


def require_partners(options: Options, offices: dict[str, Office]) -> None:
    """Raise WrongUsage where a bilingual edition is asked of an office that names no other."""
    if BILINGUAL not in options.formats:
        return
    known = [name for name, office in offices.items() if office.bilingual]
    alone = [name for name in options.offices if name not in known]
    if alone or not known:
        who = f"office `{alone[0]}` names" if alone else "no office names"
        listed = f", expected one of {', '.join(f'`{name}`' for name in known)}" if known else ""
        raise WrongUsage(
            f"{who} no other for the other side of a bilingual edition{listed}",
            "add `bilingual: ` and another office's short name to it in layouts/offices.yaml",
        )


def other_side(order: Order, partner: Office, loaded: Loaded) -> Order | Problem:
    """Give the order of the other side, or why there is none."""
    versions = dict(loaded.versions)
    language = language_for(partner, tuple(versions))
    version = versions[language]
    if isinstance(version, Bulletin) and language != order.bulletin.language:
        return replace(order, bulletin=version, office=partner, formats=(), warnings=())
    place = Place(order.bulletin.file)
    if not isinstance(version, Bulletin):
        message = f"has errors in `{language}`, the other side of `{order.office.identity}`"
        check = f"printkit check {order.bulletin.identity} --office {partner.identity}"
        return Problem(message, place, f"type `{check}`")
    # An office whose own language is not to be had is set in another, which may be its partner's.
    own = _base(order.office.language)
    wanted = own if own != _base(order.bulletin.language) else _base(partner.language)
    message = f"has no text in `{wanted}` for the two sides of `{order.office.identity}`"
    hint = f"type `printkit new {order.bulletin.identity} --language {wanted}`, and fill it in"
    return Problem(message, place, hint)


def _base(language: str) -> str:
    return language.partition("-")[0]
