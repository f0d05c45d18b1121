import { defineFlow } from "./flow.ts";
import { tellPerson } from "./tell-person.ts";

/** No log of its own, because a change of an account may hold a log-in; "Tell one person" leaves one. */
export const accountNeedsLogin = defineFlow({
  id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6006",
  name: "An account needs a log-in",
  icon: "no_accounts",
  color: "#ffa439",
  description: "When an account can't be reached any more, its owner is asked to connect it again.",
  log: "none",
  openToCreators: false,
  trigger: "event",
  options: { type: "action", scope: ["items.update"], collections: ["creator_profiles"] },
  operations: [
    {
      key: "cut_off",
      name: "Did it come to that just now?",
      type: "condition",
      options: {
        filter: {
          $trigger: {
            payload: { connection_status: { _in: ["needs_login", "expired", "error"] } },
          },
        },
      },
      resolve: "letters",
    },
    {
      key: "letters",
      name: "Put it into words",
      type: "write_to_owner",
      options: {
        about: "account",
        keys: "{{$trigger.keys}}",
        state: "{{$trigger.payload.connection_status}}",
      },
      resolve: "tell",
    },
    {
      key: "tell",
      name: "Tell the owner",
      type: "trigger",
      options: { flow: tellPerson.id, payload: "{{letters}}", iterationMode: "serial" },
    },
  ],
});
