import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Installation, readDatabaseClock } from "@genie/stack";

const run = promisify(execFile);
const mostMs = 5_000;

/** Whether this machine and the database agree on the time, and it is kept right by the network. */
export async function checkClock(installation: Installation): Promise<string | null> {
  const before = Date.now();
  const database = await readDatabaseClock(installation);
  const apartMs = Math.abs(database - (before + Date.now()) / 2);
  if (apartMs > mostMs) {
    return `This machine and the database are ${Math.round(apartMs / 1000)} s apart, so posts go out at another time than the dashboard says. Set both clocks by the network: timedatectl set-ntp true`;
  }
  return (await isUnsynchronized())
    ? "Nothing keeps the clock of this machine right, so posts will go out late or early one day. Switch it on: timedatectl set-ntp true"
    : null;
}

/** False where systemd does not say. */
async function isUnsynchronized(): Promise<boolean> {
  try {
    const { stdout } = await run("timedatectl", [
      "show",
      "--property=NTP",
      "--property=NTPSynchronized",
    ]);
    return /^NTP=no$/m.test(stdout) && /^NTPSynchronized=no$/m.test(stdout);
  } catch {
    return false;
  }
}
