import type { Flow } from "./flow.ts";
import { platformScrapeFlow } from "./platform-scrape-flow.ts";
import { processMedia } from "./process-media.ts";
import { tellPerson } from "./tell-person.ts";

/** Every flow that the release brings. An operator's own flows are none of these, and stay hers. */
export const flows: readonly Flow[] = [tellPerson, platformScrapeFlow, processMedia];
