const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });

export const showMoment = (at: string): string => moment.format(new Date(at));
export const showDay = (at: string): string => day.format(new Date(at));
