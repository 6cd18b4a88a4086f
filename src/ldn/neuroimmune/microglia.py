"""Microglia as a mosaic: somata placed in three dimensions, territories seen on a plane through them.

A territory is everything nearer to one soma than to any other (a Voronoi cell). The plane z = 0 cuts the
three-dimensional territories; what it shows is computed exactly, as the power diagram of the somata projected
onto the plane with weights −z² (Aurenhammer 1987), which the lower hull of the points (x, y, x² + y² + z²)
gives. SciPy finds the hull and the nearest neighbours; shapely clips and measures the territories.

What this leaves out: processes do not fill a territory to its edge, territories are not convex polyhedra,
density differs between regions and between grey and white matter, and the regular arrangements are idealised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
from numpy.typing import ArrayLike
from scipy.spatial import ConvexHull, KDTree
from scipy.spatial.transform import Rotation
from scipy.special import gamma

from ldn.pharmacology.arguments import array, choice, count, number
from ldn.reference import neuroimmune as reference

if TYPE_CHECKING:
    import pandas as pd
    from shapely import Polygon

Arrangement = Literal["close_packed", "cubic", "random"]

UM3_PER_MM3 = 1e9

# Somata of one lattice cell of unit edge, and how many that is.
_LATTICE = {
    "cubic": np.array([[0.0, 0.0, 0.0]]),
    "close_packed": np.array([[0.0, 0.0, 0.0], [0.5, 0.5, 0.0], [0.5, 0.0, 0.5], [0.0, 0.5, 0.5]]),
}

# Space around the window, in units of density^(-1/3), that is filled too, so that no territory inside the
# window is shaped by the edge. Random arrangements have the largest holes.
_MARGIN = 5.0

# More cells than a picture can show, and still a second's work.
_MOST_CELLS = 60_000


@dataclass(frozen=True)
class Territories:
    """Territories that the plane z = 0 shows inside a window; one entry a territory, in no special order.

    Attributes
    ----------
    points_um : ndarray (n, 3)
        Somata; z is the distance from the plane. A soma may lie outside the window that its territory
        reaches.
    spacing_um : ndarray (n,)
        Distance in space from each soma to its nearest neighbour.
    area_um2 : ndarray (n,)
        Area that the plane shows of each territory, inside the window; they add up to the window.
    neighbours : tuple of ndarray
        For each territory the indices of those that share a border with it inside the window.
    polygons : tuple of shapely.Polygon
        Outlines on the plane, µm.
    touches_edge : ndarray of bool (n,)
        Whether the window cuts the territory.
    density_per_mm3, window_um, arrangement
        What it was made from.

    Notes
    -----
    A plane meets large territories more often than small ones. In a random arrangement the cells that it
    shows are therefore a little farther apart than all cells are; in a regular one there is no such bias.
    """

    points_um: np.ndarray
    spacing_um: np.ndarray
    area_um2: np.ndarray
    neighbours: tuple[np.ndarray, ...]
    polygons: tuple[Polygon, ...]
    touches_edge: np.ndarray
    density_per_mm3: float
    window_um: tuple[float, float]
    arrangement: Arrangement

    def __len__(self) -> int:
        return len(self.points_um)

    @property
    def territory_volume_um3(self) -> float:
        """Mean volume of a territory, µm³: the inverse of the density."""
        return UM3_PER_MM3 / self.density_per_mm3

    @cached_property
    def neighbour_count(self) -> np.ndarray:
        """How many territories border on each, inside the window."""
        return np.array([len(near) for near in self.neighbours])

    def to_frame(self) -> pd.DataFrame:
        """One row a territory: soma (µm), spacing (µm), area (µm²), number of neighbours, cut by the edge."""
        import pandas as pd

        x, y, z = self.points_um.T
        return pd.DataFrame(
            {
                "x_um": x,
                "y_um": y,
                "z_um": z,
                "spacing_um": self.spacing_um,
                "area_um2": self.area_um2,
                "neighbours": self.neighbour_count,
                "touches_edge": self.touches_edge,
            }
        )


def tile_territories(
    density_per_mm3: float,
    area_um: tuple[float, float],
    seed: int,
    *,
    arrangement: Arrangement = "close_packed",
    irregularity: float = 0.05,
) -> Territories:
    """Territories of microglia on a plane through a three-dimensional mosaic.

    Parameters
    ----------
    density_per_mm3 : float
        Somata per mm³, above 0.
    area_um : (float, float)
        Width and height of the window on the plane, µm.
    seed : int
        Same seed, same mosaic.
    arrangement : {"close_packed", "cubic", "random"}
        The two regular ones are lattices in a random orientation; random is a Poisson process.
    irregularity : float
        Standard deviation of each soma's displacement from its lattice place along each axis, as a fraction
        of the lattice's nearest-neighbour distance, 0–0.5. A choice for teaching, not a measured figure.
        Ignored by random.

    Returns
    -------
    Territories

    Raises
    ------
    TypeError, ValueError
        Name the argument, the value and the allowed range.
    """
    import shapely

    width, height = _window(area_um)
    pitch = _pitch_um(density_per_mm3)
    margin = _MARGIN * pitch
    box = (width + 2 * margin, height + 2 * margin, 2 * margin)
    somata = place_somata(density_per_mm3, box, seed, arrangement=arrangement, irregularity=irregularity)
    somata -= (margin, margin, margin)

    window = shapely.box(0, 0, width, height)
    outlines, pairs = _section(somata)
    clipped = shapely.intersection(list(outlines.values()), window)
    areas = shapely.area(clipped)
    seen = areas > 1e-9 * pitch**2
    cells = np.array(list(outlines))[seen]
    outlines_um = shapely.normalize(clipped[seen])
    spacing, _ = KDTree(somata).query(somata[cells], k=2)
    return Territories(
        points_um=somata[cells],
        spacing_um=spacing[:, 1],
        area_um2=areas[seen],
        neighbours=_neighbours(cells, pairs, outlines_um, shortest_um=1e-6 * pitch),
        polygons=tuple(outlines_um),
        touches_edge=~shapely.contains_properly(window, outlines_um),
        density_per_mm3=float(density_per_mm3),
        window_um=(width, height),
        arrangement=arrangement,
    )


def place_somata(
    density_per_mm3: float,
    box_um: tuple[float, float, float],
    seed: int,
    *,
    arrangement: Arrangement = "close_packed",
    irregularity: float = 0.05,
) -> np.ndarray:
    """Somata in the box from 0 to ``box_um`` (µm), shape (n, 3); arguments as in `tile_territories`.

    A lattice has a random orientation and offset, so that the number in the box varies a little.
    """
    pitch = _pitch_um(density_per_mm3)
    box = np.array(_edges("box_um", box_um, 3))
    arrangement = choice("arrangement", arrangement, get_args(Arrangement))
    jitter = number("irregularity", irregularity, low=0, high=0.5)
    expected = float(np.prod(box / pitch))
    if expected > _MOST_CELLS:
        raise ValueError(
            f"density_per_mm3 = {density_per_mm3:g} cells/mm³ is not allowed in a box of "
            f"{' × '.join(f'{edge:.4g}' for edge in box)} µm: at most {_MOST_CELLS} cells, not {expected:.3g}"
        )
    random = np.random.default_rng(int(count("seed", seed, low=0)))
    if arrangement == "random":
        return random.uniform(0, box, size=(random.poisson(expected), 3))

    motif = _LATTICE[arrangement]
    edge = pitch * len(motif) ** (1 / 3)
    # A block of lattice that covers the box in every orientation.
    half = int(np.ceil(np.linalg.norm(box) / 2 / edge)) + 1
    steps = np.arange(-half, half + 1)
    origins = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(-1, 1, 3)
    lattice = (origins + motif + random.uniform(size=3)).reshape(-1, 3) * edge
    somata = Rotation.from_quat(random.normal(size=4)).apply(lattice) + box / 2
    somata += random.normal(0, jitter * expected_spacing_um(density_per_mm3, arrangement), somata.shape)
    return somata[np.all((somata >= 0) & (somata < box), axis=1)]


def expected_spacing_um(density_per_mm3: float, arrangement: Arrangement = "close_packed") -> float:
    """Mean distance from a soma to its nearest neighbour, µm, in closed form.

    With d = density^(-1/3): cubic d; close-packed 2^(1/6) d, the widest spacing that any arrangement allows;
    random Γ(4/3) (4π/3)^(-1/3) d = 0.554 d (Bhattacharyya & Chakrabarti 2003).
    """
    choice("arrangement", arrangement, get_args(Arrangement))
    factor = {
        "cubic": 1.0,
        "close_packed": 2 ** (1 / 6),
        "random": float(gamma(4 / 3)) * (4 * np.pi / 3) ** (-1 / 3),
    }[arrangement]
    return factor * _pitch_um(density_per_mm3)


def process_arrival(
    territories: Territories, injury_um: tuple[float, float], *, speed_um_per_min: float | None = None
) -> pd.DataFrame:
    """When each cell's processes can reach a small injury on the plane, at constant speed.

    ``earliest_min`` starts at the edge of the cell's territory, where processes already are; ``latest_min``
    at the soma. ``ring`` is 0 for the cell in whose territory the injury lies, 1 for its neighbours, else 2.
    One row a territory, in the order of `territories`, so that its index is the territory's.

    Speed defaults to that of processes at rest in mouse slices (`ldn.reference.neuroimmune`); no signal that
    spreads, no delay and no speeding up are in it. ValueError if the injury is outside the window.
    """
    import pandas as pd
    import shapely

    if speed_um_per_min is None:
        speed_um_per_min = reference.parameter("process_speed_um_per_min").value
    speed = number("speed_um_per_min", speed_um_per_min, "µm/min", low=0, above=True)
    if not isinstance(injury_um, tuple | list | np.ndarray) or len(injury_um) != 2:
        raise TypeError(f"injury_um must be 2 numbers in µm, got {injury_um!r}")
    place = [
        number(f"injury_um[{axis}]", value, "µm", low=0, high=territories.window_um[axis])
        for axis, value in enumerate(injury_um)
    ]
    to_territory = shapely.distance(list(territories.polygons), shapely.Point(place))
    to_soma = np.linalg.norm(territories.points_um - [*place, 0.0], axis=1)
    home = int(np.argmin(to_soma))
    ring = np.full(len(territories), 2)
    ring[territories.neighbours[home]] = 1
    ring[home] = 0
    return pd.DataFrame(
        {"ring": ring, "earliest_min": to_territory / speed, "latest_min": to_soma / speed}
    ).rename_axis("territory")


def visited_share(
    time_min: ArrayLike,
    density_per_mm3: float,
    *,
    tip_width_um: float,
    processes: float | None = None,
    speed_um_per_min: float | None = None,
) -> np.ndarray:
    """Share of a territory that processes have visited by a time, 0 to 1, if they probe it at random.

    A supposition, not a measurement. Each process of a cell moves all the time, and its tip sweeps a path with a
    round cross-section of ``tip_width_um`` at constant speed; paths lie at random and independently in the cell's
    volume 1/ρ, so that what is swept twice counts once (a Poisson process of paths)::

        share = 1 − exp(−n v (π w² / 4) ρ t)

    Parameters
    ----------
    time_min : minutes since the count began, 0 or more.
    density_per_mm3 : somata per mm³, above 0.
    tip_width_um : diameter of what a tip feels, µm, above 0. No published figure stands behind it.
    processes : processes of one cell; None for the published median in mouse slices.
    speed_um_per_min : None for the published speed of processes at rest in mouse slices.

    Returns an array shaped like `time_min`. Raises TypeError or ValueError naming argument, value and range.
    """
    times = array("time_min", time_min, "min", low=0)
    density = number("density_per_mm3", density_per_mm3, "cells/mm³", low=0, above=True)
    width = number("tip_width_um", tip_width_um, "µm", low=0, high=1000, above=True)
    if processes is None:
        processes = _published_processes()
    if speed_um_per_min is None:
        speed_um_per_min = reference.parameter("process_speed_um_per_min").value
    count_of = number("processes", processes, low=0)
    speed = number("speed_um_per_min", speed_um_per_min, "µm/min", low=0)
    swept_um3_per_min = count_of * speed * np.pi * width**2 / 4
    return -np.expm1(-swept_um3_per_min * density / UM3_PER_MM3 * times)


def _published_processes() -> float:
    (figure,) = (one for one in reference.cell_figures("motility") if one.id == "processes_per_cell")
    return figure.value


def share_of_all_cells(
    share_of_non_neuronal: float | None = None, non_neuronal_per_neuron: float | None = None
) -> float:
    """Microglia as a fraction of all brain cells, from their fraction of non-neuronal cells.

    With r non-neuronal cells per neuron it is share · r / (1 + r). Defaults are the published figures in
    `ldn.reference.neuroimmune`: 7 % of non-neuronal cells and about one of these per neuron.
    """
    share = share_of_non_neuronal
    if share is None:
        share = reference.parameter("microglia_per_non_neuronal_cell").value
    ratio = non_neuronal_per_neuron
    if ratio is None:
        ratio = reference.parameter("non_neuronal_cells_per_neuron").value
    share = number("share_of_non_neuronal", share, low=0, high=1)
    ratio = number("non_neuronal_per_neuron", ratio, low=0)
    return share * ratio / (1 + ratio)


def _section(somata: np.ndarray) -> tuple[dict[int, Polygon], np.ndarray]:
    """Outlines on the plane z = 0 by soma, and the pairs of somata whose outlines may touch."""
    import shapely

    lifted = np.column_stack([somata[:, :2], np.sum(somata**2, axis=1)])
    hull = ConvexHull(lifted)
    lower = hull.equations[:, 2] < 0
    a, b, c, _ = hull.equations[lower].T
    corners = np.column_stack([-a / (2 * c), -b / (2 * c)])
    triangles = hull.simplices[lower]

    # Every triangle is a corner of the territories of its three somata. A soma on the outermost rim has an
    # unbounded territory; it lies in the margin, far from the window, and is left out.
    corner_of = np.repeat(np.arange(len(triangles)), 3)
    order = np.argsort(triangles.ravel(), kind="stable")
    cells, starts = np.unique(triangles.ravel()[order], return_index=True)
    edges = np.sort(triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    pairs, uses = np.unique(edges, axis=0, return_counts=True)
    rim = set(pairs[uses == 1].ravel().tolist())
    around = np.split(corner_of[order], starts[1:])
    outlines = {
        int(cell): shapely.MultiPoint(corners[at]).convex_hull
        for cell, at in zip(cells, around, strict=True)
        if cell not in rim
    }
    return outlines, pairs


def _neighbours(
    cells: np.ndarray, pairs: np.ndarray, outlines: np.ndarray, shortest_um: float
) -> tuple[np.ndarray, ...]:
    import shapely

    index = {int(cell): i for i, cell in enumerate(cells)}
    inside = np.array([(index[a], index[b]) for a, b in pairs.tolist() if a in index and b in index])
    near: list[list[int]] = [[] for _ in cells]
    if len(inside):
        # Grown by a hair, so that rounding of the shared corners does not hide a border.
        border = shapely.length(
            shapely.intersection(
                shapely.buffer(outlines[inside[:, 0]], shortest_um, join_style="mitre"),
                shapely.boundary(outlines[inside[:, 1]]),
            )
        )
        for i, j in inside[border > 4 * shortest_um]:
            near[i].append(int(j))
            near[j].append(int(i))
    return tuple(np.array(sorted(row), dtype=int) for row in near)


def _pitch_um(density_per_mm3: float) -> float:
    density = number("density_per_mm3", density_per_mm3, "cells/mm³", low=0, above=True)
    return (UM3_PER_MM3 / density) ** (1 / 3)


def _window(area_um: tuple[float, float]) -> tuple[float, float]:
    width, height = _edges("area_um", area_um, 2)
    return width, height


def _edges(name: str, value: Sequence[float], how_many: int) -> list[float]:
    if not isinstance(value, tuple | list | np.ndarray) or len(value) != how_many:
        raise TypeError(f"{name} must be {how_many} numbers in µm, got {value!r}")
    return [number(f"{name}[{i}]", edge, "µm", low=0, above=True) for i, edge in enumerate(value)]
