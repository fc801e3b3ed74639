"""How agreements are governed, in words and as data: who leads, who appoints, who convenes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from idebur.cli.layouts import called, first_of, number, share, wrapped
from idebur.errors import Unmeasurable
from idebur.graph.measures.acts import ADMINISTRATIVE, LEAD, SHARED, Observation
from idebur.graph.measures.governance import AppointmentPower, Dependence, appointment_power, dependence_on_convenor
from idebur.graph.measures.governance_form import Form, Majority, forms
from idebur.messages import Lang
from idebur.messages.networking import phrase

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["governance_data", "governance_lines"]

Names = Mapping[Hashable, str]

_MOST_TOLD = 5
"""Up to so many agreements are told one by one."""

_MOST_ACTORS = 15
"""So many of those who appoint or convene are named."""


def governance_lines(graph: nx.MultiDiGraph[str], lang: Lang) -> list[str]:
    """Tell how the agreements in a graph of one day or one version are governed."""
    return [*_forms(graph, lang), *_appointments(graph, lang), *_convening(graph, lang)]


def governance_data(graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Give the same as data: nothing is shortened; what cannot be measured is left out."""
    found: dict[str, Any] = {}
    for name, ask in (("forms", _forms_data), ("appointments", _appointments_data), ("convening", _convening_data)):
        try:
            found[name] = ask(graph)
        except Unmeasurable:
            continue
    return found


# --- the form of governance ---


def _forms(graph: nx.MultiDiGraph[str], lang: Lang) -> Iterator[str]:
    yield phrase("form", lang)
    try:
        found = forms(graph)
    except Unmeasurable:
        yield f"  {phrase('no-parties', lang)}"
        return
    if len(found) <= _MOST_TOLD:
        names = called(graph, _entities(found.values()))
        for agreement, form in found.items():
            yield from wrapped(f"{agreement.removeprefix('agreement/')}: {_form(form, names, lang)}", "  ", "    ")
            yield from _acts("coordination", form, form.coordination, names, lang)
            yield from _acts("decision", form, form.decisions, names, lang)
        return
    counts = Counter(_short(form) for form in found.values())
    width = len(str(max(counts.values())))
    for name, count in counts.most_common():
        yield f"  {count:>{width}}  {phrase(f'counted-{name}', lang)}"


def _entities(found: Iterable[Form]) -> list[str]:
    """Everybody in whose hands something lies, each once."""
    acts = (act for form in found for act in form.observations)  # a majority lies with those with whom the acts lie
    hands = (act.hands for act in acts)
    return list(dict.fromkeys(one for one in hands if one is not None))


def _short(form: Form) -> str:
    return form.form or ("mixed" if _is_mixed(form) else "none")


def _is_mixed(form: Form) -> bool:
    return form.form is None and None not in {form.coordination.speaks_for, form.decisions.speaks_for}


def _form(form: Form, names: Names, lang: Lang) -> str:
    if form.form is not None:
        return phrase(f"form-{form.form}", lang, hands="" if form.hands is None else names[form.hands])
    if _is_mixed(form):
        return phrase("form-mixed", lang)
    if form.leans is not None:
        return phrase("form-leans", lang, form=phrase(f"leans-{form.leans}", lang))
    return phrase("form-none", lang)


def _acts(act: str, form: Form, majority: Majority, names: Names, lang: Lang) -> Iterator[str]:
    if not majority.count:
        yield from wrapped(phrase(f"{act}-nobody", lang), "    ", "      ")
        return
    if majority.speaks_for is None:
        yield from wrapped(phrase(f"{act}-none", lang), "    ", "      ")
    else:
        yield from wrapped(phrase(act, lang, hands=_hands(majority, names, lang)), "    ", "      ")
    for one in form.observations:
        if one.act == act:
            yield from wrapped(_act(one, names, lang), "    - ", "      ")


def _act(one: Observation, names: Names, lang: Lang) -> str:
    paths = ", ".join(one.paths)
    return phrase("act", lang, said=one.said, paths=paths, hands=_hands(one, names, lang))


