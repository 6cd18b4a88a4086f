/**
 * Reads a learner's rewrite by the same rules as `ldn.questions.draft`; a parity test holds the two together.
 * It looks for words. It cannot tell whether a sentence is true.
 */

/** @typedef {"mend" | "consider" | "good"} Kind */
/** @typedef {{message: string, why: string, lesson: string, praise: string}} Advice */
/**
 * @typedef {object} Rule see ldn/questions/draft_schema.py
 * @property {string} id @property {Kind} kind @property {string} name @property {"present" | "absent"} when
 * @property {string[]} find @property {string[]} require @property {string[]} unless @property {boolean} unless_before
 * @property {string[]} unless_draft @property {boolean} case_sensitive @property {number} most
 * @property {"match" | "sentence"} quotes @property {string} message @property {string} why @property {string} lesson
 * @property {string | null} claim @property {string | null} praise
 */
/**
 * @typedef {object} Rules
 * @property {number} words_allowed @property {string[]} abbreviations @property {string} negation
 * @property {Advice} length @property {Advice} coverage @property {Rule[]} rules @property {{claim: string, about: string[]}[]} claims which words touch a claim
 */
/** @typedef {{rule: string, kind: Kind, name: string, quote: string, message: string, why: string, lesson: string, claim: string | null}} Finding */
/** A sentence in the learner's own signs, and the same with plain quotation marks, dashes and spaces. @typedef {{own: string, plain: string}} Sentence */
/** Number of a sentence, and where in it something begins and ends. @typedef {[number, number, number]} Place */

