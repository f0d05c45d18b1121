import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../paths.ts";
import { environmentRows } from "../testing/environment-rows.ts";
import { portNames, portVariable, usualPorts } from "../ports.ts";
import { secretNames } from "../secrets.ts";
import { parseSettings, settingNames } from "../settings.ts";
import { tools } from "../tools/tool.ts";

const read = (path: string) => readFileSync(join(repositoryRoot, path), "utf8");
const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name]) => name);
const shapeNames = (path: string) => namesIn(read(path), /^\s+([A-Z][A-Z0-9_]+): /gm);

const shared = {
  llmVariables: "packages/llm/src/llm-variables.ts",
  platformVariables: "packages/platforms/src/platform-variables.ts",
  telemetryVariables: "packages/telemetry/src/telemetry-variables.ts",
};

/** What a program's file of variables names, and what that takes over from packages. */
function variablesOf(path: string): (string | undefined)[] {
  const text = read(path);
  const taken = Object.entries(shared).filter(([name]) => text.includes(`...${name}`));
  return [path, ...taken.map(([, file]) => file)].flatMap(shapeNames);
}

/** Who reads which variable: `cms KEY`. */
function readInCode(): string[] {
  const files = globSync("apps/*/{,src/}{env,gate-env}.ts", { cwd: repositoryRoot });
  const programs = [...files, "apps/cms/extensions/genie/src/gate-env.ts"].flatMap((path) => {
    const [, app] = path.split("/");
    return variablesOf(path).map((name) => `${app} ${name}`);
  });
  const downloads = namesIn(read("scripts/download-node.mjs"), /\benv\.([A-Z_]+)/g);
  const start = [
    ...settingNames,
    ...secretNames,
    ...Object.values(tools).map(({ variable }) => variable),
    ...downloads,
    "GENIE_ENV_FILE",
  ];
  const ours = [...programs, ...start.map((name) => `start ${name}`)];
  const known = new Set(ours.map((line) => line.split(" ")[1]));
  const inContainers = namesIn(read("deploy/compose/compose.yaml"), /\$\{([A-Z][A-Z0-9_]+)/g)
    .filter((name) => !known.has(name))
    .map((name) => `compose ${name}`);
  return [...new Set([...ours, ...inContainers])].toSorted();
}

const rows = environmentRows();

it("the page lists each variable that a program reads, once, with all who read it, and no other", () => {
  const listed = rows.flatMap(({ name, readBy }) => readBy.map((program) => `${program} ${name}`));
  expect(listed.toSorted()).toEqual(readInCode());
  expect(rows.map(({ name }) => name)).toEqual([...new Set(rows.map(({ name }) => name))]);
});

it("the page gives the defaults that the settings have", () => {
  const ports = portNames.map((name) => [portVariable(name), usualPorts[name]] as const);
  const defaults = { ...parseSettings({}, repositoryRoot), ...Object.fromEntries(ports) };
  const told = Object.fromEntries(rows.map(({ name, standard }) => [name, standard]));
  const wanted = Object.entries(defaults).map(([name, value]) => {
    const isFolder = name === "GENIE_DATA_DIR";
    return [name, isFolder ? basename(String(value)) : String(value ?? "")];
  });
  expect(told).toMatchObject(Object.fromEntries(wanted));
});

it("the page calls every key a secret", () => {
  const told = rows.filter(({ isSecret }) => isSecret).map(({ name }) => name);
  const open = secretNames.filter((name) => !told.includes(name));
  expect(open).toEqual(["SEALING_PRIMARY_KEY", "ADMIN_EMAIL"]);
});

it("what is said of one program is said of a program that there is", () => {
  const apps = globSync("apps/*/package.json", { cwd: repositoryRoot }).map((path) =>
    basename(dirname(path)),
  );
  const programs = new Set(["compose", "start", ...apps]);
  expect(rows.flatMap(({ readBy }) => readBy).filter((name) => !programs.has(name))).toEqual([]);
});
