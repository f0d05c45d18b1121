import type { Services } from "../services.ts";
import { createAccount } from "./create-account.ts";
import { hashPassword, isPassword } from "./password.ts";

const demoAccounts = [
  { username: "demo", name: "Maya Lind", totp: false },
  { username: "demo-2fa", name: "Noor Haddad", totp: true },
] as const;

/** Makes the two demo accounts when they are missing, and gives them the password of the settings. */
export async function ensureDemoAccounts(services: Services): Promise<void> {
  const { accounts, demoPassword } = services;
  for (const demo of demoAccounts) {
    const there = accounts.find(demo.username);
    if (!there) await createAccount(services, { ...demo, password: demoPassword });
    else if (!(await isPassword(demoPassword, there.password_hash))) {
      accounts.setPassword(there.id, await hashPassword(demoPassword));
    }
  }
}
