import { AppError } from "@genie/errors";
import { z } from "zod";
import { defineStep } from "../define-step.ts";
import type { StepPlatform } from "../step-tools.ts";

export const findAccount = defineStep({
  name: "find-account",
  description:
    "Finds which connected account of hers a page belongs to, by the platform's host. Answers {account_id, platform, username}.",
  input: z.strictObject({ url: z.url().max(2048) }),
  output: z.strictObject({ account_id: z.uuid(), platform: z.string(), username: z.string() }),
  effect: "read",
  timeoutMs: 10_000,
  onlyLooks: true,
  run: async ({ url }, { tools }) => {
    const page = new URL(url);
    const platform = tools.platforms.find((one) => isOn(one, page));
    if (platform === undefined) {
      throw new AppError(
        "invalid_input",
        "This page is on no platform that is read in a browser here. Nothing was opened; give the address of a page of one of your accounts.",
      );
    }
    const accounts = await tools.ownRows("creator_profiles").read({
      fields: ["id", "platform", "username"],
      filter: { platform: { _eq: platform.id }, connection_status: { _eq: "connected" } },
      sort: ["date_created"],
      limit: 100,
    });
    const named = accounts.find(({ username }) => isNamed(page, String(username)));
    const account = named ?? accounts[0];
    if (account === undefined) {
      throw new AppError(
        "not_found",
        `You have no connected account on ${platform.name}. Nothing was opened; connect one under Platforms first.`,
      );
    }
    return {
      account_id: String(account["id"]),
      platform: platform.name,
      username: String(account["username"]),
    };
  },
});

/** `*.example.com` takes every host below example.com; a port has to be the same. */
const isOn = ({ hosts }: StepPlatform, { host }: URL): boolean =>
  hosts.some((one) => (one.startsWith("*.") ? host.endsWith(one.slice(1)) : host === one));

const isNamed = ({ pathname }: URL, username: string): boolean =>
  pathname
    .toLowerCase()
    .split("/")
    .some((part) => part.replace(/^@/, "") === username.toLowerCase());
