import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";

export type EnvironmentRow = {
  name: string;
  readBy: string[];
  standard: string;
  isSecret: boolean;
};

/** The tables of variables in `deploy/environment.md`. */
export function environmentRows(): EnvironmentRow[] {
  const page = readFileSync(join(repositoryRoot, "deploy", "environment.md"), "utf8");
  return page.split("\n").flatMap((line): EnvironmentRow[] => {
    const cells = line.split("|").map((cell) => cell.trim());
    const [, name = "", readBy = "", standard = "", secret, meaning] = cells;
    if (meaning === undefined || !name.startsWith("`")) return [];
    return [
      {
        name: name.replaceAll("`", ""),
        readBy: readBy.split(", "),
        standard: standard.replaceAll("`", ""),
        isSecret: secret === "yes",
      },
    ];
  });
}
