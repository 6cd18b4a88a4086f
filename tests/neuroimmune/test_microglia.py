"""Territories: against stereology's closed forms, against brute force, and the promises of the picture."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import KDTree

from ldn.neuroimmune import (
    expected_spacing_um,
    place_somata,
    process_arrival,
    share_of_all_cells,
    tile_territories,
    visited_share,
)

ARRANGEMENTS = ["close_packed", "cubic", "random"]


@pytest.fixture(scope="module", params=ARRANGEMENTS)
def mosaic(request):
    return tile_territories(6500, (500.0, 400.0), 7, arrangement=request.param)


def test_territories_cover_the_window_without_overlap(mosaic):
    assert mosaic.area_um2.sum() == pytest.approx(500 * 400, rel=1e-9)
    assert shapely.union_all(mosaic.polygons).area == pytest.approx(500 * 400, rel=1e-9)
    assert all(p.geom_type == "Polygon" and p.is_valid for p in mosaic.polygons)


def test_every_place_belongs_to_the_nearest_soma_in_space(mosaic):
    somata = place_somata(
        6500, tuple(np.array([500, 400, 0]) + 10 * 1e3 / 6500 ** (1 / 3)), 7, arrangement=mosaic.arrangement
    )
    somata -= 5 * 1e3 / 6500 ** (1 / 3)
    places = np.random.default_rng(1).uniform(0, (500, 400), size=(4000, 2))
    nearest = somata[KDTree(somata).query(np.column_stack([places, np.zeros(4000)]))[1]]
    shown = KDTree(mosaic.points_um).query(nearest)
    assert shown[0].max() < 1e-9, "a territory that the plane shows is missing"
    outlines = np.array(mosaic.polygons, dtype=object)[shown[1]]
    assert shapely.contains_xy(outlines, *places.T).mean() > 0.999


def test_neighbours_share_a_border_and_others_do_not(mosaic):
    for i, near in enumerate(mosaic.neighbours):
        assert i not in near
        for j in near:
            assert i in mosaic.neighbours[j]
            assert mosaic.polygons[i].distance(mosaic.polygons[j]) < 1e-6
        far = np.setdiff1d(np.arange(len(mosaic)), [i, *near])
        borders = [
            mosaic.polygons[i].buffer(1e-6).intersection(mosaic.polygons[j].boundary).length for j in far
        ]
        assert max(borders) < 1e-3
    # Euler: fewer than six on average, on any map.
    assert mosaic.neighbour_count.mean() < 6


def test_edge_and_size_are_told(mosaic):
    inside = shapely.box(1e-6, 1e-6, 500 - 1e-6, 400 - 1e-6)
    assert [not inside.contains(p) for p in mosaic.polygons] == mosaic.touches_edge.tolist()
    assert mosaic.territory_volume_um3 == pytest.approx(1e9 / 6500)
    table = mosaic.to_frame()
    assert len(table) == len(mosaic) == len(mosaic.points_um)
    assert table["area_um2"].tolist() == mosaic.area_um2.tolist()


@pytest.mark.parametrize(
    # Territories cut per area, in units of density^(2/3): density times mean width of a territory. A cube of
    # edge d has mean width 1.5 d; a rhombic dodecahedron of volume d³ has 2 edges, 1.3747 d; a
    # Poisson-Voronoi cell 1.458 d (Meijering 1953).
    ("arrangement", "per_area"),
    [("cubic", 1.5), ("close_packed", 2 * (9 / (16 * math.sqrt(3))) ** (1 / 3)), ("random", 1.458)],
)
def test_the_plane_cuts_as_many_territories_as_stereology_says(arrangement, per_area):
    density, window, rim = 6500, 600.0, 150.0
    core = shapely.box(rim, rim, window - rim, window - rim)
    counted = []
    # A lattice is cut differently in every orientation: forty of them have a standard error of 2 %.
    for seed in range(40):
        mosaic = tile_territories(density, (window, window), seed, arrangement=arrangement, irregularity=0.0)
        # Each territory counts by the share of it that lies in the core, so that the edge does not bias.
        counted.append((shapely.area(shapely.intersection(mosaic.polygons, core)) / mosaic.area_um2).sum())
    found = np.mean(counted) / core.area
    assert found / (density / 1e9) ** (2 / 3) == pytest.approx(per_area, rel=0.05)


@pytest.mark.parametrize(
    ("arrangement", "um"),
    [
        ("cubic", [60.1, 53.6, 50.0, 48.0]),
        ("close_packed", [67.5, 60.1, 56.1, 53.8]),
        ("random", [33.3, 29.7, 27.7, 26.6]),
    ],
)
def test_spacing_from_density(arrangement, um):
    for density, expected in zip([4600, 6500, 8000, 9060], um, strict=True):
        assert expected_spacing_um(density, arrangement) == pytest.approx(expected, abs=0.06)


@pytest.mark.parametrize("arrangement", ["cubic", "close_packed"])
def test_lattices_keep_their_spacing_exactly(arrangement):
    mosaic = tile_territories(6500, (300.0, 300.0), 1, arrangement=arrangement, irregularity=0.0)
    np.testing.assert_allclose(mosaic.spacing_um, expected_spacing_um(6500, arrangement), rtol=1e-9)


def test_only_a_regular_mosaic_reaches_fifty_micrometres():
    spacing = {a: tile_territories(6500, (600.0, 600.0), 3, arrangement=a).spacing_um for a in ARRANGEMENTS}
    assert 50 < spacing["close_packed"].mean() < 62
    assert spacing["random"].mean() < 36
    # Regular also means alike: spread over mean, the regularity that retina workers use, upside down.
    assert spacing["close_packed"].std() / spacing["close_packed"].mean() < 0.1
    assert spacing["random"].std() / spacing["random"].mean() > 0.25


def test_random_cells_are_as_far_apart_as_theory_says():
    somata = place_somata(6500, (1500.0, 1500.0, 1500.0), 5, arrangement="random")
    distance = KDTree(somata).query(somata, k=2)[0][:, 1]
    inside = np.all((somata > 150) & (somata < 1350), axis=1)
    assert distance[inside].mean() == pytest.approx(29.7, rel=0.02)


@settings(max_examples=20, deadline=None)
@given(st.floats(100.0, 50_000.0), st.sampled_from(ARRANGEMENTS), st.integers(0, 1000))
def test_density_is_kept(density, arrangement, seed):
    edge = 12 * 1e3 / density ** (1 / 3)
    somata = place_somata(density, (edge, edge, edge), seed, arrangement=arrangement)
    assert ((somata >= 0) & (somata < edge)).all()
    # 1,728 expected; a Poisson count has a standard deviation of 42, a lattice less.
    assert abs(len(somata) - 12**3) < 5 * math.sqrt(12**3)


@settings(max_examples=15, deadline=None)
@given(st.floats(500.0, 20_000.0), st.sampled_from(ARRANGEMENTS), st.integers(0, 1000))
def test_eight_times_as_dense_is_half_as_far(density, arrangement, seed):
    sparse = tile_territories(density, (400.0, 300.0), seed, arrangement=arrangement)
    dense = tile_territories(8 * density, (200.0, 150.0), seed, arrangement=arrangement)
    np.testing.assert_allclose(np.sort(dense.spacing_um), np.sort(sparse.spacing_um) / 2, rtol=1e-6)
    np.testing.assert_allclose(np.sort(dense.area_um2), np.sort(sparse.area_um2) / 4, rtol=1e-4, atol=1e-6)


def test_more_irregular_is_closer_to_the_next():
    spacing = [
        tile_territories(6500, (600.0, 600.0), 2, irregularity=r).spacing_um.mean()
        for r in (0, 0.05, 0.1, 0.3)
    ]
    assert spacing == sorted(spacing, reverse=True)


def test_a_seed_gives_one_mosaic():
    first, again, other = (tile_territories(6500, (300.0, 300.0), seed) for seed in (4, 4, 5))
    np.testing.assert_array_equal(first.points_um, again.points_um)
    assert not np.array_equal(first.points_um[:5], other.points_um[:5])


def test_an_injury_is_answered_from_home_first_then_by_neighbours():
    mosaic = tile_territories(6500, (400.0, 400.0), 2)
    place = (210.0, 190.0)
    arrival = process_arrival(mosaic, place)
    home = arrival.index[arrival["ring"] == 0]
    assert len(home) == 1
    assert mosaic.polygons[home[0]].contains(shapely.Point(place))
    assert arrival["earliest_min"][home[0]] == 0
    assert set(arrival.index[arrival["ring"] == 1]) == set(mosaic.neighbours[home[0]])
    assert (arrival["earliest_min"] <= arrival["latest_min"] + 1e-9).all()
    soma = mosaic.points_um[home[0]]
    expected = math.dist(soma, (*place, 0.0)) / 3.26
    assert arrival["latest_min"][home[0]] == pytest.approx(expected)
    twice = process_arrival(mosaic, place, speed_um_per_min=6.52)
    np.testing.assert_allclose(twice["latest_min"], arrival["latest_min"] / 2)


def test_seven_percent_of_non_neuronal_cells_are_three_and_a_half_of_all():
    assert share_of_all_cells() == pytest.approx(0.035)
    # Ten glia per neuron, the refuted ratio, would not reach 10 % either.
    assert share_of_all_cells(non_neuronal_per_neuron=10.0) == pytest.approx(0.07 * 10 / 11)
    assert share_of_all_cells(0.07, 0.0) == 0.0


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ((0, (100, 100), 1), ValueError, "density_per_mm3 = 0 cells/mm³"),
        ((-5, (100, 100), 1), ValueError, "density_per_mm3 = -5"),
        (("dense", (100, 100), 1), TypeError, "density_per_mm3"),
        ((6500, (100, 0), 1), ValueError, r"area_um\[1\] = 0 µm"),
        ((6500, 100, 1), TypeError, "area_um"),
        ((6500, (100, 100, 100), 1), TypeError, "area_um"),
        ((6500, (100, 100), 1.5), TypeError, "seed"),
        ((6500, (100, 100), -1), ValueError, "seed = -1"),
        ((6500, (20_000, 20_000), 1), ValueError, "density_per_mm3 = 6500.*at most 60000 cells"),
    ],
)
def test_errors_name_argument_value_and_range(arguments, error, words):
    with pytest.raises(error, match=words):
        tile_territories(*arguments)


def test_errors_of_the_choices():
    with pytest.raises(ValueError, match=r"arrangement = 'hexagonal'.*close_packed, cubic, random"):
        tile_territories(6500, (100, 100), 1, arrangement="hexagonal")
    with pytest.raises(ValueError, match=r"irregularity = 0.6.*0 to 0.5"):
        tile_territories(6500, (100, 100), 1, irregularity=0.6)
    mosaic = tile_territories(6500, (100.0, 100.0), 1)
    with pytest.raises(ValueError, match=r"injury_um\[0\] = 101 µm"):
        process_arrival(mosaic, (101.0, 50.0))
    with pytest.raises(TypeError, match="injury_um"):
        process_arrival(mosaic, 50.0)
    with pytest.raises(ValueError, match="speed_um_per_min = 0"):
        process_arrival(mosaic, (50.0, 50.0), speed_um_per_min=0.0)
    with pytest.raises(ValueError, match="share_of_non_neuronal = 7"):
        share_of_all_cells(7.0)


def test_visited_share_by_hand():
    """86.5 processes at 3.26 µm/min, 2 µm wide, in 1/8500 mm³: 86.5 × 3.26 × π / 117,647 a minute."""
    rate_per_min = 86.5 * 3.26 * math.pi / (1e9 / 8500)
    seen = visited_share([0, 60, 240], 8500, tip_width_um=2)
    assert seen == pytest.approx([0, 1 - math.exp(-60 * rate_per_min), 1 - math.exp(-240 * rate_per_min)])


def test_visited_share_is_that_of_paths_drawn_at_random():
    """Straight pieces of path, thrown into a cube that is closed upon itself; points asked one by one."""
    random = np.random.default_rng(2005)
    edge, width, piece, pieces = 60.0, 6.0, 10.0, 800
    middles = random.uniform(0, edge, (pieces, 3))
    directions = random.normal(size=(pieces, 3))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    points = random.uniform(0, edge, (4000, 3))
    visited = np.zeros(len(points), dtype=bool)
    for middle, direction in zip(middles, directions, strict=True):
        away = (points - middle + edge / 2) % edge - edge / 2
        along = away @ direction
        across = np.linalg.norm(away - along[:, None] * direction, axis=1)
        visited |= (np.abs(along) <= piece / 2) & (across <= width / 2)
    expected = visited_share(
        pieces * piece, 1e9 / edge**3, tip_width_um=width, processes=1, speed_um_per_min=1.0
    )
    assert visited.mean() == pytest.approx(float(expected), abs=0.03)
    assert 0.5 < expected < 0.8


def test_more_of_anything_visits_more_and_nothing_visits_all():
    usual = visited_share(60, 8500, tip_width_um=2)
    for more in (
        visited_share(61, 8500, tip_width_um=2),
        visited_share(60, 9000, tip_width_um=2),
        visited_share(60, 8500, tip_width_um=2.1),
        visited_share(60, 8500, tip_width_um=2, processes=90),
        visited_share(60, 8500, tip_width_um=2, speed_um_per_min=3.4),
    ):
        assert usual < more < 1


def test_a_visit_needs_a_width_and_a_time_that_can_be():
    with pytest.raises(ValueError, match=r"tip_width_um = 0 µm"):
        visited_share(60, 8500, tip_width_um=0)
    with pytest.raises(ValueError, match=r"time_min = -1 min"):
        visited_share(-1, 8500, tip_width_um=2)
