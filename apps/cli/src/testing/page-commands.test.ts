import { expect, it } from "vitest";
import { commandsIn } from "./page-commands.ts";

const page = `
Run \`npm start\`, or \`0 3 * * * cd /opt/x && npm run
genie -- backup\`; \`nginx\` is no command, nor is \`worker\`.

1. In a list:

   \`\`\`sh
   cd /opt/x && node a.mjs \\
     --b
   psql <<SQL
   select 1;
   SQL
   \`\`\`

\`\`\`json
{ "command": "npm run nothing" }
\`\`\`
`;

it("finds what is to be typed, in blocks and in sentences, and nothing else", () => {
  expect(commandsIn(page)).toEqual([
    "node a.mjs --b",
    "psql <<SQL\nselect 1;\nSQL",
    "npm start",
    "npm run genie -- backup",
  ]);
});