def _hands(one: Majority | Observation, names: Names, lang: Lang) -> str:
    if one.speaks_for is None:
        return phrase("hands-untold", lang)
    if one.speaks_for == SHARED or one.hands is None:
        return phrase("hands-shared", lang)
    known = {LEAD: "hands-one", ADMINISTRATIVE: "hands-outside"}
    return phrase(known[one.speaks_for], lang, name=names[one.hands])


def _forms_data(graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    return {
        agreement.removeprefix("agreement/"): {
            "form": form.form,
            "leans": form.leans,
            "hands": form.hands,
            **{
                name: {"acts": majority.count, "speaks-for": majority.speaks_for, "hands": majority.hands}
                for name, majority in (("coordination", form.coordination), ("decisions", form.decisions))
            },
            "acts": [
                {
                    "act": one.act,
                    "kind": one.kind,
                    "doers": list(one.doers),
                    "target": one.target,
                    "speaks-for": one.speaks_for,
                    "hands": one.hands,
                    "paths": list(one.paths),
                }
                for one in form.observations
            ],
        }
        for agreement, form in forms(graph).items()
    }


# --- who appoints ---


def _appointments(graph: nx.MultiDiGraph[str], lang: Lang) -> Iterator[str]:
    yield ""
    yield phrase("appointments", lang)
    try:
        power = appointment_power(graph)
    except Unmeasurable:
        yield f"  {phrase('no-posts', lang)}"
        return
    said = len(power.said)
    told = phrase("posts" if said else "posts-none", lang, all=said + len(power.unsaid), said=said)
    if power.ex_officio:
        told += " " + phrase("ex-officio", lang, n=len(power.ex_officio))
    yield from wrapped(told, "  ", "  ")
    yield from first_of(_appointers(graph, power, lang), _MOST_ACTORS, len(power.appointers), lang)


def _appointers(graph: nx.MultiDiGraph[str], power: AppointmentPower, lang: Lang) -> Iterator[str]:
    names = called(graph, power.appointers)
    for node, one in sorted(power.appointers.items(), key=lambda item: (-item[1].share, names[item[0]])):
        said = {"name": names[node], "n": len(one.posts), "share": share(one.share, lang), "own": one.own}
        yield from wrapped(phrase("appointer-own" if one.own else "appointer", lang, **said), "  - ", "    ")


def _appointments_data(graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    power = appointment_power(graph)
    return {
        "said": list(power.said),
        "unsaid": list(power.unsaid),
        "ex-officio": list(power.ex_officio),
        "appointers": {
            node: {"posts": list(one.posts), "share": one.share, "own": one.own}
            for node, one in power.appointers.items()
        },
    }


# --- who convenes ---


def _convening(graph: nx.MultiDiGraph[str], lang: Lang) -> Iterator[str]:
    yield ""
    yield phrase("convening", lang)
    try:
        found = dependence_on_convenor(graph)
    except Unmeasurable:
        yield from wrapped(phrase("nobody-convenes", lang), "  ", "  ")
        return
    said = len(found.convened)
    told = phrase("convened", lang, all=said + len(found.unsaid), said=said)
    yield from wrapped(f"{told} {phrase('concentration', lang, value=number(found.concentration, lang))}", "  ", "  ")
    yield from first_of(
        _convenors(found, called(graph, found.convenors), lang), _MOST_ACTORS, len(found.convenors), lang
    )


def _convenors(found: Dependence, names: Names, lang: Lang) -> Iterator[str]:
    for node, one in sorted(found.convenors.items(), key=lambda item: (-item[1].share, names[item[0]])):
        said = {"name": names[node], "share": share(one.share, lang), "n": len(one.alone)}
        yield from wrapped(phrase("convenor" if one.alone else "convenor-shared", lang, **said), "  - ", "    ")


def _convening_data(graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    found = dependence_on_convenor(graph)
    return {
        "convened": list(found.convened),
        "unsaid": list(found.unsaid),
        "concentration": found.concentration,
        "convenors": {
            node: {"alone": list(one.alone), "together": list(one.together), "share": one.share}
            for node, one in found.convenors.items()
        },
    }
