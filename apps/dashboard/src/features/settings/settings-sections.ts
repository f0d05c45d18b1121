import {
  Archive,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Palette,
  Puzzle,
  ShieldCheck,
  SlidersHorizontal,
  Tags,
  UserRound,
} from "lucide-react";
import type { Messages } from "#messages/messages.ts";

type SettingsSection = {
  name: keyof Messages["settings"]["sections"];
  href: string;
  icon: LucideIcon;
};

export const settingsSections: readonly SettingsSection[] = [
  { name: "profile", href: "/app/settings/profile", icon: UserRound },
  { name: "rules", href: "/app/settings/rules", icon: ListChecks },
  { name: "presets", href: "/app/settings/presets", icon: SlidersHorizontal },
  { name: "tags", href: "/app/settings/tags", icon: Tags },
  { name: "security", href: "/app/settings/security", icon: ShieldCheck },
  { name: "extension", href: "/app/settings/extension", icon: Puzzle },
  { name: "tokens", href: "/app/settings/tokens", icon: KeyRound },
  { name: "appearance", href: "/app/settings/appearance", icon: Palette },
  { name: "data", href: "/app/settings/data", icon: Archive },
];
