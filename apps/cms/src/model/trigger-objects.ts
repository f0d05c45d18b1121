import type { DatabaseObject } from "./database-object.ts";

/** A function in PL/pgSQL that triggers of its name run. */
export function triggerFunction(name: string, block: string): DatabaseObject {
  const body = `\n${block};\n`;
  return {
    body,
    kind: "function",
    table: null,
    name,
    create: `create function ${name}() returns trigger language plpgsql as $genie$${body}$genie$`,
  };
}

/** Runs the function of the same name for each row that `events` touch. */
export function triggerOn(table: string, name: string, events: string): DatabaseObject {
  return {
    kind: "trigger",
    table,
    name,
    create: `create trigger ${name} ${events} on ${table} for each row execute function ${name}()`,
  };
}
