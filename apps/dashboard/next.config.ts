import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  // Types are checked by `pnpm types`, over tests and server too.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: [
    "@genie/actions",
    "@genie/browser-client",
    "@genie/crypto",
    "@genie/directus-client",
    "@genie/errors",
    "@genie/logger",
    "@genie/platforms",
    "@genie/schema",
    "@genie/telemetry",
  ],
};

export default config;
