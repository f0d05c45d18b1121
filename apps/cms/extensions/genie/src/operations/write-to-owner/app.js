import { choiceField } from "../form-fields.js";

/** How the builder shows the step, and what it asks for. */
export const writeToOwner = {
  id: "write_to_owner",
  name: "Write to the owner",
  icon: "edit_notifications",
  description:
    "Puts into tactful words what happened to a post or an account: no caption, account or platform.",
  overview: ({ about, state }) => [
    { label: "About", text: about === "account" ? "an account" : "a post" },
    { label: "State", text: state ?? "as it is then" },
  ],
  options: [
    choiceField({
      field: "about",
      name: "About",
      choices: [
        { text: "A post", value: "post" },
        { text: "An account", value: "account" },
      ],
    }),
    {
      field: "keys",
      name: "Rows",
      type: "json",
      meta: {
        width: "half",
        interface: "tags",
        required: true,
        note: "Their ids, such as {{$trigger.keys}}.",
        options: { placeholder: "{{$trigger.keys}}" },
      },
    },
    {
      field: "state",
      name: "State",
      type: "string",
      meta: {
        width: "full",
        interface: "input",
        note: "Of accounts: whoever has left this state meanwhile is not written to.",
        options: { placeholder: "{{$trigger.payload.connection_status}}", font: "monospace" },
      },
    },
  ],
};
