import { calendar, posts } from "./en/calendar.ts";

export const calendarMessages = { en: { calendar, posts } };
