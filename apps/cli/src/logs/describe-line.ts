export type LogLine = { at: number; text: string };

export type LineFilter = {
  since?: Date;
  /** Of a request, a job, a post: any value that is this. */
  id?: string;
  /** What is blackened wherever it stands. */
  secrets: readonly string[];
};

const levels: Readonly<Record<number, string>> = {
  10: "trace",
  20: "debug",
  30: "info",
  40: "warn",
  50: "ERROR",
  60: "FATAL",
};
const said = new Set(["level", "time", "pid", "hostname", "name", "msg", "err"]);
const shortest = 8;

/**
 * Makes a line of a log one for people: time, service, level, what happened, and of what. Null for a line that the
 * filter leaves out. Lines that are no JSON stay as they are, with the time of the line before.
 */
export function createLineReader({ since, id, secrets }: LineFilter) {
  const hidden = secrets.filter((secret) => secret.length >= shortest);
  const from = since?.getTime() ?? 0;
  return (line: string, service: string, before: number): LogLine | null => {
    if (line.trim() === "") return null;
    const safe = hidden.reduce((text, secret) => text.replaceAll(secret, "[secret]"), line);
    const { at, text } = read(safe, before);
    if (at < from || (id !== undefined && !safe.includes(id))) return null;
    const time = at === 0 ? " ".repeat(24) : new Date(at).toISOString();
    return { at, text: `${time} ${service.padEnd(10)} ${text}` };
  };
}

function read(line: string, before: number): LogLine {
  const entry = parse(line);
  if (entry === null) {
    const [time = ""] =
      line.match(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?: UTC|Z)/) ?? [];
    const at = Date.parse(time.replace(" UTC", "Z").replace(" ", "T"));
    return { at: Number.isNaN(at) ? before : at, text: line.slice(time.length).trim() };
  }
  const { level, time, msg = "", err } = entry;
  const details = Object.entries({ ...entry, ...requestOf(entry) })
    .filter(([name, value]) => !said.has(name) && value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  const problem =
    typeof err === "object" && err !== null && "message" in err ? `: ${String(err.message)}` : "";
  return {
    at: Number(time) || before,
    text: [
      `${(levels[Number(level)] ?? "info").padEnd(5)} ${String(msg)}${problem}`,
      ...details,
    ].join(" "),
  };
}

/** Of a request and its answer, of which Directus notes all headers, only what tells it from others. */
function requestOf({ req, res }: Record<string, unknown>): Record<string, unknown> {
  if (!isObject(req)) return {};
  return {
    req: undefined,
    res: undefined,
    method: req["method"],
    path: String(req["url"]).split("?")[0],
    status: isObject(res) ? res["statusCode"] : undefined,
    requestId: req["id"],
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function parse(line: string): Record<string, unknown> | null {
  try {
    const entry: unknown = line.startsWith("{") ? JSON.parse(line) : null;
    return typeof entry === "object" ? (entry as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}
