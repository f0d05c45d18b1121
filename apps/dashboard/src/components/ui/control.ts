// 16 px: phones zoom into a field with smaller type.
export const control =
  "min-h-10 w-full min-w-0 rounded-control border border-control bg-card px-3 py-2 text-base text-ink placeholder:text-ink-soft disabled:opacity-55 aria-invalid:border-danger pointer-coarse:min-h-11";
