import type { Site } from "../recipe/site.ts";
import { sandboxAccount, sandboxLimits } from "../sandbox/platform.ts";
import { sandboxSite } from "../sandbox/site.ts";

/**
 * What is described of another site, its words and its ways, at the addresses of the sandbox, where it can
 * be tried. What the sandbox does not have is left out: a session in local storage.
 */
export function onSandbox(site: Site, origin: string): Site {
  const { platform: place, ...sandbox } = sandboxSite(origin);
  const { sessionStorage: _session, capturedStorage: _captured, ...platform } = site.platform;
  return {
    ...site,
    platform: {
      ...platform,
      ...sandboxAccount,
      origin,
      hosts: place.hosts,
      logInUrl: place.logInUrl,
      logInHosts: [],
      limits: sandboxLimits,
      sendTimeoutMs: place.sendTimeoutMs,
      profileUrl: place.profileUrl,
    },
    homePath: sandbox.homePath,
    logIn: sandbox.logIn,
    links: { ...sandbox.links, media: site.links.media },
    postPath: sandbox.postPath,
    fans: site.fans && { ...site.fans, path: "/fans" },
    compose: { ...site.compose, path: sandbox.compose.path },
  };
}
