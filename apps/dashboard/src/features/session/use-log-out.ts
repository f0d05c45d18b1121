"use client";

import { signOut } from "@genie/directus-client";
import { useToast } from "#components/ui/toaster.tsx";
import { forgetTyped } from "#features/device/forget-typed.ts";
import { useMessages } from "#messages/use-messages.ts";
import { browserDirectus } from "./browser-directus.ts";
import { isSignedOut } from "./is-signed-out.ts";

/** Ends the session and goes to the log-in page; stays and says so when the server is away. */
export function useLogOut(): () => void {
  const { shell } = useMessages();
  const toast = useToast();
  return () => {
    signOut(browserDirectus()).then(leave, (error: unknown) => {
      if (isSignedOut(error)) leave();
      else toast(shell.logOutFailed);
    });
  };
}

function leave(): void {
  forgetTyped(window.localStorage);
  window.location.assign("/login");
}
