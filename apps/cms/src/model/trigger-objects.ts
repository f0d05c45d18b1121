import type { DatabaseObject } from "./database-object.ts";

/** A function in PL/pgSQL that triggers of its name run. */
export function triggerFunction(name: string, block: string): DatabaseObject {
  return sqlFunction(name, { takes: "", returns: "trigger" }, block);
}

/** A function in PL/pgSQL; `fill` is run once it is there. */
export function sqlFunction(
  name: string,
  { takes, returns, fill }: { takes: string; returns: string; fill?: string },
  block: string,
): DatabaseObject {
  const body = `\n${block};\n`;
  return {
    body,
    kind: "function",
    table: null,
    name,
    create: `create function ${name}(${takes}) returns ${returns} language plpgsql as $genie$${body}$genie$`,
    ...(fill !== undefined && { fill }),
  };
}

/** Runs the function `calls`, or that of the same name, for each row that `events` touch, or for `each`. */
export function triggerOn(
  table: string,
  name: string,
  events: string,
  { each = "for each row", calls = name }: { each?: string; calls?: string } = {},
): DatabaseObject {
  return {
    kind: "trigger",
    table,
    name,
    create: `create trigger ${name} ${events} on ${table} ${each} execute function ${calls}()`,
  };
}
