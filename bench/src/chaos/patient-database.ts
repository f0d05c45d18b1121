import { setTimeout as wait } from "node:timers/promises";
import { Pool, type PoolConfig } from "pg";

/** A database that may be away for a while. */
export type PatientDatabase = {
  query: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  end: () => Promise<void>;
};

const againMs = 500;
const patienceMs = 60_000;

/** Asks again for up to a minute while the database does not answer: only for what may be asked twice. */
export function patientDatabase(config: PoolConfig): PatientDatabase {
  const pool = new Pool({ ...config, max: 4, connectionTimeoutMillis: 5_000 });
  // The next query opens another connection.
  pool.on("error", () => {});
  return {
    query: async (sql, values = []) => {
      const until = performance.now() + patienceMs;
      for (;;) {
        try {
          const { rows } = await pool.query<Record<string, unknown>>(sql, values);
          return rows;
        } catch (error) {
          if (performance.now() > until) throw error;
          await wait(againMs);
        }
      }
    },
    end: () => pool.end(),
  };
}