const SPACES = "\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff";
/** One sign for one sign, so that a place in a plain sentence is the same place in the learner's own. @type {[RegExp, string][]} */
const PLAIN = [
  [/[‘’‚‛′]/g, "'"],
  [/[“”„‟″]/g, '"'],
  [/[‐‑‒–—―−]/g, "-"],
  [/[•‣◦·]/g, "*"],
  [new RegExp(`[${SPACES}]`, "g"), " "],
];
const SPACE = new RegExp(`[\\s${SPACES}]+`, "g");
const BOUNDARY = /([.!?]+["')\]]*)\s+(?:[-*]\s+)?|\n\s*\n\s*(?:[-*]\s+)?|\n\s*[-*]\s+/g;
const WORD = /\S*[A-Za-z0-9]\S*/g;
const CUT = /[,;:()]| - | but /i;
const LAST_TOKEN = /[A-Za-z.]+/g;
const WORDS_BEFORE = 8;
const WORDS_QUOTED = 24;
const KINDS = /** @type {Kind[]} */ (["mend", "consider", "good"]);

/** @type {Map<string, RegExp>} */
const compiled = new Map();
/** @param {string} pattern @param {string} [flags] */
function regular(pattern, flags = "i") {
  const key = `${flags}:${pattern}`;
  if (!compiled.has(key)) compiled.set(key, new RegExp(pattern, flags));
  return /** @type {RegExp} */ (compiled.get(key));
}
const wordsOf = (/** @type {string} */ line) => line.split(" ").filter(Boolean);
const plainText = (/** @type {string} */ text) => PLAIN.reduce((plain, [sign, instead]) => plain.replace(sign, instead), text);
/** @param {string} pattern @param {Sentence[]} sentences */
const isAnywhere = (pattern, sentences) => sentences.some(({ plain }) => regular(pattern).test(plain));

/** How many words a draft has. @param {string} text */
export const countWords = (text) => plainText(text).match(WORD)?.length ?? 0;

/** @param {string} text @param {Rules} rules @returns {Finding[]} */
export function checkDraft(text, rules) {
  const number = countWords(text);
  if (number === 0) return [];
  const sentences = splitSentences(text, rules.abbreviations);
  /** @type {Place[]} */
  const taken = [];
  const found = [
    length(number, rules),
    ...rules.rules.flatMap((rule) => apply(rule, sentences, taken, rules.negation)),
    coverage(sentences, rules),
  ];
  return KINDS.flatMap((kind) => found.filter((one) => one.kind === kind));
}

/** The sentences of a draft, each on one line with single spaces. @param {string} text @param {string[]} abbreviations @returns {Sentence[]} */
export function splitSentences(text, abbreviations) {
  const plain = plainText(text);
  const lines = [];
  let start = 0;
  for (const boundary of plain.matchAll(BOUNDARY)) {
    const mark = boundary[1] ?? "";
    const at = /** @type {number} */ (boundary.index);
    if (mark === "." && abbreviations.includes(lastToken(plain.slice(start, at)))) continue;
    lines.push(text.slice(start, at + mark.length));
    start = at + boundary[0].length;
  }
  lines.push(text.slice(start));
  return lines.map((line) => line.replace(SPACE, " ").replace(/^ | $/g, "")).filter(Boolean)
    .map((own) => ({ own, plain: plainText(own) }));
}

/** @param {string} before */
function lastToken(before) {
  const token = before.slice(-12).match(LAST_TOKEN)?.at(-1);
  return token && before.endsWith(token) ? token.toLowerCase() : "";
}

/**
 * What one rule finds. Words that an earlier rule has objected to are not objected to twice.
 * @param {Rule} rule @param {Sentence[]} sentences @param {Place[]} taken @param {string} negation
 * @returns {Finding[]}
 */
function apply(rule, sentences, taken, negation) {
  const places = placesOf(rule, sentences, negation);
  const finding = (/** @type {Kind} */ kind, /** @type {string} */ quote, /** @type {string} */ message) => ({
    rule: rule.id, kind, name: rule.name, quote, message: message.replace("{quote}", () => quote), why: rule.why, lesson: rule.lesson, claim: rule.claim,
  });
  if (rule.when === "absent")
    return places.length
      ? [finding("good", quoted(sentences, places[0]), /** @type {string} */ (rule.praise))]
      : [finding(rule.kind, "", rule.message)];
  const given = [];
  for (const place of places) {
    if (rule.kind !== "good") {
      if (taken.some(([at, begin, end]) => place[0] === at && place[1] < end && begin < place[2])) continue;
      taken.push(place);
    }
    given.push(finding(rule.kind, quoted(sentences, place), rule.message));
    if (given.length === rule.most) break;
  }
  return given;
}

/** Where a rule's words stand and nothing excuses them. @param {Rule} rule @param {Sentence[]} sentences @param {string} negation */
function placesOf(rule, sentences, negation) {
  /** @type {Place[]} */
  const places = [];
  if (rule.unless_draft.some((pattern) => isAnywhere(pattern, sentences))) return places;
  const wanted = regular(rule.find.map((pattern) => `(?:${pattern})`).join("|"), rule.case_sensitive ? "g" : "gi");
  sentences.forEach(({ plain }, number) => {
    if (rule.kind !== "good" && rule.when === "present" && plain.endsWith("?")) return;
    if (!rule.require.every((pattern) => regular(pattern).test(plain))) return;
    if (rule.unless.some((pattern) => regular(pattern).test(plain))) return;
    for (const match of plain.matchAll(wanted)) {
      const at = /** @type {number} */ (match.index);
      if (rule.unless_before && isNegated(plain.slice(0, at), negation)) continue;
      places.push(rule.quotes === "sentence" ? [number, 0, plain.length] : [number, at, at + match[0].length]);
    }
  });
  return places;
}

/** Whether the words just before, in the same part of the sentence, take back what follows. @param {string} before @param {string} negation */
function isNegated(before, negation) {
  const part = before.split(CUT).at(-1) ?? "";
  return regular(negation).test(wordsOf(part).slice(-WORDS_BEFORE).join(" "));
}

/** @param {Sentence[]} sentences @param {Place} place */
function quoted(sentences, [number, first, last]) {
  const words = wordsOf(sentences[number].own.slice(first, last));
  return words.slice(0, WORDS_QUOTED).join(" ") + (words.length > WORDS_QUOTED ? " …" : "");
}

/** @param {number} number @param {Rules} rules @returns {Finding} */
function length(number, { length: advice, words_allowed }) {
  const over = number - words_allowed;
  const message = (over > 0 ? advice.message : advice.praise).replace("{number}", String(number)).replace("{over}", String(over));
  return { rule: "length", kind: over > 0 ? "mend" : "good", name: "Length", quote: "", message, why: advice.why, lesson: advice.lesson, claim: null };
}

/** @param {Sentence[]} sentences @param {Rules} rules @returns {Finding} */
function coverage(sentences, { coverage: advice, claims }) {
  const missing = claims.filter(({ about }) => !about.some((pattern) => isAnywhere(pattern, sentences))).map(({ claim }) => claim);
  const named = missing.length > 1 ? `${missing.slice(0, -1).join(", ")} and ${missing.at(-1)}` : missing.join("");
  const message = missing.length ? advice.message.replace("{claims}", named) : advice.praise;
  return { rule: "coverage", kind: missing.length ? "consider" : "good", name: "Claims", quote: "", message, why: advice.why, lesson: advice.lesson, claim: null };
}
