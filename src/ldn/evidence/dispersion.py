"""Standard deviations from what papers print in their place."""

from __future__ import annotations

import math

from scipy import stats

from ldn.evidence.arguments import between, positive, probability, whole


def sd_from_se(se: float, n: int) -> float:
    """Standard deviation of the people from the standard error of their mean: se · √n."""
    return positive("se", se) * math.sqrt(whole("n", n, least=2))


def sd_from_ci(half_width: float, n: int, *, level: float = 0.95) -> float:
    """Standard deviation of the people from the half-width of the confidence interval of their mean.

    SD = half_width/t · √n, t with n − 1 degrees of freedom (Cochrane Handbook 6.5.2.2). A half-width read
    as a standard deviation makes a trial look √n/t times as precise as it is.
    """
    n = whole("n", n, least=2)
    quantile = float(stats.t.ppf(0.5 + probability("level", level) / 2, n - 1))
    return positive("half_width", half_width) / quantile * math.sqrt(n)


def paired_difference_sd(sd_t: float, sd_c: float, within_r: float) -> float:
    """Standard deviation of each person's own difference: √(sd_t² + sd_c² − 2·r·sd_t·sd_c).

    Raises ValueError if it would be 0 (r = 1 and equal deviations: everybody differs alike).
    """
    sd_t, sd_c = positive("sd_t", sd_t), positive("sd_c", sd_c)
    within_r = between("within_r", within_r, -1, 1)
    variance = sd_t**2 + sd_c**2 - 2 * within_r * sd_t * sd_c
    if variance <= 0:
        raise ValueError(f"within_r must be below 1 when sd_t equals sd_c, got {within_r:g}")
    return math.sqrt(variance)


def implied_correlation(sd_t: float, sd_c: float, sd_difference: float) -> float:
    """Within-person correlation that a printed standard deviation of the differences implies.

    r = (sd_t² + sd_c² − sd_difference²)/(2·sd_t·sd_c) (Cochrane Handbook 6.5.2.8). Outside −1 to 1 the
    three cannot belong to the same people: the value is returned, so that the reader sees it.
    """
    sd_t, sd_c = positive("sd_t", sd_t), positive("sd_c", sd_c)
    return (sd_t**2 + sd_c**2 - positive("sd_difference", sd_difference) ** 2) / (2 * sd_t * sd_c)
