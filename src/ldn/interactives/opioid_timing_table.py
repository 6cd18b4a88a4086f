"""The table of opioid timing; ``js/opioid_timing/table.js`` shows the same."""

from __future__ import annotations

import pandas as pd

from ldn.interactives.opioid_timing_view import TABLE_AFTER_LAST_TABLET_H, TABLE_AFTER_TABLET_H, View
from ldn.interactives.wording import NBSP, fixed, milligrams


def caption(view: View) -> str:
    """What the table holds."""
    return (
        "The day after the tablet" if view.opioid_first else "A usual opioid dose after the last daily tablet"
    )


def timing_table(view: View) -> pd.DataFrame:
    """Receptors held and effect, in per cent, hour by hour."""
    if view.opioid_first:
        hours, moments = TABLE_AFTER_TABLET_H, view.after_tablet
        plain = moments(0.0, hours)
        rows = {
            "hours after naltrexone": list(hours),
            "effect without naltrexone (% of its peak)": _per_cent(plain.effect),
        }
        of = "% of its peak"
    else:
        hours, moments = TABLE_AFTER_LAST_TABLET_H, view.after_last_tablet
        rows = {"hours after the last tablet": list(hours)}
        of = "% of the usual"
    for dose_mg in view.doses_mg:
        moment = moments(dose_mg, hours)
        name = milligrams(dose_mg).replace(NBSP, " ")
        rows[f"opioid holds, {name} (%)"] = _per_cent(moment.opioid_held)
        rows[f"naltrexone holds, {name} (%)"] = _per_cent(moment.naltrexone_held)
        rows[f"effect, {name} ({of})"] = _per_cent(moment.effect)
    if not view.opioid_first:
        name = milligrams(view.dose_mg).replace(NBSP, " ")
        rows[f"effect, {name}, model C ({of})"] = _per_cent(moments(view.dose_mg, hours, "plasma").effect)
    return pd.DataFrame(rows)


def _per_cent(shares) -> list[float]:
    return [float(fixed(100 * share, 1)) for share in shares]
