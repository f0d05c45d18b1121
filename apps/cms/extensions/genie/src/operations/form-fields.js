/** A field of a step's form in which one of a few things is chosen. */
export function choiceField({ field, name, choices, ...more }) {
  return {
    field,
    name,
    type: "string",
    meta: { width: "half", interface: "select-dropdown", required: true, options: { choices } },
    ...more,
  };
}

/** What the log-in of a flow has answered, for the steps after it. */
export function ofLogin(field, name) {
  return {
    field,
    name,
    type: "string",
    meta: {
      width: "half",
      interface: "input",
      required: true,
      note: `What the log-in answered: {{login.${field}}}.`,
    },
  };
}
