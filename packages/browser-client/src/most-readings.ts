/** Of each service half of the browsers that there usually are: the worker needs its places, to publish on time. */
const ofEachService = 3;

/** How many accounts flows read at the same time at most, all together, with so many browser services. */
export const mostReadings = (services: number): number => ofEachService * services;
