"use client";

import { Eye, EyeOff, LogOut, type LucideIcon, Monitor, Moon, Plus, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { type Theme, themeNames } from "#features/device/device-preferences.ts";
import { useDevice } from "#features/device/device-provider.tsx";
import { useLogOut } from "#features/session/use-log-out.ts";
import { settingsSections } from "#features/settings/settings-sections.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { NavItem } from "./nav-items.ts";

type Command = {
  id: string;
  label: string;
  icon: LucideIcon;
  group: "actions" | "pages";
  shortcut?: string;
  run: () => void;
};

const themeIcons: Record<Theme, LucideIcon> = { system: Monitor, light: Sun, dark: Moon };

/** Every page and every action there is, for the command menu and the phone's "More". */
export function useCommands(items: readonly NavItem[], compose: () => void): Command[] {
  const { shell } = useMessages();
  const { settings } = useMessages(settingsMessages);
  const router = useRouter();
  const device = useDevice();

  const logOut = useLogOut();
  const pages = items.map<Command>((item) => ({
    id: item.href,
    label: shell[item.label],
    icon: item.icon,
    group: "pages",
    run: () => router.push(item.href),
  }));
  const sections = settingsSections.map<Command>(({ name, href, icon }) => ({
    id: href,
    label: `${shell.settings}: ${settings.sections[name]}`,
    icon,
    group: "pages",
    run: () => router.push(href),
  }));
  const themes = themeNames
    .filter((theme) => theme !== device.theme)
    .map<Command>((theme) => ({
      id: `theme-${theme}`,
      label: shell.useTheme[theme],
      icon: themeIcons[theme],
      group: "actions",
      run: () => device.change({ theme }),
    }));
  const newPost: Command = {
    id: "compose",
    label: shell.newPost,
    icon: Plus,
    group: "actions",
    ...(device.singleKeys && { shortcut: "N" }),
    run: compose,
  };
  const privacy: Command = {
    id: "private",
    label: device.privateMode ? shell.privateOff : shell.privateOn,
    icon: device.privateMode ? Eye : EyeOff,
    group: "actions",
    ...(device.singleKeys && { shortcut: "P" }),
    run: () => device.change({ privateMode: !device.privateMode }),
  };
  const leave: Command = {
    id: "log-out",
    label: shell.logOut,
    icon: LogOut,
    group: "actions",
    run: logOut,
  };
  return [...pages, ...sections, newPost, privacy, ...themes, leave];
}
