"""Pictures of networks: one, or the same network on several days."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from io import BytesIO
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from idebur.errors import MissingExtra, UnknownKey
from idebur.graph.drawing.labels import Measure
from idebur.graph.drawing.pages import Page, page, series
from idebur.graph.drawing.painting import SETTINGS, measure_with, paint
from idebur.graph.drawing.scenes import scene
from idebur.messages import LANGUAGES, Lang
from idebur.placing import place

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["FORMATS", "draw", "draw_snapshots"]

FORMATS = (".pdf", ".png", ".svg")
"""The endings of files that a picture can be written to."""

_DPI = 150
_LEAST_INCHES = 3.0


def draw(
    graph: nx.Graph[Any],
    path: str | os.PathLike[str] | None = None,
    *,
    title: str | None = None,
    lang: Lang = "en",
    ax: Axes | None = None,
    size: tuple[float, float] | None = None,
    show: str | Iterable[str] | None = None,
) -> Figure:
    """Draw a network, and write it to *path* where one is given (PNG, SVG or PDF, by its ending).

    Sectors differ in colour and shape; bodies and agreements are boxes with their name inside, in the middle of those
    who are tied to them; kinds of edge differ in the pattern of their line, and edges of one pattern between the same
    two nodes are one line with their number on it. In a projection the width of a line is its weight, and a two-mode
    network stands in two columns. No name lies on another or leaves the picture: where there is no room those of the
    least connected nodes are left out, and the caption says how many. The same graph gives the same file, byte for
    byte, in whatever order it was made.

    *show* names the kinds of node to draw, or ``"all"``. Where it is left out, a projection or a graph without kinds is
    drawn whole; of the graph of an agreement the actors, the bodies and the agreements are drawn, each seat or office
    counting as the body that it belongs to, and without those actors that are tied to nothing of it. *size* is width
    and height in inches; where it is left out the picture is as large as the network needs, up to about 24 by 18
    inches. *ax* is a part of a figure of your own, all of which the picture then takes. *lang* is the language of
    legend and caption.

    Raises:
        MissingExtra: matplotlib is not installed.
        UnknownKey: *show* names a kind that no node has, or *lang* is neither ``sv`` nor ``en``.
        Unmeasurable: a weight is no finite number above zero, or there are more than 2,000 nodes or 10,000 edges.
        ValueError: the path ends in something else, or *size* (or *ax*) is less than three inches, or both are given.
        OSError: the file cannot be written; what stood there before is kept.
    """
    drawn = scene(graph, show)
    with _painting(path, lang, size):
        if ax is not None:
            if size is not None:
                raise ValueError("size belongs to a picture of its own; leave it out where ax is given")
            return _on_axes(ax, lambda measure, room: page(drawn, lang, title or "", room, measure), path)
        return _alone(lambda measure, room: page(drawn, lang, title or "", room, measure), size, path)


def draw_snapshots(
    snapshots: Mapping[Any, nx.Graph[Any]],
    path: str | os.PathLike[str] | None = None,
    *,
    title: str | None = None,
    lang: Lang = "en",
    size: tuple[float, float] | None = None,
    show: str | Iterable[str] | None = None,
) -> Figure:
    """Draw the same network on several days as panels in the order of the days, each node in the same place in all.

    *snapshots* maps a day (or any other heading) to its graph. The rest is as for :func:`draw`; names that find no room
    are left out in every panel, and edges that are drawn as one line carry no number, but are wider.

    Raises:
        As :func:`draw`.
    """
    import networkx as nx

    days = sorted(snapshots, key=lambda day: day.isoformat() if isinstance(day, date) else str(day))
    union: nx.Graph[Any] = nx.compose_all([snapshots[day] for day in days]) if days else nx.Graph()
    union.graph.pop("day", None)
    whole = scene(union, show)
    parts = [(str(day), scene(snapshots[day], like=whole)) for day in days]
    with _painting(path, lang, size):
        return _alone(lambda measure, room: series(whole, parts, lang, title or "", room, measure), size, path)


Setting = Callable[[Measure, "tuple[float, float] | None"], Page]


@contextmanager
def _painting(path: str | os.PathLike[str] | None, lang: Lang, size: tuple[float, float] | None) -> Iterator[None]:
    """Refuse what cannot be drawn before anything is, and keep the user's own settings out of the picture."""
    if lang not in LANGUAGES:
        raise UnknownKey(str(lang), "language", LANGUAGES)
    if path is not None and Path(path).suffix.lower() not in FORMATS:
        raise ValueError(
            f"a picture cannot be written to {os.fspath(path)!r}: let its name end in {' or '.join(FORMATS)}"
        )
    if size is not None and not all(isfinite(inches) and inches >= _LEAST_INCHES for inches in size):
        raise ValueError(
            f"{size} is no size for a picture: give its width and height, each {_LEAST_INCHES:g} inches or more"
        )
    try:
        import matplotlib as mpl
    except ImportError:
        raise MissingExtra("matplotlib", "drawing") from None
    type_settings = {name: mpl.rcParamsDefault[name] for name in ("text.hinting", "text.hinting_factor")}
    with mpl.rc_context(SETTINGS | type_settings), warnings.catch_warnings():
        # A sign that the typeface lacks is drawn as an empty box: that is seen, and no warning is needed.
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from font")
        yield


def _alone(setting: Setting, size: tuple[float, float] | None, path: str | os.PathLike[str] | None) -> Figure:
    """A picture of its own, as large as its page."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = _picture_class()(dpi=_DPI, facecolor="white")
    FigureCanvasAgg(figure)
    set_page = setting(measure_with(figure), (size[0] * 72, size[1] * 72) if size else None)
    figure.set_size_inches(set_page.width / 72, set_page.height / 72)
    paint(figure.add_axes((0.0, 0.0, 1.0, 1.0)), set_page)
    _write(figure, set_page, path)
    return figure


def _on_axes(ax: Axes, setting: Setting, path: str | os.PathLike[str] | None) -> Figure:
    figure = ax.get_figure(root=True)
    if figure is None:
        raise ValueError("the axes belong to no figure")
    extent = ax.get_window_extent()
    room = float(extent.width) * 72 / figure.dpi, float(extent.height) * 72 / figure.dpi
    if min(room) < _LEAST_INCHES * 72:
        raise ValueError(f"the axes are too small for a picture: give them {_LEAST_INCHES:g} inches or more each way")
    set_page = setting(measure_with(figure), room)
    paint(ax, set_page)
    _write(figure, set_page, path)
    return figure


@cache
def _picture_class() -> type[Figure]:
    from matplotlib.figure import Figure

    class Picture(Figure):
        """A figure that a notebook shows without pyplot."""

        def _repr_png_(self) -> bytes:
            file = BytesIO()
            self.savefig(file, format="png", dpi=_DPI * 2 / 3)
            return file.getvalue()

    return Picture


def _write(figure: Figure, set_page: Page, path: str | os.PathLike[str] | None) -> None:
    """Write the whole picture or nothing, and no date into it, so that the same picture is the same bytes."""
    if path is None:
        return
    target = Path(path)
    ending = target.suffix.lower()
    title, told = set_page.said("title"), set_page.said("caption")
    metadata: dict[str, Any] = {"Title": title} if title else {}
    metadata["Subject" if ending == ".pdf" else "Description"] = told
    metadata |= {".pdf": {"CreationDate": None}, ".svg": {"Date": None}}.get(ending, {})
    made = BytesIO()
    figure.savefig(made, format=ending[1:], dpi=_DPI, metadata=metadata, facecolor="white")
    place({target: made.getvalue()})
