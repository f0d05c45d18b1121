import { choiceField } from "../form-fields.js";

/** How the builder shows the step, and what it asks for. */
export const sumUpDay = {
  id: "sum_up_day",
  name: "Sum up the day",
  icon: "summarize",
  description:
    "Says in numbers what became of each creator's day and what comes tomorrow, for those for whom the hour has come.",
  overview: ({ whom, hour }) => [
    {
      label: "For",
      text: whom === "chosen" ? "the chosen people" : `everybody where it is ${hour ?? 21}:00`,
    },
  ],
  options: [
    choiceField({
      field: "whom",
      name: "For whom",
      choices: [
        { text: "Everybody for whom the hour has come", value: "due" },
        { text: "The people named below", value: "chosen" },
      ],
      schema: { default_value: "due" },
    }),
    {
      field: "hour",
      name: "Hour",
      type: "integer",
      meta: {
        width: "half",
        interface: "input",
        note: "From 0 to 23, by each person's own clock. Run the flow every hour.",
        options: { min: 0, max: 23 },
      },
      schema: { default_value: 21 },
    },
    {
      field: "personas",
      name: "People",
      type: "json",
      meta: {
        width: "full",
        interface: "tags",
        note: "Ids of rows of user_personas, such as {{$trigger.body.keys}}.",
        options: { placeholder: "{{$trigger.body.keys}}" },
      },
    },
  ],
};
