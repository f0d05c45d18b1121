import { aboutMedia } from "./en/about-media.ts";
import { account } from "./en/account.ts";
import { admin } from "./en/admin.ts";
import { assistant } from "./en/assistant.ts";
import { calendar, posts } from "./en/calendar.ts";
import { composer } from "./en/composer.ts";
import { doubtful } from "./en/doubtful.ts";
import { extension } from "./en/extension.ts";
import { fans } from "./en/fans.ts";
import { flowEditor } from "./en/flow-editor.ts";
import { flows } from "./en/flows.ts";
import { home } from "./en/home.ts";
import { insights } from "./en/insights.ts";
import { jobs } from "./en/jobs.ts";
import { library } from "./en/library.ts";
import { libraryPage } from "./en/library-page.ts";
import { liveView } from "./en/live-view.ts";
import { mediaWork } from "./en/media-work.ts";
import { operations } from "./en/operations.ts";
import { ownTags } from "./en/own-tags.ts";
import { pauses } from "./en/pauses.ts";
import { platforms } from "./en/platforms.ts";
import { requests } from "./en/requests.ts";
import { rules } from "./en/rules.ts";
import { confirmations, runs } from "./en/runs.ts";
import { sessions } from "./en/sessions.ts";
import {
  appearance,
  devices,
  profile,
  recoveryCodes,
  security,
  settings,
  tokens,
} from "./en/settings.ts";
import { shared } from "./en/shared.ts";
import { taxonomy } from "./en/taxonomy.ts";
import { typedText } from "./en/typed-text.ts";
import { login, recovery, register, registration } from "./en/welcome.ts";
import { yourData } from "./en/your-data.ts";

/** All of it, for the server and for tests: a page names what it needs. */
export const en = {
  ...shared,
  aboutMedia,
  account,
  admin,
  assistant,
  calendar,
  posts,
  composer,
  doubtful,
  extension,
  fans,
  flowEditor,
  flows,
  home,
  insights,
  jobs,
  library,
  libraryPage,
  liveView,
  mediaWork,
  operations,
  ownTags,
  pauses,
  platforms,
  requests,
  rules,
  confirmations,
  runs,
  sessions,
  taxonomy,
  typedText,
  appearance,
  profile,
  security,
  settings,
  devices,
  recoveryCodes,
  tokens,
  login,
  recovery,
  register,
  registration,
  yourData,
};
