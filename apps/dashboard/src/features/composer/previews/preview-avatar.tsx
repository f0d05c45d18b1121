import { cn } from "#components/ui/cn.ts";

/** Stands for her picture there, which is not kept here. */
export function PreviewAvatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-9 shrink-0 place-items-center bg-accent-soft font-strong text-accent",
        className,
      )}
    >
      {name.charAt(0).toUpperCase()}
    </span>
  );
}
