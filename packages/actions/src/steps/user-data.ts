import { roles } from "@genie/schema";
import { z } from "zod";
import type { Row } from "../step-tools.ts";

/** Roles of people that a step may give; administrators are made by administrators, in the panel. */
const given = { creator: roles.creator.id, viewer: roles.viewer.id } as const;

export const UserData = z.strictObject({
  first_name: z.string().max(50).optional(),
  last_name: z.string().max(50).optional(),
  language: z.string().max(20).optional(),
  role: z.enum(["creator", "viewer"]).optional(),
  status: z.enum(["active", "suspended"]).optional(),
});

/** The same with the id of the role, as Directus keeps it. */
export const userRow = ({ role, ...data }: z.infer<typeof UserData> & { email?: string }): Row => ({
  ...data,
  ...(role && { role: given[role] }),
});
