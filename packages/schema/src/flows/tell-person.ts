import { defineFlow } from "./flow.ts";

/** Called by other flows with `{ recipient, subject, message, collection, item }`. */
export const tellPerson = defineFlow({
  id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6001",
  name: "Tell one person",
  icon: "mark_email_unread",
  color: "#3399ff",
  description:
    "Leaves a notification in the person's inbox, and sends an e-mail when a mail server is set. Other flows start it.",
  log: "all",
  openToCreators: false,
  trigger: "operation",
  options: { return: "$last" },
  operations: [
    {
      key: "tell",
      name: "Leave a notification",
      type: "notification",
      options: {
        recipient: ["{{$trigger.recipient}}"],
        subject: "{{$trigger.subject}}",
        message: "{{$trigger.message}}",
        collection: "{{$trigger.collection}}",
        item: "{{$trigger.item}}",
        permissions: "$full",
      },
    },
  ],
});
