"use client";

import { EyeOff, Search } from "lucide-react";
import { useDevice } from "#features/device/device-provider.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { type NavItem } from "./nav-items.ts";
import { NavLink } from "./nav-link.tsx";
import { RailButton } from "./rail-button.tsx";
import { useMenuKeys } from "./use-menu-keys.ts";
import { Mark } from "./wordmark.tsx";

type SideRailProps = { items: readonly NavItem[]; onSearch: () => void };

/** The slim rail of wide windows: an icon with its word below. */
export function SideRail({ items, onSearch }: SideRailProps) {
  const { shell } = useMessages();
  const { privateMode, singleKeys, change } = useDevice();
  const link = "flex-col items-center gap-1 px-1 py-2 text-xs short:gap-0.5 short:py-1";
  return (
    <nav
      aria-label={shell.mainNavigation}
      className="sticky top-0 hidden h-dvh w-22 shrink-0 flex-col gap-1 overflow-y-auto border-r border-line bg-card p-2 md:flex"
    >
      <div className="mx-auto mt-2 mb-4 short:mt-0 short:mb-1" data-sensitive>
        <Mark />
      </div>
      {items
        .filter((item) => item.place === "top")
        .map((item) => (
          <NavLink key={item.href} item={item} className={link} />
        ))}
      <div className="mt-auto grid gap-1">
        <RailButton
          icon={Search}
          label={shell.openCommandMenu}
          keys={useMenuKeys()}
          onClick={onSearch}
        />
        <RailButton
          icon={EyeOff}
          label={shell.privateShort}
          pressed={privateMode}
          {...(singleKeys && { keys: "P" })}
          onClick={() => change({ privateMode: !privateMode })}
        />
        {items
          .filter((item) => item.place === "bottom")
          .map((item) => (
            <NavLink key={item.href} item={item} className={link} />
          ))}
      </div>
    </nav>
  );
}
