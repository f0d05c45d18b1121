import type { ChatModel } from "@genie/llm";
import type { BrowserContext, ElementHandle, Page } from "playwright-core";
import { createGuide, type Guide } from "./create-guide.ts";
import type { Findings } from "./findings.ts";

/** What a session has for pages that are not what they were, with a language model configured. */
export type SessionHelp = {
  guide: Guide;
  findings: Findings;
  /** What was found on the document that is open, by `keyOf` its target. */
  found: Map<string, ElementHandle>;
  /** Fields that were filled in on it. */
  filled: ElementHandle[];
  /** What was ever typed in this session; the model must not see it. */
  typed: Set<string>;
};

export type ModelHelp = { ask: ChatModel["ask"]; findings: Findings };

/** Cookies with a short value are settings, whose words are on any page. */
const shortestToken = 8;

/** Nothing is started by this: Stagehand is attached when it is first needed. */
export function createSessionHelp(
  { ask, findings }: ModelHelp,
  page: Page,
  { debuggerHost, ending }: { debuggerHost: string; ending: AbortSignal },
): SessionHelp {
  const typed = new Set<string>();
  const help: SessionHelp = {
    guide: createGuide({
      ask,
      debuggerHost,
      ending,
      secrets: async () => [...typed, ...(await tokensOf(page.context()))],
    }),
    findings,
    found: new Map(),
    filled: [],
    typed,
  };
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) return;
    help.found.clear();
    help.filled.length = 0;
  });
  return help;
}

async function tokensOf(context: BrowserContext): Promise<string[]> {
  const values = (await context.cookies()).map(({ value }) => value);
  return values.filter((value) => value.length >= shortestToken);
}
