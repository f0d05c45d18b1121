"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import { loginPath } from "#features/session/safe-next-path.ts";
import { closeSides } from "./close-sides.ts";
import { adminPath, fromPanel, isPanelLogin, toPanel } from "./panel-address.ts";

type Panel = {
  frame: RefObject<HTMLIFrameElement | null>;
  /** Where the frame starts, once it may; it goes on by itself, so this never changes. */
  src: string | null;
  state: "loading" | "there" | "failed";
  onLoad: () => void;
  reload: () => void;
};

/**
 * The panel in its frame, and our address in step with the panel's: links into it work, and so do
 * reload and Back. When its session is over, or was ended in it, the whole page goes to the log-in.
 */
export function usePanel(): Panel {
  const frame = useRef<HTMLIFrameElement>(null);
  const search = useSearchParams().toString();
  const address = `${usePathname()}${search === "" ? "" : `?${search}`}`;
  const hydrated = useHydrated();
  const [src] = useState(() => toPanel(address));
  const [state, setState] = useState<Panel["state"]>("loading");

  useEffect(() => closeSides(window.localStorage, window.innerWidth), []);

  useEffect(() => {
    const panel = frame.current?.contentWindow;
    const there = panel === null || panel === undefined ? null : fromPanel(panel.location.href);
    if (there !== null && toPanel(there) !== toPanel(address))
      panel?.location.assign(toPanel(address));
  }, [address]);

  const onLoad = () => {
    const panel = frame.current?.contentWindow;
    // What is not the panel is an error of the server in front of it.
    if (!panel?.document.getElementById("app")) return setState("failed");
    setState("there");
    const follow = () => {
      const { href } = panel.location;
      if (isPanelLogin(href)) return window.location.assign(loginPath(adminPath));
      const ours = fromPanel(href);
      if (ours !== null && toPanel(ours) !== toPanel(window.location.href)) {
        window.history.replaceState(null, "", ours);
      }
    };
    // Not every browser tells; there the address just stays where it was.
    panel.navigation?.addEventListener("currententrychange", ({ from }) => {
      // On its way out it notes how far it was scrolled, which is no move.
      if (from.url !== panel.location.href) follow();
    });
    follow();
  };

  const reload = () => {
    setState("loading");
    frame.current?.contentWindow?.location.replace(toPanel(address));
  };

  // A frame that comes with the page may be loaded before anybody listens.
  return { frame, src: hydrated ? src : null, state, onLoad, reload };
}
