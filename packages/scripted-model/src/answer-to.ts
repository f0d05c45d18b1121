import type { Asked } from "./asked.ts";
import { fillSchema } from "./fill-schema.ts";
import { findElements } from "./find-elements.ts";
import { nameTags } from "./name-tags.ts";
import { pointAtFans } from "./point-at-fans.ts";
import { pointAt, type WantedField } from "./point-at.ts";
import { readTree, type TreeNode } from "./read-tree.ts";
import { z } from "zod";

/** The part of a JSON schema that says what is wanted where. */
const Field = z.object({ type: z.string().optional(), description: z.string().optional() });
const Fields = z.object({ properties: z.record(z.string(), Field) });
const Wanted = z.object({
  properties: z.object({
    fields: Fields,
    rows: z.object({ description: z.string().optional(), items: Fields }).optional(),
  }),
});

const words = "Warm light and plain words work best here.";
const nobody = "0-999999";

/** What a model would answer; `wrong` and `absent` are what one must not get away with. */
export function answerTo(
  messages: Asked["messages"],
  wanted: { name: string; schema: unknown },
  kind: "fit" | "wrong" | "absent",
): unknown {
  const said = messages.findLast(({ role }) => role === "user")?.content ?? "";
  if (wanted.name === "Tags") return nameTags(said, kind);
  const tree = readTree(said);
  if (wanted.name === "Observation") {
    const [, what = ""] = /Find this one element: (.*?)\. Answer/.exec(said) ?? [];
    const elements = kind === "wrong" ? others(tree, what) : findElements(tree, what);
    return {
      elements: elements.map(({ id, name }) => ({
        elementId: kind === "absent" ? nobody : id,
        description: name,
        method: "click",
        arguments: [],
      })),
    };
  }
  const page = Wanted.safeParse(wanted.schema);
  if (!page.success) return fillSchema(wanted.schema, words);
  const { fields, rows } = page.data.properties;
  const isAboutFans = rows?.description?.startsWith("a fan") === true;
  const pointed = isAboutFans
    ? pointAtFans(tree, listOf(fields), listOf(rows.items))
    : pointAt(tree, listOf(fields), rows && listOf(rows.items));
  if (kind === "fit") return pointed;
  const id = kind === "absent" ? nobody : (tree[0]?.id ?? nobody);
  return JSON.parse(JSON.stringify(pointed).replaceAll(/"\d+-\d+"/g, JSON.stringify(id)));
}

function listOf({ properties }: z.infer<typeof Fields>): WantedField[] {
  return Object.entries(properties).map(([name, { type, description = "" }]) => ({
    name,
    isMany: type === "array",
    what: description.replace(/^Id of the element: /, ""),
  }));
}

/** An element of another kind than the one that is meant. */
function others(tree: readonly TreeNode[], what: string): TreeNode[] {
  const meant = new Set(findElements(tree, what));
  const other = tree.find((node) => /^(button|link|textbox)/.test(node.role) && !meant.has(node));
  return other ? [other] : [];
}
