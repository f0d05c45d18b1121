"use client";

import { refreshSession, type Viewer } from "@genie/directus-client";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useToast } from "#components/ui/toaster.tsx";
import { ComposerGate } from "#features/composer/composer-gate.tsx";
import { useDevice } from "#features/device/device-provider.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { keepSession, whileUsed } from "#features/session/keep-session.ts";
import { leaveWhenSignedOut } from "#features/session/leave-when-signed-out.ts";
import { useMessages } from "#messages/use-messages.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { navItemsFor } from "./nav-items.ts";
import { OfflineStrip } from "./offline-strip.tsx";
import { SideRail } from "./side-rail.tsx";
import { useAddress } from "./use-address.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const CommandMenu = lazy(async () => {
  const { CommandMenu: Menu } = await import("./command-menu.tsx");
  return { default: Menu };
});

/** What stands round every page: navigation, command menu, shortcuts, the state of the connection. */
export function Shell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const { actions, shell } = useMessages();
  const [menuOpen, setMenuOpen] = useState(false);
  const device = useDevice();
  const toast = useToast();
  const address = useAddress();
  const items = navItemsFor(viewer);
  const compose = () => address.go({ compose: "new", post: null });

  useShortcuts({
    singleKeys: device.singleKeys,
    onCommandMenu: () => setMenuOpen((open) => !open),
    onCompose: compose,
    onPrivate: () => {
      device.change({ privateMode: !device.privateMode });
      toast(device.privateMode ? shell.privateIsOff : shell.privateIsOn);
    },
  });
  useEffect(
    () =>
      whileUsed(document, () => {
        keepSession({
          now: Date.now(),
          storage: window.localStorage,
          ...(window.isSecureContext && { locks: navigator.locks }),
          refresh: () => refreshSession(browserDirectus()),
        }).catch(leaveWhenSignedOut);
      }),
    [],
  );

  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 -translate-y-20 rounded-control bg-accent px-4 py-2 font-strong text-on-accent focus:translate-y-0"
      >
        {actions.skipToContent}
      </a>
      <SideRail items={items} onSearch={() => setMenuOpen(true)} />
      <div className="min-w-0 grow">
        <OfflineStrip />
        <main id="content" tabIndex={-1} className="pb-24 outline-none md:pb-12">
          {children}
        </main>
      </div>
      <BottomBar items={items} onMore={() => setMenuOpen(true)} />
      <ComposerGate viewer={viewer} />
      {menuOpen && (
        <Suspense>
          <CommandMenu items={items} onCompose={compose} onOpenChange={setMenuOpen} />
        </Suspense>
      )}
    </div>
  );
}
