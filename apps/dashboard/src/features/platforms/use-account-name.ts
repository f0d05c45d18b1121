"use client";

import type { Profile } from "@genie/directus-client";
import { usePlatformNames } from "./platforms-provider.tsx";

/** Says an account in a line: "Sandbox, @robin". It tells who she is, so private mode hides it. */
export function useAccountName(): (account: Pick<Profile, "platform" | "username">) => string {
  const platforms = usePlatformNames();
  return ({ platform, username }) =>
    `${platforms.find(({ id }) => id === platform)?.name ?? platform}, @${username}`;
}
