import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { normaliseEmail } from "@genie/accounts";
import {
  changeAccount,
  createActiveUser,
  createDirectusClient,
  deleteAccountOf,
  invitePerson,
  type AccountStatus,
  listAccounts,
  readDeletion,
  turnOffTwoFactorOf,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { deletionReport, roles } from "@genie/schema";
import { openInstallation } from "@genie/stack";
import Table from "cli-table3";
import { Command, Option } from "commander";
import { findAccount } from "../find-account.ts";

const roleOption = new Option("--role <role>", "what the person may do")
  .choices(["creator", "viewer"] as const)
  .default("creator");

/** `genie users`: accounts of people. */
export const usersCommand = new Command("users")
  .description("Accounts of people")
  .addCommand(new Command("list").description("Show all accounts").action(list))
  .addCommand(
    new Command("create")
      .description("Make an account; prints a first password once")
      .argument("<email>")
      .addOption(roleOption)
      .action(create),
  )
  .addCommand(
    new Command("invite")
      .description(
        "Send somebody a letter to open an account with; without a mail server, print the link",
      )
      .argument("<email>")
      .addOption(roleOption)
      .action(invite),
  )
  .addCommand(
    new Command("suspend")
      .description("Sign a person out everywhere and keep her out; nothing is deleted")
      .argument("<email>")
      .action((email: string) => setStatus(email, "suspended")),
  )
  .addCommand(
    new Command("activate")
      .description(
        "Let a suspended person in again; one who never confirmed her address needs a letter",
      )
      .argument("<email>")
      .action((email: string) => setStatus(email, "active")),
  )
  .addCommand(
    new Command("password")
      .description("Set a new first password and print it once")
      .argument("<email>")
      .action(resetPassword),
  )
  .addCommand(
    new Command("two-factor-off")
      .description("Let a person who lost her authenticator app in with her password alone")
      .argument("<email>")
      .action(turnOffTwoFactor),
  )
  .addCommand(
    new Command("delete")
      .description("Delete a person with everything that is hers, for good; prints the report")
      .argument("<email>")
      .requiredOption("--yes", "that this is meant: nothing brings it back")
      .action(deleteForGood),
  );

function client() {
  const { directus, adminToken } = openInstallation().running();
  return createDirectusClient({ url: directus, token: adminToken });
}

const stateNames: Record<AccountStatus, string> = {
  active: "active",
  archived: "archived",
  draft: "draft",
  invited: "invited",
  other: "other",
  suspended: "suspended",
  unverified: "not confirmed",
};

async function list(): Promise<void> {
  const table = new Table({
    head: ["E-mail", "Name", "Role", "State", "Last seen"],
    style: { head: [], border: [] },
  });
  for (const { email, firstName, role, status, lastAccess } of await listAccounts(client())) {
    table.push([email, firstName ?? "", role ?? "", stateNames[status], lastAccess ?? "never"]);
  }
  process.stdout.write(`${table.toString()}\n`);
}

async function create(text: string, { role }: { role: "creator" | "viewer" }): Promise<void> {
  const email = addressIn(text);
  const password = firstPassword();
  const result = await createActiveUser(client(), {
    email,
    password,
    roleId: roles[role].id,
  });
  if (result === "exists") {
    throw new AppError("conflict", `${email} has an account already. Nothing was created.`);
  }
  say(`${email} can sign in with the password ${password} and should change it then.`);
}

async function invite(text: string, { role }: { role: "creator" | "viewer" }): Promise<void> {
  const email = addressIn(text);
  const link = await invitePerson(client(), { email, role });
  say(
    link === null
      ? `${email} has a letter. Its link opens the account, once, for seven days.`
      : `This installation sends no e-mail. Give this link to ${email} yourself: it opens the account, once, for seven days.\n${link}`,
  );
}

function addressIn(text: string): string {
  const email = normaliseEmail(text);
  if (email !== undefined) return email;
  throw new AppError("invalid_input", `${text} is not an e-mail address. Nothing was created.`);
}

async function setStatus(email: string, status: "active" | "suspended"): Promise<void> {
  const directus = client();
  const { id, status: before } = await findAccount(directus, email);
  requireOpened(email, before);
  await changeAccount(directus, id, { status });
  say(status === "active" ? `${email} can sign in.` : `${email} is signed out and can't sign in.`);
}

/** Who never opened her account has not shown that its address is hers; by this nobody skips that. */
function requireOpened(email: string, status: AccountStatus): void {
  const why = {
    invited: "was invited and has not chosen a password yet",
    unverified: "has registered and not confirmed the address",
  };
  if (status !== "invited" && status !== "unverified") return;
  throw new AppError(
    "conflict",
    `${email} ${why[status]}, so nobody can sign in. Nothing was changed. "npm run genie -- users invite ${email}" sends a new letter that opens the account, "users delete" removes it.`,
  );
}

function sayIfKeptOut(email: string, status: AccountStatus): void {
  if (status === "active") return;
  say(
    `The account is ${stateNames[status]}, so she can't sign in yet. This lets her in: npm run genie -- users activate ${email}`,
  );
}

async function resetPassword(email: string): Promise<void> {
  const directus = client();
  const password = firstPassword();
  const { id, status } = await findAccount(directus, email);
  requireOpened(email, status);
  await changeAccount(directus, id, { password });
  say(`The new password of ${email} is ${password}. She should change it at once.`);
  sayIfKeptOut(email, status);
}

async function turnOffTwoFactor(email: string): Promise<void> {
  const directus = client();
  const { id, status } = await findAccount(directus, email);
  requireOpened(email, status);
  await turnOffTwoFactorOf(directus, id);
  say(`${email} needs her password alone to sign in and should turn two-factor on again.`);
  sayIfKeptOut(email, status);
}

async function deleteForGood(email: string): Promise<void> {
  const directus = client();
  const { ticket } = await deleteAccountOf(directus, (await findAccount(directus, email)).id);
  for (;;) {
    const status = await readDeletion(directus, ticket);
    if (status.status === "completed") {
      say(deletionReport(status).trimEnd());
      return;
    }
    await wait(askAgainMs);
  }
}

const askAgainMs = 500;

const firstPassword = () => randomBytes(15).toString("base64url");

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
