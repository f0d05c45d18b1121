/** A field of the form that an action is run with. */
export type FlowField = {
  name: string;
  kind:
    | "account"
    | "choice"
    | "fan"
    | "id"
    | "json"
    | "line"
    | "media"
    | "number"
    | "switch"
    | "url"
    | "words";
  /** As the flow calls it; null when it says nothing but the name. */
  title: string | null;
  description: string | null;
  isRequired: boolean;
  choices: string[];
  /** Characters of a text, or the value of a number. */
  least: number | null;
  most: number | null;
  isWhole: boolean;
};

/** What the fields hold while she fills them in. */
export type FlowValues = Record<string, boolean | string>;

const lineLength = 200;

const pickers: Record<string, FlowField["kind"]> = {
  creator_profile_id: "account",
  fan_id: "fan",
  fan_profile_id: "fan",
  media_id: "media",
};

/** The fields that a JSON Schema of an object asks for, in its order. */
export function flowFields(schema: Record<string, unknown> | null): FlowField[] {
  const required = asList(schema?.["required"]);
  return Object.entries(asRow(schema?.["properties"])).map(([name, property]) => {
    const rule = asRow(property);
    const kind = kindOf(name, rule);
    return {
      name,
      kind,
      title: asText(rule["title"]),
      description: asText(rule["description"]),
      isRequired: required.includes(name),
      choices: asList(rule["enum"]).map(String),
      least: asNumber(kind === "number" ? rule["minimum"] : rule["minLength"]),
      most: asNumber(kind === "number" ? rule["maximum"] : rule["maxLength"]),
      isWhole: rule["type"] === "integer",
    };
  });
}

/** What the fields hold before she has touched them: what is given, null for nothing, or else what the flow says. */
export function startValues(
  fields: readonly FlowField[],
  schema: Record<string, unknown> | null,
  given: Record<string, unknown> = {},
): FlowValues {
  const properties = asRow(schema?.["properties"]);
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const start = Object.hasOwn(given, name) ? given[name] : asRow(properties[name])["default"];
      if (kind === "switch") return [name, start === true];
      if (start === undefined || start === null) return [name, ""];
      return [name, typeof start === "string" ? start : JSON.stringify(start)];
    }),
  );
}

function kindOf(name: string, rule: Record<string, unknown>): FlowField["kind"] {
  if (Array.isArray(rule["enum"]) && rule["enum"].every((one) => typeof one === "string")) {
    return "choice";
  }
  switch (rule["type"]) {
    case "string":
      return textKind(name, rule);
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "switch";
    default:
      return "json";
  }
}

function textKind(name: string, rule: Record<string, unknown>): FlowField["kind"] {
  if (rule["format"] === "uuid") return pickerOf(name) ?? "id";
  if (rule["format"] === "uri" || rule["format"] === "url") return "url";
  const most = asNumber(rule["maxLength"]);
  return most !== null && most <= lineLength ? "line" : "words";
}

function pickerOf(name: string): FlowField["kind"] | undefined {
  return Object.hasOwn(pickers, name) ? pickers[name] : undefined;
}

function asRow(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function asText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function asNumber(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
