// What the page itself does: switch the theme, copy code, keep the contents popover tidy.

const THEME_KEY = "a-tenth-of-the-dose/theme";
const root = document.documentElement;

function applyTheme(theme) {
  root.dataset.theme = theme;
  for (const control of document.querySelectorAll(".theme-switch")) {
    control.setAttribute("aria-pressed", String(theme === "dark"));
  }
}

function rememberTheme(theme) {
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage refused: the choice holds for this page.
  }
}

function savedTheme() {
  try {
    return localStorage.getItem(THEME_KEY);
  } catch {
    return null;
  }
}

applyTheme(root.dataset.theme ?? "light");
for (const control of document.querySelectorAll(".theme-switch")) {
  control.addEventListener("click", () => {
    const theme = root.dataset.theme === "dark" ? "light" : "dark";
    applyTheme(theme);
    rememberTheme(theme);
  });
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (system) => {
  if (!savedTheme()) applyTheme(system.matches ? "dark" : "light");
});

// Code can be copied; the button says when it has been.
for (const block of document.querySelectorAll("div.highlight")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-code";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(block.querySelector("pre").innerText.trimEnd());
      button.textContent = "Copied";
    } catch {
      button.textContent = "Press Ctrl+C";
      getSelection().selectAllChildren(block.querySelector("pre"));
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  block.append(button);
}

// Anything wider than the column scrolls by itself; then the keyboard must reach it.
const wide = document.querySelectorAll(
  "div.highlight pre, .table-frame, .figure-frame, .katex-display, .cell_output > .output, .cell_output pre",
);
function markScrollable() {
  for (const box of wide) {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    if (scrolls) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  }
}
markScrollable();
addEventListener("resize", markScrollable);
document.fonts?.ready.then(markScrollable);

// The page one is on, marked in the outline.
const entries = new Map(
  [...document.querySelectorAll(".outline a[href^='#']")].map((link) => [link.hash.slice(1), link]),
);
if (entries.size && "IntersectionObserver" in window) {
  const observer = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) continue;
        for (const link of entries.values()) link.removeAttribute("aria-current");
        entries.get(target.id)?.setAttribute("aria-current", "true");
      }
    },
    { rootMargin: "-10% 0px -75% 0px" },
  );
  for (const id of entries.keys()) {
    const section = document.getElementById(id);
    if (section) observer.observe(section);
  }
}

// Erasing what the book has kept asks once more, in the button itself.
const STORED = "a-tenth-of-the-dose/";
for (const place of document.querySelectorAll(".erase-answers")) {
  const button = place.querySelector("button");
  const status = place.querySelector("[role=status]");
  const label = button.textContent;
  let armed = false;
  button.addEventListener("click", () => {
    if (!armed) {
      armed = true;
      button.textContent = "Press again to erase";
      return;
    }
    armed = false;
    button.textContent = label;
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(STORED));
      for (const key of keys) localStorage.removeItem(key);
      dispatchEvent(new Event("ldn-kept-answers-changed"));
      status.textContent = keys.length ? "Erased." : "There was nothing to erase.";
    } catch {
      status.textContent = "This browser keeps nothing for the book.";
    }
  });
}
