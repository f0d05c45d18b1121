import { z } from "zod";

/** A variable that may be missing; an empty one counts as missing. */
export const optional = <Type extends z.ZodType>(type: Type) =>
  z.preprocess((value) => (value === "" ? undefined : value), type.optional());
