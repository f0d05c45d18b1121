"use client";

import { Ellipsis, Plus } from "lucide-react";
import { prepareComposer } from "#features/composer/composer-gate.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { AddressLink } from "./address-link.tsx";
import type { NavItem } from "./nav-items.ts";
import { NavLink } from "./nav-link.tsx";
import { RailButton } from "./rail-button.tsx";

type BottomBarProps = { items: readonly NavItem[]; onMore: () => void };

/** The phone's navigation, in reach of a thumb. */
export function BottomBar({ items, onMore }: BottomBarProps) {
  const { shell } = useMessages();
  const shown = items.filter((item) => item.inBottomBar);
  return (
    <nav
      aria-label={shell.mainNavigation}
      className="fixed inset-x-0 bottom-0 z-30 flex gap-1 border-t border-line bg-card px-2 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] md:hidden"
    >
      {shown.slice(0, 2).map(barLink)}
      <AddressLink
        to={{ compose: "new", post: null }}
        aria-label={shell.newPost}
        onPointerDown={prepareComposer}
        className="grid min-h-12 flex-1 place-items-center"
      >
        <span className="grid size-11 place-items-center rounded-card bg-accent text-on-accent">
          <Plus aria-hidden className="size-6" />
        </span>
      </AddressLink>
      {shown.slice(2).map(barLink)}
      <div className="flex-1">
        <RailButton icon={Ellipsis} label={shell.more} onClick={onMore} />
      </div>
    </nav>
  );
}

function barLink(item: NavItem) {
  return (
    <NavLink
      key={item.href}
      item={item}
      className="min-h-12 flex-1 flex-col items-center justify-center gap-0.5 text-xs"
    />
  );
}
