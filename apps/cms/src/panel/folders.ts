import type { Group } from "@genie/schema";

/** The groups of the panel's navigation, in order. */
export const folders: Record<Group, FolderLook> = {
  publishing: {
    name: "Publishing",
    note: "What goes out, when, and what became of it.",
    icon: "send",
    collapsed: false,
  },
  library: {
    name: "Library",
    note: "Pictures and videos, and how they are processed.",
    icon: "photo_library",
    collapsed: false,
  },
  accounts: {
    name: "Platforms",
    note: "Accounts on the platforms and their log-ins.",
    icon: "account_circle",
    collapsed: false,
  },
  audience: {
    name: "Fans and figures",
    note: "Who follows, and how the accounts are doing.",
    icon: "groups",
    collapsed: false,
  },
  automation: {
    name: "Automation",
    note: "Work that runs by itself, and what was done in a person's name.",
    icon: "smart_toy",
    collapsed: false,
  },
  taxonomy: {
    name: "Taxonomy",
    note: "Concepts and tags that content is classified by.",
    icon: "category",
    collapsed: true,
  },
  people: {
    name: "People and keys",
    note: "Who uses this installation, and with which programs.",
    icon: "badge",
    collapsed: true,
  },
  workshop: {
    name: "Behind the scenes",
    note: "Ledgers and links that the machine keeps. Look, but change nothing here.",
    icon: "settings_suggest",
    collapsed: true,
  },
};

type FolderLook = { name: string; note: string; icon: string; collapsed: boolean };

/** Directus keeps a group as a collection without a table, of this name. */
export const folderName = (group: Group) => `folder_${group}`;
