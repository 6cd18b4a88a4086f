/** The numbers behind the picture; `ldn.interactives.compounding_table` makes the same table in Python. */
import { significant } from "../kit/format.js";
import { SLIPS } from "./state.js";
import { writtenPrice } from "./wording.js";

const SLIP_NAMES = {
  none: "without a slip", ten_times: "decimal point to the right", a_tenth: "decimal point to the left", mL_for_mg: "mL taken for mg",
};

/**
 * @param {import("./state.js").State} state @param {import("./errors.js").View} view @param {import("./state.js").Data} data
 * @returns {import("../kit/data.js").Table}
 */
export function dataTable(state, view, data) {
  const LABEL = "% of label";
  return {
    caption: "The dose, its errors, the capsules of the batch, and published prices",
    columns: ["what", "value", "unit"],
    rows: [
      ["dose meant", significant(state.dose_mg, 4), "mg"],
      ["concentration", significant(view.concentration, 4), "mg/mL"],
      ["volume of the dose", significant(view.volume_mL, 4), "mL"],
      ...SLIPS.map((slip) => [`swallowed, ${SLIP_NAMES[slip]}`, significant(view.swallowed[slip], 4), "mg"]),
      ["mu receptors occupied by the dose meant", view.meant_percent.toFixed(1), "%"],
      ["mu receptors occupied by the dose swallowed", view.swallowed_percent.toFixed(1), "%"],
      ["misreading", significant(view.read_error_mg, 3), "mg"],
      ["misreading, share of the dose", significant((100 * view.read_error_mg) / state.dose_mg, 3), "%"],
      ["acceptance value, first 10 by assay", view.first_value.toFixed(1), LABEL],
      ["acceptance value, first 10 by weight", view.weighed_value.toFixed(1), LABEL],
      [`acceptance value, the ${view.assayed.units} that decide`, view.assayed.value.toFixed(1), LABEL],
      ...view.contents.map((content, i) => [`capsule ${i + 1}: content`, content.toFixed(1), LABEL]),
      ...data.prices.map((price) => [`month of doses, ${price.place}, ${price.year ?? "undated"}`, writtenPrice(price), price.currency]),
    ],
  };
}
