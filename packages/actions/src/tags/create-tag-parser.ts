/** A piece of streamed text. `raw` is a tag as it was written. */
export type TagPart =
  | { type: "text"; text: string }
  | { type: "action"; slug: string; params: Record<string, unknown>; raw: string };

export type TagParser = {
  /** What is certain by now; the rest is kept for what comes next. */
  push: (chunk: string) => TagPart[];
  /** The text is over: gives back what was kept. */
  end: () => TagPart[];
};

/** UTF-8 bytes of a tag; what is longer is text. */
export const longestTagBytes = 16 * 1024;
export const tagOpening = "[ACTION:";
const escapedOpening = `\\${tagOpening}`;
const longestSlug = 64;

/** Where in a tag the next character stands. `overlong`: in one that is text by now, up to its end. */
type Place = "text" | "opening" | "slug" | "before" | "json" | "after" | "overlong";

/**
 * Finds `[ACTION:slug]` and `[ACTION:slug:{…}]` in text that comes in pieces, wherever it is cut. What is
 * none of these stays text as it was written, and nothing inside of it is a tag; `\[ACTION:` is the text
 * `[ACTION:`.
 */
export function createTagParser(): TagParser {
  let place: Place = "text";
  /** The tag so far. */
  let held = "";
  let slug = "";
  let jsonStart = 0;
  let bytes = 0;
  let nesting = newNesting();
  let parts: TagPart[] = [];
  let text = "";

  const flush = () => {
    if (text !== "") parts.push({ type: "text", text });
    text = "";
  };
  const giveUp = () => {
    text += held;
    held = "";
    place = "text";
  };
  const finish = (json: string) => {
    const params = bytes > longestTagBytes ? undefined : parseParams(json);
    if (params === undefined) return giveUp();
    flush();
    parts.push({ type: "action", slug, params, raw: held });
    held = "";
    place = "text";
  };
  const hold = (character: string) => {
    held += character;
    bytes += bytesOf(character);
  };

  /** False: it does not belong to the tag, which is text then, and is looked at again. */
  const take: Record<Exclude<Place, "overlong">, (character: string) => boolean> = {
    text(character) {
      if (character === "[" || character === "\\") {
        held = character;
        place = "opening";
      } else text += character;
      return true;
    },
    opening(character) {
      const next = held + character;
      if (!tagOpening.startsWith(next) && !escapedOpening.startsWith(next)) return false;
      held = next;
      if (next === escapedOpening) {
        held = tagOpening;
        giveUp();
      } else if (next === tagOpening) {
        place = "slug";
        slug = "";
        bytes = tagOpening.length;
      }
      return true;
    },
    slug(character) {
      const isEnd = character === "]" || character === ":";
      if (isEnd ? slug === "" : slug.length === longestSlug || !/[a-z0-9-]/.test(character)) {
        return false;
      }
      hold(character);
      if (!isEnd) slug += character;
      else if (character === "]") finish("{}");
      else place = "before";
      return true;
    },
    before(character) {
      if (!isSpace(character) && character !== "{") return false;
      if (character === "{") {
        jsonStart = held.length;
        nesting = newNesting();
        nesting.take(character);
        place = "json";
      }
      hold(character);
      return true;
    },
    json(character) {
      const state = nesting.take(character);
      if (state === "broken") return false;
      hold(character);
      if (state === "closed") place = "after";
      return true;
    },
    after(character) {
      if (!isSpace(character) && character !== "]") return false;
      hold(character);
      if (character === "]") finish(held.slice(jsonStart, -1));
      return true;
    },
  };

  const passOver = (character: string) => {
    const isOver = nesting.take(character) !== "open";
    text += character;
    if (isOver) place = "text";
  };

  const drain = (): TagPart[] => {
    flush();
    const found = parts;
    parts = [];
    return found;
  };

  return {
    push(chunk) {
      for (const character of chunk.split("")) {
        if (place === "overlong") passOver(character);
        else if (!take[place](character)) {
          giveUp();
          take.text(character);
        } else if (bytes > longestTagBytes && held !== "" && place !== "opening") {
          const goesOn = place === "json";
          giveUp();
          if (goesOn) place = "overlong";
        }
      }
      return drain();
    },
    end() {
      giveUp();
      return drain();
    },
  };
}

/** Follows the braces, brackets and strings of JSON, one character after the other. */
function newNesting() {
  const open: string[] = [];
  let inString = false;
  let isEscaped = false;
  const takeInString = (character: string) => {
    // JSON has no line ends in strings: a string that was left open ends its tag here.
    if (character < " ") return "broken";
    if (isEscaped) isEscaped = false;
    else if (character === "\\") isEscaped = true;
    else if (character === '"') inString = false;
    return "open";
  };
  return {
    take(character: string): "open" | "closed" | "broken" {
      if (inString) return takeInString(character);
      if (character === '"') inString = true;
      else if (character === "{") open.push("}");
      else if (character === "[") open.push("]");
      else if (character === "}" || character === "]") {
        if (open.pop() !== character) return "broken";
        if (open.length === 0) return "closed";
      }
      return "open";
    },
  };
}

function parseParams(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSpace = (character: string) => /[ \t\r\n]/.test(character);

/** Of one UTF-16 unit in UTF-8; a pair of them is 4. */
function bytesOf(unit: string): number {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return 1;
  if (code < 0x800 || (code >= 0xd800 && code <= 0xdfff)) return 2;
  return 3;
}
