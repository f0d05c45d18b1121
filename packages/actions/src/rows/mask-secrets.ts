const mask = "(not shown)";
const deepest = 32;

const secretName =
  /pass(word|code|phrase)|\bpwd|pwd\b|secret|token|cookie|credential|(api|private)[_ -]?key|\bkey\b|authori[sz]ation|session[_ -]?id|(?<![a-z])(otp|pin)(?![a-z])/i;

const secretText = /\bght_[\w-]{20,}|\bBearer\s+\S{8,}|\beyJ[\w-]{8,}\.[\w.-]+|\bcb1\.[\w-]{20,}/;

/** Whether a field of this name holds what opens something. */
export const isSecretName = (name: string): boolean => secretName.test(name);

/** Whether there is something in it that looks like a token. */
export const isSecretText = (text: string): boolean => secretText.test(text);

/** A value without what looks like a secret in it, by its name or itself, and nothing below 32 levels. */
export function maskSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return value.replaceAll(new RegExp(secretText, "g"), mask);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= deepest) return "…";
  if (Array.isArray(value)) return value.map((one) => maskSecrets(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isSecretName(name) ? mask : maskSecrets(inner, depth + 1),
    ]),
  );
}
