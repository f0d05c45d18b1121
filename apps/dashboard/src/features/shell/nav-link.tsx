"use client";

import { IntentLink } from "#components/ui/intent-link.tsx";
import { usePathname } from "next/navigation";
import { cn } from "#components/ui/cn.ts";
import { useMessages } from "#messages/use-messages.ts";
import { isCurrent, type NavItem } from "./nav-items.ts";

export function NavLink({ item, className }: { item: NavItem; className: string }) {
  const { shell } = useMessages();
  const current = isCurrent(item, usePathname());
  const Icon = item.icon;
  return (
    <IntentLink
      href={item.href}
      aria-current={current ? "page" : undefined}
      className={cn(
        "flex rounded-control transition-colors duration-100",
        current ? "bg-accent-soft text-accent" : "text-ink-soft hover:bg-sunken hover:text-ink",
        className,
      )}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <span>{shell[item.label]}</span>
    </IntentLink>
  );
}
