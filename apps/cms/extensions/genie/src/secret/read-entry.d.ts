export function readEntry(
  fields: readonly { name: string }[],
  typed: Readonly<Record<string, string | undefined>>,
): object | null;
