import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { DirectusClient } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { expect, it } from "vitest";
import { patientClient } from "./patient-client.ts";

const away = new AppError("upstream_unavailable", "Directus is away.");
const command = () => ({ path: "/", method: "GET" as const });

function failing(times: number, error: Error = away) {
  let calls = 0;
  const client: DirectusClient = {
    send: async <Output>() => {
      calls += 1;
      if (calls <= times) throw error;
      return "answer" as Output;
    },
  };
  return { client, calls: () => calls };
}

/** Time that passes only while the client pauses. */
function clock() {
  let time = 0;
  return { now: () => time, pause: async (ms: number) => void (time += ms) };
}

it("outlasts a restart of Directus", async () => {
  const { client, calls } = failing(6);
  const { signal } = new AbortController();
  const patient = patientClient(client, { patienceMs: 60_000, signal, ...clock() });
  expect(await patient.send(command)).toBe("answer");
  expect(calls()).toBe(7);
});

it("gives up after its patience, and at once when the worker stops", async () => {
  const stopping = new AbortController();
  const { client, calls } = failing(Number.POSITIVE_INFINITY);
  const { now, pause } = clock();
  const options = { patienceMs: 10_000, signal: stopping.signal, now, pause };
  const patient = patientClient(client, options);
  await expect(patient.send(command)).rejects.toBe(away);
  expect(now()).toBeGreaterThan(10_000);
  expect(now()).toBeLessThan(20_000);
  const before = calls();
  stopping.abort();
  await expect(patient.send(command)).rejects.toBe(away);
  expect(calls()).toBe(before + 1);
});

it("does not repeat what was refused", async () => {
  const refused = new AppError("invalid_input", "No.");
  const { client, calls } = failing(1, refused);
  const { signal } = new AbortController();
  const patient = patientClient(client, { patienceMs: 60_000, signal, ...clock() });
  await expect(patient.send(command)).rejects.toBe(refused);
  expect(calls()).toBe(1);
});

const imported = (name: string) => JSON.stringify(import.meta.resolve(name));

it("a process that has nothing else to do lives until the answer comes", async () => {
  const program = `
    import { AppError } from ${imported("@genie/errors")};
    import { patientClient } from ${imported("./patient-client.ts")};
    let calls = 0;
    const send = async () => {
      calls += 1;
      if (calls === 1) throw new AppError("upstream_unavailable", "away");
      return calls;
    };
    const { signal } = new AbortController();
    const client = patientClient({ send }, { patienceMs: 60_000, signal });
    process.stdout.write(String(await client.send("a command")));
  `;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", program]);
  expect(stdout).toBe("2");
});
