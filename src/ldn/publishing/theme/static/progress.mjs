// Marks beside the lessons: begun once a question of the closing quiz is answered, done once all are, or once the
// reader says so. Kept in this browser only.

const KEY = "a-tenth-of-the-dose/progress/";
const CHANGED = "ldn-kept-answers-changed";
/** What holds where the browser keeps nothing: for this page, at least, the marks are right. */
const here = new Map();

/** @param {string} lesson @returns {{quiz?: "begun" | "done", own?: true}} */
function known(lesson) {
  try {
    const { quiz, own } = JSON.parse(localStorage.getItem(KEY + lesson) ?? "{}");
    return { ...(["begun", "done"].includes(quiz) && { quiz }), ...(own === true && { own }) };
  } catch (problem) {
    return problem instanceof SyntaxError || problem instanceof TypeError ? {} : here.get(lesson) ?? {};
  }
}

/** @param {string} lesson @param {{quiz?: "begun" | "done", own?: true}} change undefined takes a part back */
function note(lesson, change) {
  const before = known(lesson);
  const next = { ...before, ...change };
  if (before.quiz === next.quiz && before.own === next.own) return;
  here.set(lesson, next);
  try {
    if (next.quiz || next.own) localStorage.setItem(KEY + lesson, JSON.stringify(next));
    else localStorage.removeItem(KEY + lesson);
  } catch {
    // Kept on this page only.
  }
  show();
}

/** @param {string} lesson @returns {"done" | "begun" | null} */
function stateOf(lesson) {
  const { quiz, own } = known(lesson);
  return own || quiz === "done" ? "done" : (quiz ?? null);
}

function show() {
  for (const link of document.querySelectorAll("a[data-lesson]")) {
    const state = stateOf(link.dataset.lesson);
    link.querySelector(".progress-word")?.remove();
    if (state === null) delete link.dataset.progress;
    else {
      link.dataset.progress = state;
      const word = document.createElement("span");
      word.className = "progress-word visually-hidden";
      word.textContent = ` (${state})`;
      link.append(word);
    }
  }
  for (const box of document.querySelectorAll(".finished input")) {
    box.checked = known(box.closest(".finished").dataset.finished).own === true;
  }
}

for (const box of document.querySelectorAll(".finished input")) {
  const lesson = box.closest(".finished").dataset.finished;
  box.addEventListener("change", () => note(lesson, { own: box.checked ? true : undefined }));
}
addEventListener("ldn-quiz", ({ detail: { id, answered, of } }) => {
  const lesson = /^(\d\d)-check$/.exec(id)?.[1];
  // Whoever erases the answers to take the quiz again has still been through it once.
  if (lesson && known(lesson).quiz !== "done")
    note(lesson, { quiz: answered === 0 ? undefined : answered < of ? "begun" : "done" });
});
addEventListener(CHANGED, () => {
  here.clear();
  show();
});
addEventListener("storage", show);
show();
