import { AppError } from "@genie/errors";
import { everyCollection, sealedFields } from "@genie/schema";

/** What tokens, codes and passwords are compared with. */
const comparedWith = [
  "hash",
  "code_hash",
  "ticket_hash",
  "params_hash",
  "password",
  "tfa_secret",
  "token",
];

/** Of whichever collection a path ends in: its name alone says that it is a secret. */
const secretNames: ReadonlySet<string> = new Set([
  ...[...sealedFields.values()].flat(),
  ...comparedWith,
  "auth_data",
]);

/** The fields of a collection that are shown when none are named. */
export function readableFields(collection: string): string[] {
  const fields = everyCollection.find(({ name }) => name === collection)?.fields ?? {};
  return Object.keys(fields).filter((name) => !secretNames.has(name));
}

/** Throws `forbidden` for a path to a secret, or one that would reach all fields. */
export function requireReadable(collection: string, paths: readonly string[]): void {
  for (const path of paths) {
    const secret = path.split(".").find((name) => secretNames.has(name));
    if (secret !== undefined) {
      throw new AppError(
        "forbidden",
        `${secret} holds secrets, which are never shown. Leave ${path} out of --fields.`,
      );
    }
    if (path.includes("*")) {
      throw new AppError(
        "invalid_input",
        `Name the fields that you want instead of ${path}. ${collection} has: ${readableFields(collection).join(", ")}.`,
      );
    }
  }
}

/** The same without anything that is sealed, however deep it lies. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([name, inner]) => !secretNames.has(name) && !(name === "sealed" && typeof inner === "string"),
  );
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutSecrets(inner)]));
}
