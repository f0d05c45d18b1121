import { defineFlow } from "./flow.ts";
import { tellPerson } from "./tell-person.ts";

/** Every hour, because the evening comes at another hour in each time zone. */
export const nightlyDigest = defineFlow({
  id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6003",
  name: "Nightly digest",
  icon: "bedtime",
  color: "#6644ff",
  description:
    "At nine in the evening by her own clock, each creator is told what went out, what needs her, and what goes out tomorrow.",
  log: "all",
  openToCreators: false,
  trigger: "schedule",
  options: { cron: "0 * * * *" },
  operations: [
    {
      key: "people",
      name: "Sum up their day",
      type: "sum_up_day",
      options: { whom: "due", hour: 21 },
      resolve: "tell",
    },
    {
      key: "tell",
      name: "Tell each of them",
      type: "trigger",
      options: { flow: tellPerson.id, payload: "{{people}}", iterationMode: "serial" },
    },
  ],
});
