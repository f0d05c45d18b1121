import { cn } from "./cn.ts";

/** Tells platforms apart at a glance; the name stands beside it or in the label. */
export function PlatformMark({ name, className }: { name: string; className?: string }) {
  return (
    <span aria-hidden className={cn("platform-mark", className)}>
      {name.charAt(0).toUpperCase()}
    </span>
  );
}
