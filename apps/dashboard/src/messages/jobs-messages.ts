import { jobs } from "./en/jobs.ts";

export const jobsMessages = { en: { jobs } };
