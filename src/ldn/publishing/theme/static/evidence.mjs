// The table of studies: filter by condition, design and words; say how many are shown; save what is shown.
// The choice stands in the address, so that a filtered table can be linked.

const form = document.querySelector(".evidence-filter");
const rows = [...document.querySelectorAll(".evidence-table tbody tr")];
const status = form.querySelector("[role=status]");
const fields = [...form.elements].filter(({ name }) => name);
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const haystack = new Map(rows.map((row) => [row, plain(`${row.textContent} ${row.dataset.more}`)]));

function matches(row, { condition, design, words }) {
  return (
    (!condition || row.dataset.condition === condition) &&
    (!design || row.dataset.design === design) &&
    plain(words).split(/\s+/).every((word) => haystack.get(row).includes(word))
  );
}

function show() {
  const wanted = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  let shown = 0;
  for (const row of rows) {
    row.hidden = !matches(row, wanted);
    if (!row.hidden) shown += 1;
  }
  status.textContent = `${shown} of ${rows.length} studies and reviews shown.`;
  form.querySelector("button").disabled = shown === 0;
  const chosen = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  history.replaceState(null, "", chosen.size ? `?${chosen}` : location.pathname);
}

/** Lines of a CSV file; a quoted cell may hold line breaks. */
function linesOf(text) {
  return text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) ?? [];
}

async function save({ currentTarget }) {
  const answer = await fetch(currentTarget.dataset.csv);
  if (!answer.ok) {
    status.textContent = "The file could not be read.";
    return;
  }
  const [head, ...lines] = linesOf(await answer.text());
  const shown = new Set(rows.filter((row) => !row.hidden).map((row) => row.dataset.id));
  const kept = lines.filter((line) => shown.has(line.slice(0, line.indexOf(","))));
  const address = URL.createObjectURL(new Blob([[head, ...kept, ""].join("\r\n")], { type: "text/csv" }));
  Object.assign(document.createElement("a"), { href: address, download: "studies-shown.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

const asked = new URLSearchParams(location.search);
for (const field of fields) {
  field.value = asked.get(field.name) ?? "";
  // An address may ask for a condition that is no longer there.
  if (field.selectedIndex === -1) field.value = "";
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("button").addEventListener("click", save);
show();
