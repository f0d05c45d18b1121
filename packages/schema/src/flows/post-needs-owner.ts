import { defineFlow } from "./flow.ts";
import { tellPerson } from "./tell-person.ts";

/** No log of its own, because a change of a post holds its caption; "Tell one person" leaves one. */
export const postNeedsOwner = defineFlow({
  id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6005",
  name: "A post needs its owner",
  icon: "event_busy",
  color: "#e35169",
  description:
    "When a post did not go out, missed its time, may be out or not, or is gone from its platform, its owner is told once, with what she can do.",
  log: "none",
  openToCreators: false,
  trigger: "event",
  options: { type: "action", scope: ["items.update"], collections: ["scheduled_posts"] },
  operations: [
    {
      key: "in_trouble",
      name: "Did it come to that just now?",
      type: "condition",
      options: {
        filter: {
          _or: [
            { $trigger: { payload: { status: { _in: ["failed", "missed"] } } } },
            { $trigger: { payload: { asked_at: { _nnull: true } } } },
            { $trigger: { payload: { taken_down_at: { _nnull: true } } } },
          ],
        },
      },
      resolve: "letters",
    },
    {
      key: "letters",
      name: "Put it into words",
      type: "write_to_owner",
      options: {
        about: "post",
        keys: "{{$trigger.keys}}",
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
