import { customEndpoint } from "@directus/sdk";

/** A step of the gate's about log-ins that need a person. */
export const postToPeople = (step: string, body: object) =>
  customEndpoint({ method: "POST", path: `/people/${step}`, body: JSON.stringify(body) });
