/** How far something is, 0 to 100. */
export function Progress({ value, label }: { value: number; label: string }) {
  return (
    <progress
      max={100}
      value={Math.min(100, Math.max(0, Math.round(value)))}
      aria-label={label}
      className="block h-1.5 w-full appearance-none overflow-hidden rounded-control bg-sunken [&::-moz-progress-bar]:rounded-control [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:rounded-control [&::-webkit-progress-value]:bg-accent"
    />
  );
}
