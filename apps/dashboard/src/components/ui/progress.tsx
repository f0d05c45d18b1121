/** How far something is, 0 to 100. */
export function Progress({ value, label }: { value: number; label: string }) {
  const percent = Math.min(100, Math.max(0, Math.round(value)));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuetext={`${percent}%`}
      className="h-1.5 w-full overflow-hidden rounded-control bg-sunken"
    >
      <div
        className="h-full rounded-control bg-accent transition-[width] duration-150"
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}
