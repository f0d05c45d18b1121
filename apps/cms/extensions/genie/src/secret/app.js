import { SecretField } from "./secret-field.js";
import { storedMark } from "./stored-mark.js";

/** Says that a secret is stored, without showing what; with `writable` a new one can be entered. */
export const secretInterface = {
  id: "genie-secret",
  name: "Secret",
  icon: "lock",
  description: "Says that something is stored, never what.",
  component: SecretField,
  types: ["json", "string", "text"],
  options: [],
};

/** The same in lists. */
export const secretDisplay = {
  id: "genie-secret",
  name: "Secret",
  icon: "lock",
  description: "Says that something is stored, never what.",
  component: ({ value }) => storedMark(value),
  // For exports of a list as text.
  handler: (value) => (value ? "stored" : ""),
  types: ["json", "string", "text"],
  options: [],
};
