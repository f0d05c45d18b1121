import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import { repositoryRoot } from "@genie/stack";
import { platformFile, siteFile, testFile } from "./templates.ts";

const usualPackage = join(repositoryRoot, "packages", "platforms");
const place = "  // `genie platforms new` writes the next one here.\n";

/**
 * `genie platforms new <id>`: writes the folder of a platform and offers it. What it describes at first is
 * a site with the words of the sandbox, so that its suite passes before anything is known.
 * Throws `invalid_input` for an id that can't be one, `conflict` for one that is taken; nothing was
 * written then.
 */
export async function newPlatform(
  id: string,
  _options?: unknown,
  _command?: unknown,
  packageFolder = usualPackage,
): Promise<void> {
  await writePlatform(id, packageFolder);
  const folder = `packages/platforms/src/${id}`;
  process.stdout.write(
    [
      `${folder} is written, and the platform is offered as experimental.`,
      "Fill in what is known: platform.ts has the facts, site.ts the words of its pages.",
      "Then: npm run verify, and npm test -- integration --filter=" + id,
      "docs/add-a-platform.md says the rest.",
      "",
    ].join("\n"),
  );
}

/** The same in any copy of `packages/platforms`, without a word. */
export async function writePlatform(id: string, packageFolder: string): Promise<void> {
  if (!/^[a-z][a-z0-9]{1,30}$/.test(id)) {
    throw new AppError(
      "invalid_input",
      `"${id}" can't be the id of a platform. Take small letters and digits, beginning with a letter; nothing was written.`,
    );
  }
  const folder = join(packageFolder, "src", id);
  if (await isThere(folder)) {
    throw new AppError("conflict", `There is a folder ${folder} already. Nothing was written.`);
  }
  const list = join(packageFolder, "src", "described-sites.ts");
  const offered = offer(await readFile(list, "utf8"), id);
  await mkdir(folder);
  await writeFile(join(folder, "platform.ts"), platformFile(id));
  await writeFile(join(folder, "site.ts"), siteFile(id));
  await writeFile(join(folder, `${id}.int.test.ts`), testFile(id));
  await writeFile(list, offered);
}

function offer(source: string, id: string): string {
  const imported = 'import type { Site } from "./recipe/site.ts";\n';
  if (!source.includes(place) || !source.includes(imported)) {
    throw new AppError(
      "conflict",
      "packages/platforms/src/described-sites.ts has no place for a new platform any more. Nothing was written; put the comment back that names it.",
    );
  }
  return source
    .replace(imported, `import { ${id}Site } from "./${id}/site.ts";\n${imported}`)
    .replace(place, `  ${id}Site,\n${place}`);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
