/** Name and mark of the product; private mode blurs the name. */
export function Wordmark({ name }: { name: string }) {
  return (
    <p className="flex items-center gap-2.5 text-base font-strong">
      <Mark />
      <span data-sensitive>{name}</span>
    </p>
  );
}

export function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-8 shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M16 6.5l2.4 7.1 7.1 2.4-7.1 2.4L16 25.5l-2.4-7.1L6.5 16l7.1-2.4z"
        className="fill-on-accent"
      />
    </svg>
  );
}
