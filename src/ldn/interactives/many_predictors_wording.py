"""The sentences of the many-predictors game; ``js/many_predictors/wording.js`` says the same for the page."""

from __future__ import annotations

from ldn.interactives.many_predictors_view import View
from ldn.interactives.wording import NBSP, fixed, significant


def sentence(view: View) -> str:
    """What chance reaches, how seldom it reaches |r|, and what the newest draw gave."""
    return f"{chance_sentence(view)} {draws_sentence(view)}"


def chance_sentence(view: View) -> str:
    """The closed form in words."""
    many = (
        "A useless predictor"
        if view.n_predictors == 1
        else f"The best of {view.n_predictors} useless predictors"
    )
    words = (
        f"{many} in {view.n} people reaches |r| {fixed(view.median_best, 2)} in every second draw, "
        f"and {fixed(view.r, 2)} or more in {chance(view.chance_of_best)}."
    )
    if view.n_predictors > 1:
        words += f" A single one would reach it in {chance(view.chance_of_one)}."
    return words


def draws_sentence(view: View) -> str:
    """What was drawn."""
    newest = fixed(float(view.best[-1]), 2)
    if view.draws == 1:
        return f"The one draw here: {newest}."
    return f"Drawn here: {view.reached} of {view.draws}; the newest gave {newest}."


def chance(share: float) -> str:
    """ "0.44 % of draws, once in 230", or only that it is rarer than once in a million."""
    if share < 1e-6:
        return "fewer than one draw in a million"
    if share >= 0.1:
        return f"{significant(share * 100, 2)}{NBSP}% of draws"
    return f"{significant(share * 100, 2)}{NBSP}% of draws, once in {significant(round_to_two(1 / share), 9)}"


def round_to_two(value: float) -> float:
    """A number of 10 or more, rounded to two significant digits."""
    unit = 10.0 ** (len(str(int(value))) - 2)
    return float(int(value / unit + 0.5)) * unit
