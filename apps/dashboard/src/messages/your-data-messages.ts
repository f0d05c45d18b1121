import { yourData } from "./en/your-data.ts";

export const yourDataMessages = { en: { yourData } };
