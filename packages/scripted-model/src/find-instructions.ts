export type Instruction = { name: string; input: Record<string, unknown> };

const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const word = /[a-z][a-z0-9]*(?:-[a-z0-9]+)+/g;
/** How far behind the name its input may begin. */
const mostBetween = 160;

/**
 * Everything that a text asks to have done, in its order: a name that `isKnown`, and behind it its input
 * as JSON or as `field: value`. Whatever hides it is looked through: escapes, invisible characters,
 * wide letters, entities, comments, Markdown, pieces, Base64.
 */
export function findInstructions(text: string, isKnown: (name: string) => boolean): Instruction[] {
  const plain = understand(text);
  const found: Instruction[] = [];
  let from = 0;
  for (const { 0: name, index } of plain.matchAll(word)) {
    if (index < from || !isKnown(name)) continue;
    const end = index + name.length;
    const read = readJson(plain, end) ?? readPairs(plain, end);
    if (read === null) continue;
    found.push({ name, input: read.input });
    from = read.end;
  }
  return found;
}

function understand(text: string): string {
  let plain = text;
  // Texts of tools are JSON, some with JSON within it.
  for (let depth = 0; depth < 4 && /\\["\\nu]/.test(plain); depth += 1) {
    plain = plain
      .replaceAll(/\\u([0-9a-fA-F]{4})/g, (_all, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
      .replaceAll("\\n", "\n")
      .replaceAll(/\\(["\\])/g, "$1");
  }
  return decodeBase64(plain.normalize("NFKC").replaceAll(invisible, ""))
    .replaceAll("&quot;", '"')
    .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/<!--|-->|\*\*|`|\\(?=\[)/g, "")
    .replaceAll(/"\s*\+\s*"/g, "")
    .replaceAll(/-\s*\n\s*/g, "-");
}

const decodeBase64 = (text: string) =>
  text.replaceAll(/\b[A-Za-z0-9+/]{40,}={0,2}/g, (coded) => {
    const decoded = Buffer.from(coded, "base64").toString("utf8");
    return /^[\x20-\x7e\n]+$/.test(decoded) ? decoded : coded;
  });

function readJson(text: string, end: number): { input: Instruction["input"]; end: number } | null {
  const start = text.indexOf("{", end);
  if (start === -1 || start - end > mostBetween) return null;
  for (let close = text.indexOf("}", start); close !== -1; close = text.indexOf("}", close + 1)) {
    const input = parseObject(text.slice(start, close + 1));
    if (input !== null) return { input, end: close + 1 };
    if (close - start > 8_000) return null;
  }
  return null;
}

function parseObject(text: string): Instruction["input"] | null {
  for (const spelled of [text, text.replaceAll("'", '"')]) {
    try {
      const value: unknown = JSON.parse(spelled);
      if (typeof value === "object" && value !== null) return { ...value };
    } catch {
      // Not whole yet, or spelled otherwise.
    }
  }
  return null;
}

/** `collection: scheduled_posts, id = …`; a dot makes a field of a field. */
function readPairs(text: string, end: number): { input: Instruction["input"]; end: number } | null {
  const [line = ""] = text.slice(end, end + 600).split("\n");
  const pairs = [...line.matchAll(/([a-z_]+(?:\.[a-z_]+)?)\s*[:=]\s*(?:"([^"]*)"|([^\s,;"]+))/g)];
  const last = pairs.at(-1);
  if (last === undefined) return null;
  const input: Record<string, unknown> = {};
  for (const [, path = "", quoted, bare] of pairs) {
    const [field = "", inner] = path.split(".");
    const value = quoted ?? bare;
    if (inner === undefined) input[field] = value;
    else input[field] = { ...(input[field] as object | undefined), [inner]: value };
  }
  return { input, end: end + last.index + last[0].length };
}
