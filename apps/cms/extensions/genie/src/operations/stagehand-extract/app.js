import { choiceField, ofLogin } from "../form-fields.js";

/** How the builder shows the step. */
export const stagehandExtract = {
  id: "stagehand_extract",
  name: "Read the account",
  icon: "travel_explore",
  description:
    "Reads the profile's figures or the newest posts of the account that the flow is signed in to. Posts come as rows to create ({{key.new}}) and rows to update ({{key.known}}).",
  overview: ({ what, max_posts: most }) => [
    { label: "Reads", text: what ?? "" },
    ...(what === "posts" ? [{ label: "Posts at most", text: String(most ?? 250) }] : []),
  ],
  options: [
    ofLogin("session", "Browser"),
    ofLogin("account", "Account"),
    choiceField({
      field: "what",
      name: "What to read",
      choices: [
        { text: "Figures of the profile", value: "profile" },
        { text: "Newest posts", value: "posts" },
      ],
    }),
    {
      field: "max_posts",
      name: "Posts at most",
      type: "integer",
      schema: { default_value: 250 },
      meta: { width: "half", interface: "input", options: { min: 1, max: 500 } },
    },
  ],
};
