/** Where lists of jobs are kept; what asks for work invalidates it. */
export const jobsKey = ["jobs"] as const;
