import { defineFlow } from "./flow.ts";
import { tellPerson } from "./tell-person.ts";

/** `POST /flows/trigger/<id>` with `{ collection: "user_personas", keys: [her own] }`. */
export const digestNow = defineFlow({
  id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6004",
  name: "Tell me about my day",
  icon: "today",
  color: "#6644ff",
  description: "The nightly digest, now: what went out today, what needs you, and what comes.",
  log: "all",
  openToCreators: true,
  trigger: "manual",
  options: {
    collections: ["user_personas"],
    requireSelection: true,
    location: "both",
    async: false,
    error_on_reject: true,
  },
  operations: [
    {
      key: "people",
      name: "Sum up her day",
      type: "sum_up_day",
      options: { whom: "chosen", personas: "{{$trigger.body.keys}}" },
      resolve: "tell",
    },
    {
      key: "tell",
      name: "Tell her",
      type: "trigger",
      options: { flow: tellPerson.id, payload: "{{people}}", iterationMode: "serial" },
    },
  ],
});
