import { defineFlow } from "./flow.ts";

/** `POST /flows/trigger/<id>` with the secret as a bearer token and `{ creator_profile_id }`. */
export const readAccountAnew = defineFlow({
  id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6002",
  name: "Read an account anew",
  icon: "webhook",
  color: "#a2b5cd",
  description:
    "Another program asks for it with the secret of the installation, and the account is read as soon as the worker has time.",
  log: "all",
  openToCreators: false,
  trigger: "webhook",
  options: { method: "POST", async: false, error_on_reject: true, return: "$last" },
  operations: [
    {
      key: "secret",
      name: "Check the caller's secret",
      type: "check_secret",
      options: {},
      resolve: "names_account",
    },
    {
      key: "names_account",
      name: "Does it name an account?",
      type: "condition",
      options: {
        filter: {
          $trigger: {
            body: {
              creator_profile_id: {
                _regex: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
              },
            },
          },
        },
      },
      resolve: "account",
      reject: "not_named",
    },
    {
      key: "account",
      name: "Find the account",
      type: "item-read",
      options: {
        collection: "creator_profiles",
        permissions: "$full",
        key: ["{{$trigger.body.creator_profile_id}}"],
        query: { fields: ["id"] },
        emitEvents: false,
      },
      resolve: "job",
      reject: "not_there",
    },
    {
      key: "job",
      name: "Order the reading",
      type: "item-create",
      options: {
        collection: "media_jobs",
        permissions: "$full",
        // The rules of the gate and the queue's hook are events.
        emitEvents: true,
        payload: {
          job_type: "scrape_profile",
          creator_profile_id: "{{$trigger.body.creator_profile_id}}",
        },
      },
      resolve: "answer",
    },
    {
      key: "answer",
      name: "Answer with the job",
      type: "transform",
      options: { json: { media_job_id: "{{job[0]}}" } },
    },
    {
      key: "not_there",
      name: "Say that it is not there",
      type: "throw-error",
      options: {
        code: "NOT_FOUND",
        status: "404",
        message: "There is no such account. Nothing was started.",
      },
    },
    {
      key: "not_named",
      name: "Say what is missing",
      type: "throw-error",
      options: {
        code: "INVALID_PAYLOAD",
        status: "400",
        message: 'Send the id of the account as {"creator_profile_id": "…"}. Nothing was started.',
      },
    },
  ],
});
