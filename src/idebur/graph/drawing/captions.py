"""What a picture says in words: the legend of its marks and lines, and the caption, both from what is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from idebur.graph.drawing.scenes import ACTORS, Scene
from idebur.graph.drawing.styles import FAMILIES, HUBS, OTHER, Family, Look, family_of, look_of
from idebur.graph.kinds import edge_label, node_label
from idebur.graph.projections import PROJECTIONS
from idebur.messages import Lang
from idebur.messages.drawing import PHRASES
from idebur.vocabulary import Vocabularies

__all__ = ["Fitted", "Sign", "caption", "legend", "phrase", "width_of"]

_MOST_NAMED = 6
_MOST_KINDS = 12
_WIDEST = 3.8
_ALIKE = 1.1


@frozen
class Sign:
    """A line of the legend: what is shown (a node's look, a hub's kind, a family of edges) and what it is called."""

    text: str
    look: Look | None = None
    hollow: bool = False
    hub: str = ""
    family: Family | None = None
    width: float = 1.0
    pale: bool = False


@frozen
class Fitted:
    """What found no room in a picture, or was cut to find it."""

    unlabelled: int = 0
    unnumbered: int = 0
    cut: int = 0
    legend: bool = True


def phrase(name: str, lang: Lang, /, **params: object) -> str:
    """One of the sentences of the catalogue, filled in."""
    sv, en = PHRASES[name]
    return (sv if lang == "sv" else en).format(**params)


def legend(scene: Scene, lang: Lang) -> tuple[Sign, ...]:
    """The signs that occur in a scene: sectors, other kinds of node, kinds of edge, weights."""
    signs = [*_nodes(scene, lang), *_edges(scene, lang)]
    if any(not tie.certain for tie in scene.ties):
        signs.append(Sign(phrase("uncertain", lang), family=family_of(""), pale=True))
    return tuple(signs)


def _nodes(scene: Scene, lang: Lang) -> list[Sign]:
    signs = []
    there = {dot.kind for dot in scene.dots}
    marked = [dot for dot in scene.dots if not dot.hub and dot.kind not in OTHER]
    order = [word for word in ("civil-society", "public", "business", "academia") if word in scene.sectors]
    for sector in (*order, *(one for one in scene.sectors if one not in order)):
        of_it = next((dot for dot in marked if dot.sector == sector), None)
        if of_it is not None:
            signs.append(Sign(_sector(sector, lang), look=of_it.look))
    bare = [dot for dot in marked if not dot.sector]
    if bare and signs:
        signs.append(Sign(phrase("no-sector", lang), look=look_of("", "", ())))
    elif any(dot.kind for dot in bare):
        kinds = sorted({dot.kind for dot in bare})
        text = node_label(kinds[0], lang) if len(kinds) == 1 and kinds[0] not in ACTORS else phrase("actor", lang)
        signs.append(Sign(text, look=look_of("", "", ())))
    if any(dot.collective for dot in scene.dots):
        signs.append(Sign(phrase("many", lang), look=look_of("", "", ()), hollow=True))
    signs += [Sign(node_label(kind, lang), hub=kind) for kind in HUBS if kind in there]
    signs += [Sign(node_label(kind, lang), look=look) for kind, look in OTHER.items() if kind in there]
    return signs


def _edges(scene: Scene, lang: Lang) -> list[Sign]:
    signs = []
    kinds: dict[str, set[str]] = {}
    families: dict[str, Family] = {}
    for tie in scene.ties:
        kinds.setdefault(tie.family.name, set()).update(tie.kinds)
        families[tie.family.name] = tie.family
    order = [family.name for family in FAMILIES]
    for name in sorted(kinds, key=lambda name: (order.index(name) if name in order else len(order), name)):
        words = sorted({edge_label(kind, _words(), lang) for kind in kinds[name] if kind})
        if len(words) > _MOST_KINDS:
            words = [*words[:_MOST_KINDS], "…"]
        if words or len(kinds) > 1:
            signs.append(
                Sign(", ".join(words) or phrase("tie", lang), family=families[name], width=families[name].width)
            )
    weights = sorted({tie.weight for tie in scene.ties})
    if scene.weighted and len(weights) > 1:
        samples = sorted({weights[0], weights[len(weights) // 2], weights[-1]})
        signs += [Sign(f"{weight:g}", family=family_of(""), width=width_of(scene, weight)) for weight in samples]
    return signs


def width_of(scene: Scene, weight: float) -> float:
    """The width of the line for a weight, in points: as the root of the weight, so that the largest do not shout.

    Where all weights are the same the lines are thin.
    """
    if len({tie.weight for tie in scene.ties}) < 2:
        return _ALIKE
    largest = max((tie.weight for tie in scene.ties), default=1.0)
    return max(0.6, _WIDEST * float((weight / largest) ** 0.5))


def caption(scene: Scene, lang: Lang, fitted: Fitted, *, panels: bool = False) -> str:
    """What the picture shows: whose agreements, on which day, how much of it, what a number means, what is left out."""
    said = [*_whose(scene, lang)]
    if scene.dots:
        said.append(phrase("together" if panels else "size", lang, nodes=len(scene.dots), edges=scene.edges))
    else:
        said.append(phrase("empty", lang))
    several_weights = scene.weighted and len({tie.weight for tie in scene.ties}) > 1
    if scene.weighted and _counts(scene, lang):
        said.append(phrase("counts", lang, counts=_counts(scene, lang).rstrip(".")))
    if several_weights:
        said.append(phrase("weight", lang))
    elif scene.weighted:
        said.append(phrase("same", lang, n=f"{scene.ties[0].weight:g}"))
    elif any(tie.number > 1 for tie in scene.ties):
        said.append(phrase("wide" if panels else "merged", lang))
    if scene.folded:
        said.append(phrase("folded", lang))
    return " ".join([*said, *_left_out(scene, lang), *_no_room(scene, lang, fitted)])


def _counts(scene: Scene, lang: Lang) -> str:
    """What a weight counts: in the words of the projection, or in those that the graph itself has."""
    known = PROJECTIONS.get(scene.said("projection"))
    return known.counts[lang] if known else scene.said("counts")


def _whose(scene: Scene, lang: Lang) -> Iterator[str]:
    keys = [key.strip() for key in scene.said("agreements").split(",") if key.strip()]
    if len(keys) > _MOST_NAMED:
        yield phrase("many-agreements", lang, n=len(keys))
    elif keys:
        yield phrase("agreement" if len(keys) == 1 else "agreements", lang, names=", ".join(keys))
    name = scene.said("projection")
    if name:
        yield PROJECTIONS[name].rule[lang] if name in PROJECTIONS else phrase("projection", lang, name=name)
    if scene.said("day"):
        yield phrase("day", lang, day=scene.said("day"))


def _left_out(scene: Scene, lang: Lang) -> Iterator[str]:
    left = [f"{node_label(kind, lang) if kind else '?'} ({n})" for kind, n in scene.hidden]
    if scene.alone:
        left.append(f"{phrase('alone', lang)} ({scene.alone})")
    if left:
        yield phrase("hidden", lang, kinds=", ".join(left))


def _no_room(scene: Scene, lang: Lang, fitted: Fitted) -> Iterator[str]:
    if fitted.unlabelled:
        yield phrase("unlabelled", lang, n=fitted.unlabelled, all=len(scene.dots))
    if fitted.unnumbered:
        yield phrase("unnumbered", lang, n=fitted.unnumbered)
    if fitted.cut:
        yield phrase("cut", lang, n=fitted.cut)
    if not fitted.legend:
        yield phrase("no-legend", lang)


@cache
def _words() -> Vocabularies:
    return Vocabularies()


def _sector(word: str, lang: Lang) -> str:
    return _words().label("sector", word, lang)
