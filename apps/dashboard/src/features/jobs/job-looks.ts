import type { Job } from "@genie/directus-client";
import {
  BadgeCheck,
  CircleAlert,
  CircleCheck,
  CircleSlash,
  Clock,
  LoaderCircle,
  type LucideIcon,
  RefreshCw,
  Send,
  Sparkles,
  Trash2,
} from "lucide-react";
import { workIcons } from "#features/media-work/work-icons.ts";

export const kindIcons = {
  ...workIcons,
  scrape_profile: RefreshCw,
  publish_post: Send,
  classify: Sparkles,
  verify_platform: BadgeCheck,
  delete_post: Trash2,
} as const satisfies Record<Job["kind"], LucideIcon>;

export const stateLooks = {
  active: { icon: LoaderCircle, className: "text-accent" },
  queued: { icon: Clock, className: "text-ink-soft" },
  failed: { icon: CircleAlert, className: "text-danger" },
  completed: { icon: CircleCheck, className: "text-good" },
  cancelled: { icon: CircleSlash, className: "text-ink-soft" },
} as const satisfies Record<Job["status"], { icon: LucideIcon; className: string }>;
