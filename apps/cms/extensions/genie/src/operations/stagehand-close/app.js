import { ofLogin } from "../form-fields.js";

/** How the builder shows the step. */
export const stagehandClose = {
  id: "stagehand_close",
  name: "Close the browser",
  icon: "logout",
  description:
    "Ends the browser of the flow. On the way of a failure it says so on the account, and ends the flow with that sentence.",
  overview: ({ failure }) => [{ label: "After a failure", text: failure ? "yes" : "no" }],
  options: [
    ofLogin("session", "Browser"),
    {
      field: "failure",
      name: "What failed",
      type: "string",
      meta: {
        width: "half",
        interface: "input",
        note: "{{$last}} where a step before has failed, else empty.",
      },
    },
  ],
};
