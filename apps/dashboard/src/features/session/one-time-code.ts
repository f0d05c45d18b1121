import { z } from "zod";

/** Six digits, as typed or as pasted ("123 456"). */
export function oneTimeCode(incomplete: string) {
  return z
    .string()
    .transform((text) => text.replaceAll(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, incomplete));
}
