import { cn } from "./cn.ts";

/** Tells platforms apart at a glance; the name stands beside it or in the label. */
export function PlatformMark({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-5 shrink-0 place-items-center rounded-control border border-line bg-card text-xs font-strong text-ink",
        className,
      )}
    >
      {name.charAt(0).toUpperCase()}
    </span>
  );
}
