"use client";

import { LogOut } from "lucide-react";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { useLogOut } from "#features/session/use-log-out.ts";
import { isCurrent } from "#features/shell/nav-items.ts";
import { Page } from "#features/shell/page.tsx";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { settingsSections } from "./settings-sections.ts";

export function SettingsFrame({ children }: { children: ReactNode }) {
  const { settings } = useMessages(settingsMessages);
  const { shell, titles } = useMessages();
  const logOut = useLogOut();
  const pathname = usePathname();
  return (
    <Page
      title={titles.settings}
      action={
        <Button variant="secondary" onClick={logOut}>
          <LogOut aria-hidden />
          {shell.logOut}
        </Button>
      }
    >
      <div className="grid grid-cols-1 gap-6 md:grid-cols-[12rem_minmax(0,1fr)] md:gap-8">
        <nav aria-label={settings.sectionsLabel}>
          <ul className="grid grid-cols-2 gap-1 sm:flex md:flex-col">
            {settingsSections.map(({ name, href, icon: Icon }) => {
              const current = isCurrent({ href }, pathname);
              return (
                <li key={name}>
                  <IntentLink
                    href={href}
                    aria-current={current ? "page" : undefined}
                    className={cn(
                      "flex min-h-10 items-center gap-2.5 rounded-control px-3 py-2 pointer-coarse:min-h-11",
                      current
                        ? "bg-accent-soft text-accent"
                        : "text-ink-soft hover:bg-sunken hover:text-ink",
                    )}
                  >
                    <Icon aria-hidden className="size-4 shrink-0" />
                    {settings.sections[name]}
                  </IntentLink>
                </li>
              );
            })}
          </ul>
        </nav>
        <div className="grid grid-cols-1 content-start gap-6">{children}</div>
      </div>
    </Page>
  );
}
