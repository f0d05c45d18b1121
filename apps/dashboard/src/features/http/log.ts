import { createLogger } from "@genie/logger";

export const log = createLogger({ service: "dashboard" });
