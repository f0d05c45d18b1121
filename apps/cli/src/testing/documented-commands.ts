/** Pages that tell people what to type. */
export const commandPages = [
  "README.md",
  "docs/{add-a-platform,agents,creators,developers,operators,scaling}.md",
  "docs/runbooks/*.md",
  "deploy/README.md",
  "integrations/*/README.md",
];

/** One that documented-commands.int.test.ts types as it stands in a page, but for names, and what it has to show. */
export type Run = {
  command: string;
  shows: RegExp;
  /** On what was restored, and not on the stack of the tests. */
  restored?: true;
  /** What the person answers. */
  answer?: string;
};

/** In each strand one after the other; a strand needs nothing of the others. */
export const strands = {
  "backups, and what was restored from one": [
    { command: "npm run genie -- backup key genie-backup.key", shows: /^age1\w+$/m },
    {
      command: "npm run genie -- backup --to /mnt/backups --keep 14",
      shows: /genie-.*\.tar\.gz\.age \(\d/,
    },
    { command: "sha256sum -c <file>.sha256", shows: /: OK$/m },
    {
      command: "npm run genie -- backup verify <file> --identity genie-backup.key",
      shows: /It is whole, and its database comes up/,
    },
    {
      command: "npm run genie -- restore <file> --identity genie-backup.key",
      restored: true,
      shows: /It is restored\./,
    },
    { command: "npm run genie -- keys new", restored: true, shows: /^Key 2 is in / },
    { command: "npm run stop", restored: true, shows: /^Nothing is running\.$/m },
    { command: "npm run reset", restored: true, answer: "reset", shows: /Deleted\./ },
    { command: "npm run demo -- stop", restored: true, shows: /^Nothing is running\.$/m },
    { command: "npm run demo -- reset", restored: true, shows: /its data deleted/ },
  ],
  "people, and what is theirs": [
    { command: "npm run genie -- users invite you@example.com", shows: /has a letter\./ },
    {
      command: `npm run genie -- flows run post-create --token-file <token> --input '{"creator_profile_id":"<account>","caption":"Sunday"}'`,
      shows: /"status": "done"/,
    },
    {
      command: "npm run genie -- export <email> --to <zip>",
      shows: /^Everything of .* is in .*\.$/m,
    },
    { command: "npm run genie -- import <email> --from <zip>", shows: /1 in scheduled_posts/ },
  ],
  "what is looked at, and a stop of publishing": [
    {
      command: 'npm run genie -- publishing stop --reason "We are restoring data."',
      shows: /^Nothing is sent/,
    },
    { command: "npm run genie -- publishing status", shows: /We are restoring data\./ },
    { command: "npm run genie -- publishing go-on", shows: /^Posts go out again\./ },
    { command: "npm run genie -- logs worker", shows: /^\d{4}-\d\d-\d\dT\S+Z worker/m },
    { command: "npm run genie -- logs --id <id of a request>", shows: /\/users\/me/ },
    { command: "npm run genie -- query scheduled_posts --limit 5", shows: /scheduled_for/ },
    { command: "openssl rand -base64 32", shows: /^[\w+/]{43}=$/m },
  ],
} as const satisfies Record<string, readonly Run[]>;

/** After all of these. */
export const restarts: readonly Run[] = [
  { command: "npm run genie -- restart worker", shows: /^worker is up again\.$/m },
];

/** Commands that something else runs, or that are held to what they do there. */
export const elsewhere: readonly { commands: readonly string[]; by: string }[] = [
  {
    commands: [
      "npm test",
      "npm test -- pictures",
      "npm test -- wide",
      "npm test -- e2e --filter=calendar",
      "npm test -- integration --filter=tokens",
    ],
    by: ".ci/run",
  },
  { commands: ["npm run verify"], by: "tooling/stack/src/checks/run-verify.ts" },
  { commands: ["npm run chaos"], by: "tooling/stack/src/checks/run-chaos.ts" },
  {
    commands: ["npm start", "npm start -- --until-ready"],
    by: "tooling/stack/src/run-start.int.test.ts",
  },
  { commands: ["npm run demo"], by: "tooling/stack/src/demo/prepare-demo.int.test.ts" },
  {
    commands: [
      "npm run bench -- crypto",
      "npm run bench -- scale",
      "npm run proof",
      "npm run proof -- chaos",
      "npm run proof -- crypto",
      "npm run proof -- rights",
      "npm run proof -- soak",
    ],
    by: "tooling/stack/src/proofs/proofs.ts",
  },
  {
    commands: ["npm run genie -- platforms new myfans", "npm test -- integration --filter=myfans"],
    by: "apps/cli/src/new-platform/new-platform.int.test.ts",
  },
  {
    commands: [
      "npm run genie -- cms drift",
      "npm run genie -- doctor",
      "npm run genie -- keys rotate",
      "npm run genie -- keys status",
      "npm run genie -- taxonomy reclassify --creator <email>",
      "npm run genie -- users activate <email>",
      "npm run genie -- users delete <email> --yes",
      "npm run genie -- users list",
      "npm run genie -- users suspend <email>",
    ],
    by: "apps/cli/src/main.int.test.ts",
  },
  {
    commands: [
      "npm run genie -- platforms",
      "npm run genie -- platforms verify <id>",
      "npm run genie -- platforms verify myfans --account yourname",
      "npm run genie -- platforms verify onlyfans",
    ],
    by: "apps/cli/src/commands/platforms.int.test.ts",
  },
  {
    commands: ["npm run genie -- keys remove <id>"],
    by: "tooling/stack/src/sealing-keys.test.ts",
  },
  {
    commands: [
      "node scripts/mcp.mjs",
      'npx @modelcontextprotocol/inspector --cli --server-url http://localhost:3100/mcp --transport http --header "Authorization: Bearer $GENIE_TOKEN" --method tools/list',
    ],
    by: "apps/mcp/src/inspector.int.test.ts",
  },
  {
    commands: [
      "node deploy/make-env.mjs https://genie.example.com --email you@example.com",
      `value() { grep "^$1=" .env | cut -d= -f2-; }`,
    ],
    by: "tooling/stack/src/deployment/write-new-env.test.ts",
  },
  {
    commands: [
      "node deploy/prepare.mjs",
      "nginx -t",
      "pm2 delete all",
      "pm2 restart all",
      "pm2 restart dashboard",
      "pm2 save",
      "pm2 start deploy/pm2/ecosystem.config.cjs",
    ],
    by: "tooling/stack/src/deployment/deployed.int.test.ts",
  },
  {
    commands: ["age --decrypt -i genie-backup.key <file> | tar -tz"],
    by: "tooling/stack/src/backup/archive.test.ts",
  },
];

/** Commands that no machine of ours can run, and why. */
export const notHere: readonly { commands: readonly string[]; because: string }[] = [
  {
    commands: [
      "apt-get install chromium ffmpeg",
      "chown -R genie: /var/lib/genie-helper apps/cms/node_modules/.directus",
      "export GENIE_ENV_FILE=/etc/genie-helper/env GENIE_DATA_DIR=/var/lib/genie-helper",
      "cp deploy/systemd/genie-helper@.service /etc/systemd/system/",
      "echo GENIE_DATA_DIR=/var/lib/genie-helper >> .env",
      "install -D -m 0600 -o genie .env /etc/genie-helper/env",
      "journalctl -u genie-helper@<service>",
      "npm install -g pm2",
      "pm2 logs <service>",
      "pm2 startup",
      "pm2 stop all",
      "systemctl enable --now genie-helper@worker-2",
      "systemctl enable --now genie-helper@{agentx-cms,dashboard,browser,mcp,worker}",
      "systemctl reload nginx",
      "systemctl restart 'genie-helper@*'",
      "systemctl start genie-backup.service",
      "systemctl stop 'genie-helper@*'",
      "useradd --system --home /var/lib/genie-helper genie",
    ],
    because: "It changes, or asks, the system of a server, which tests leave alone.",
  },
  {
    commands: [
      `sudo -u postgres psql <<SQL
create role genie login password '$(value DATABASE_PASSWORD)';
create role genie_queues login password '$(value QUEUES_DATABASE_PASSWORD)';
create database genie owner genie;
create database genie_queues owner genie_queues;
revoke connect on database genie from public;
revoke connect on database genie_queues from public;
SQL`,
    ],
    because: "It needs a PostgreSQL of the system, whose administrator one can become.",
  },
  {
    commands: [
      "docker compose --env-file .env -f deploy/compose/compose.yaml run --rm genie backup --keep 14",
      "docker compose --env-file .env -f deploy/compose/compose.yaml run --rm genie backup verify /backups/<name> --identity /run/key",
      "docker compose --env-file .env -f deploy/compose/compose.yaml run --rm genie publishing go-on",
      "docker compose --env-file .env -f deploy/compose/compose.yaml up -d --build",
      "docker compose ps",
      "echo TLS_DIR=/etc/genie-tls >> .env",
    ],
    because: "It needs a container engine. compose-file.test.ts reads the file.",
  },
  {
    commands: [
      "git clone <the repository> /opt/genie-helper",
      "git checkout <its tag>",
      "git pull",
    ],
    because: "Where the repository is, its owner knows.",
  },
  {
    commands: [
      "ollama pull qwen3:8b",
      "OLLAMA_CONTEXT_LENGTH=16384 ollama serve",
      "LLM_BASE_URL=http://127.0.0.1:11434/v1 LLM_MODEL=qwen3:8b npm start",
    ],
    because: "A language model is 5 GB to download. Tests have a scripted one.",
  },
];
