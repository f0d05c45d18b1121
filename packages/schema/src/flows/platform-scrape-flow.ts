import { defineFlow, type FlowOperation } from "./flow.ts";

const session = "{{login.session}}";

/** Steps after the log-in, each of which leads to the closing of the browser when it fails. */
const steps = [
  {
    key: "figures",
    name: "Read the profile's figures",
    type: "stagehand_extract",
    options: { session, account: "{{login.account}}", what: "profile" },
  },
  {
    key: "posts",
    name: "Read the newest posts",
    type: "stagehand_extract",
    options: { session, account: "{{login.account}}", what: "posts", max_posts: 250 },
  },
  {
    key: "create",
    name: "Add new posts to the library",
    type: "item-create",
    options: {
      collection: "scraped_media",
      payload: "{{posts.new}}",
      // The caller may not write figures; whose rows they are follows from the account.
      permissions: "$full",
      emitEvents: true,
    },
  },
  {
    key: "update",
    name: "Update the figures of known posts",
    type: "item-update",
    options: {
      collection: "scraped_media",
      payload: "{{posts.known}}",
      permissions: "$full",
      emitEvents: true,
    },
  },
  {
    key: "snapshot",
    name: "Add the figures to their course",
    type: "item-create",
    options: {
      collection: "profile_snapshots",
      payload: "{{figures.snapshot}}",
      permissions: "$full",
      emitEvents: true,
    },
  },
  {
    key: "profile",
    name: "Keep the figures on the account",
    type: "item-update",
    options: {
      collection: "creator_profiles",
      key: ["{{login.account}}"],
      payload: {
        profile_data: "{{figures.profile_data}}",
        last_scraped_at: "{{figures.profile_data.taken_at}}",
        scrape_status: "success",
        scrape_error: null,
      },
      permissions: "$full",
      emitEvents: true,
    },
  },
] as const satisfies readonly Omit<FlowOperation, "reject" | "resolve">[];

/**
 * Reads an account with its stored session, on demand: figures and newest posts into the library, known
 * posts anew, without their files, which the next scrape of the worker brings. Started with the account's
 * id; who starts it needs to own that.
 */
export const platformScrapeFlow = defineFlow({
  id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6101",
  name: "platform_scrape_flow",
  icon: "travel_explore",
  color: "#6644ff",
  description:
    "Signs in with the account's stored session, reads its figures and newest posts into the library, and closes the browser.",
  log: "all",
  openToCreators: true,
  trigger: "manual",
  options: {
    collections: ["creator_profiles"],
    location: "both",
    requireSelection: true,
    async: false,
    error_on_reject: true,
  },
  operations: [
    {
      key: "login",
      name: "Sign in with the stored session",
      type: "stagehand_cookie_login",
      options: { account: "{{$trigger.body.keys}}" },
      resolve: steps[0].key,
    },
    ...steps.map((step, index) => ({
      ...step,
      resolve: steps[index + 1]?.key ?? "close",
      reject: `${step.key}_failed`,
    })),
    {
      key: "close",
      name: "Close the browser",
      type: "stagehand_close",
      options: { session },
    },
    ...steps.map(({ key }) => ({
      key: `${key}_failed`,
      name: "Close the browser, say why",
      type: "stagehand_close",
      options: { session, failure: "{{$last}}" },
    })),
  ],
});
