import { sealedStart } from "@genie/crypto";

/** The length of how a sealed value begins, which names its key. */
export const startLength = sealedStart(1).length;

/** SQL, `??` the column: how its value begins; null for what is no sealed value. */
export const startSql = `left(??->>'sealed', ${startLength})`;

/** SQL, `??` the column: whether it holds anything; what the gate has emptied is `{}`. */
export const isFilledSql = `coalesce(??::text, '{}') <> '{}'`;
