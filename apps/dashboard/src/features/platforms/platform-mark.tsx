/** Stands for a platform: we draw nobody's logo. */
export function PlatformMark({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="grid size-10 shrink-0 place-items-center rounded-control bg-sunken text-base font-strong text-ink-soft"
    >
      {name.slice(0, 1).toUpperCase()}
    </span>
  );
}
