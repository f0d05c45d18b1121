import { type ScriptedModel, startScriptedModel } from "@genie/scripted-model";
import { stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe } from "vitest";
import { describeAdapter } from "../conformance.ts";
import { recipeAdapter, type RecipeAdapter } from "../recipe/recipe-adapter.ts";
import type { Site } from "../recipe/site.ts";
import { onSandbox } from "./on-sandbox.ts";
import { arm, openContext, sandboxUnderTest } from "./sandbox-under-test.ts";
import { type BrowserUnderTest, startBrowser } from "./start-browser.ts";

export type DescribedOnSandbox = {
  adapter: RecipeAdapter;
  /** Signed in to nothing, in a browser that has a language model. */
  open: (username: string) => ReturnType<typeof openContext>;
};

/** The suite that every adapter passes (if it `conforms`), for what is described of a site, put over the sandbox; then `more`. */
export function describeOnSandbox(
  site: Site,
  more: (described: DescribedOnSandbox) => void = () => {},
  { conforms = true }: { conforms?: boolean } = {},
): void {
  const adapterAt = (origin: string) => recipeAdapter(onSandbox(site, origin));
  describe(`what is described of ${site.platform.name}`, () => {
    let model: ScriptedModel;
    let browserService: BrowserUnderTest;
    beforeAll(async () => {
      model = await startScriptedModel();
      const settings = { url: model.url, model: model.model, key: "key-of-the-model-0123456789" };
      browserService = await startBrowser(settings);
    });
    afterAll(async () => {
      await browserService.close();
      await model.close();
    });

    if (conforms) {
      describeAdapter(
        `${site.platform.name}, on the sandbox`,
        site.platform.guarantee,
        async () => {
          const platform = await sandboxUnderTest(adapterAt, browserService);
          return {
            ...platform,
            absenceIsDoubt: site.absence === "doubt",
            createAccount: async () => {
              const account = await platform.createAccount();
              if (site.readings.next === null)
                await arm({ kind: "endless_lists" }, account.username);
              return account;
            },
          };
        },
      );
    }

    const adapter = adapterAt(stackUnderTest().sandboxUrl);
    const { hosts } = adapter.platform;
    more({ adapter, open: (username) => openContext(hosts, username, { browserService }) });
  });
}
