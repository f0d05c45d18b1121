import { createRandom, type Random } from "../../content/random.ts";
import { synonyms } from "./synonyms.ts";

/** Elements that work or mean something by themselves: they keep their names, and what they need. */
const kept: Record<string, readonly string[]> = {
  a: ["href"],
  br: [],
  button: ["type"],
  form: ["method", "action", "enctype"],
  h1: [],
  img: ["src", "alt", "width", "height", "loading"],
  input: [
    "type",
    "name",
    "value",
    "accept",
    "multiple",
    "autocomplete",
    "required",
    "autofocus",
    "inputmode",
    "autocapitalize",
    "spellcheck",
  ],
  label: [],
  option: ["value", "selected"],
  select: ["name"],
  source: ["src", "type"],
  textarea: ["name", "rows"],
  time: ["datetime"],
  video: ["controls", "muted", "playsinline", "preload", "aria-label", "poster"],
};
const withoutEnd = new Set(["br", "img", "input", "source"]);
/** What says by its looks alone what it is gets a word in front of it. */
const spoken: Record<string, string> = { caption: "Caption", tags: "Tags" };

const piece =
  /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:\s*=\s*"[^"]*")?)*)\s*\/?>/g;
const attribute = /([^\s=>/]+)(?:\s*=\s*"([^"]*)")?/g;

type Disguise = { open: string; close: string };

/**
 * A page of the site as it looks after a redesign: for the same seed always the same other elements,
 * classes, nesting and words. A person finds everything that was there; nothing that a program held on
 * to is left, but for addresses and the names that forms send.
 */
export function shuffleMarkup(page: string, seed: number): string {
  const start = page.indexOf("<body");
  const inside = page.indexOf(">", start) + 1;
  const end = page.lastIndexOf("</body>");
  const head = page.slice(0, start).replace(/<link rel="stylesheet"[^>]*>/, "");
  return `${head}<body>${shuffleBody(page.slice(inside, end), seed)}</body></html>`;
}

function shuffleBody(body: string, seed: number): string {
  const ends: string[] = [];
  let shuffled = "";
  let at = 0;
  for (const found of body.matchAll(piece)) {
    const [whole, slash, name = "", attributes = ""] = found;
    shuffled += reword(body.slice(at, found.index), seed);
    at = found.index + whole.length;
    if (slash === "/") shuffled += ends.pop() ?? "";
    else if (name !== "") shuffled += open(name, attributes, seed, ends);
  }
  return shuffled + reword(body.slice(at), seed);
}

function open(name: string, attributes: string, seed: number, ends: string[]): string {
  const given = new Map(
    Array.from(attributes.matchAll(attribute), ([, key = "", value]) => [key, value] as const),
  );
  const first = (given.get("class") ?? "").split(" ")[0] ?? "";
  const word = spoken[first];
  const label =
    word === undefined ? "" : `${tag("span", seed, `label ${word}`)}${reword(word, seed)}</span> `;
  const needed = kept[name];
  if (needed === undefined) {
    const { open: opening, close } = disguise(`${name} ${first}`, seed);
    ends.push(close);
    const alert = given.get("role") === "alert" ? opening.replace(/>$/, ' role="alert">') : opening;
    return label + alert;
  }
  const left = [...given]
    .filter(([key]) => needed.includes(key))
    .map(([key, value]) => (value === undefined ? ` ${key}` : ` ${key}="${value}"`))
    .join("");
  if (withoutEnd.has(name)) return `<${name}${left}>`;
  const { open: around, close } = nest(`${name} ${first}`, seed);
  ends.push(`</${name}>${close}`);
  return `${label}${around}${tag(name, seed, `${name} ${first}`).replace(/>$/, `${left}>`)}`;
}

/** Other elements in the place of one. */
function disguise(key: string, seed: number): Disguise {
  const random = createRandom(`${seed} element ${key}`);
  const name = random.chance(0.5)
    ? random.pick(["div", "span"])
    : `${word(random)}-${word(random)}`;
  const around = nest(key, seed);
  return { open: around.open + tag(name, seed, key), close: `</${name}>${around.close}` };
}

/** Up to two more around it. */
function nest(key: string, seed: number): Disguise {
  const random = createRandom(`${seed} nest ${key}`);
  // Inside of a label and of a list of options nothing else may stand.
  if (/^(option|time|label|h1)/.test(key)) return { open: "", close: "" };
  const names = Array.from(
    { length: random.integer(0, 2) },
    () => `${word(random)}-${word(random)}`,
  );
  return {
    open: names.map((name, depth) => tag(name, seed, `${key} ${depth}`)).join(""),
    close: names
      .toReversed()
      .map((name) => `</${name}>`)
      .join(""),
  };
}

function tag(name: string, seed: number, key: string): string {
  const random = createRandom(`${seed} tag ${key}`);
  return `<${name} class="${word(random)} ${word(random)}" data-${word(random)}="${word(random)}">`;
}

function word(random: Random): string {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  return Array.from({ length: random.integer(4, 7) }, () => letters[random.integer(0, 25)]).join(
    "",
  );
}

/** A word that stands alone between two tags. */
function reword(text: string, seed: number): string {
  const plain = text.trim();
  const others = synonyms[plain];
  if (others === undefined) return text;
  return text.replace(plain, createRandom(`${seed} word ${plain}`).pick(others));
}
