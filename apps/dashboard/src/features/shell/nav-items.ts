import {
  Activity,
  CalendarDays,
  ChartLine,
  HeartHandshake,
  House,
  Images,
  ListChecks,
  type LucideIcon,
  MessagesSquare,
  Settings,
  ShieldUser,
  SquareUser,
  Zap,
} from "lucide-react";
import type { Messages } from "#messages/messages.ts";

export type NavItem = {
  label: keyof Messages["shell"] &
    (
      | "actions"
      | "admin"
      | "assistant"
      | "calendar"
      | "fans"
      | "home"
      | "insights"
      | "jobs"
      | "media"
      | "operations"
      | "platforms"
      | "settings"
    );
  href: string;
  icon: LucideIcon;
  /** Where it stands in the rail. */
  place: "top" | "bottom";
  /** In the phone's bottom bar; what is not, stands behind "More". */
  inBottomBar: boolean;
  adminOnly?: boolean;
};

/** Every page of the shell. A page that does not exist has no line here. */
const navItems: readonly NavItem[] = [
  { label: "home", href: "/app", icon: House, place: "top", inBottomBar: true },
  {
    label: "calendar",
    href: "/app/calendar",
    icon: CalendarDays,
    place: "top",
    inBottomBar: true,
  },
  { label: "media", href: "/app/media", icon: Images, place: "top", inBottomBar: true },
  {
    label: "platforms",
    href: "/app/platforms",
    icon: SquareUser,
    place: "top",
    inBottomBar: false,
  },
  { label: "fans", href: "/app/fans", icon: HeartHandshake, place: "top", inBottomBar: false },
  {
    label: "insights",
    href: "/app/insights",
    icon: ChartLine,
    place: "top",
    inBottomBar: false,
  },
  { label: "jobs", href: "/app/jobs", icon: ListChecks, place: "top", inBottomBar: false },
  {
    label: "assistant",
    href: "/app/assistant",
    icon: MessagesSquare,
    place: "top",
    inBottomBar: false,
  },
  { label: "actions", href: "/app/actions", icon: Zap, place: "top", inBottomBar: false },
  { label: "settings", href: "/app/settings", icon: Settings, place: "bottom", inBottomBar: false },
  {
    label: "operations",
    href: "/app/operations",
    icon: Activity,
    place: "bottom",
    inBottomBar: false,
    adminOnly: true,
  },
  {
    label: "admin",
    href: "/admin",
    icon: ShieldUser,
    place: "bottom",
    inBottomBar: false,
    adminOnly: true,
  },
];

export function navItemsFor({ isAdmin }: { isAdmin: boolean }): readonly NavItem[] {
  return navItems.filter((item) => isAdmin || !item.adminOnly);
}

/** Whether the item is the page at `pathname`, or the section that it belongs to. */
export function isCurrent({ href }: Pick<NavItem, "href">, pathname: string): boolean {
  return pathname === href || (href !== "/app" && pathname.startsWith(`${href}/`));
}
