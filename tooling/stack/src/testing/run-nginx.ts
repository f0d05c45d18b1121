import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";

type Wanted = {
  program: string;
  folder: string;
  ports: { plain: number; tls: number; dashboard: number };
};

/** Starts an nginx with the configuration of `deploy/nginx` for localhost, in the foreground and on loopback. */
export async function runNginx({ program, folder, ports }: Wanted) {
  const certificate = makeCertificate(folder);
  const site = siteFor(ports, certificate);
  mkdirSync(join(folder, "logs"), { recursive: true });
  const config = join(folder, "nginx.conf");
  writeFileSync(config, mainConfig(folder, site));
  const child = spawn(program, ["-p", folder, "-e", "stderr", "-c", config], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaints = "";
  child.stderr.on("data", (part: Buffer) => {
    complaints += part.toString();
  });
  const ended = once(child, "exit");
  return {
    origin: `https://localhost:${ports.tls}`,
    plainOrigin: `http://localhost:${ports.plain}`,
    /** The path of the certificate, which nobody else has signed. */
    certificate: certificate.certificate,
    /** The path of its key. */
    key: certificate.key,
    ca: readFileSync(certificate.certificate, "utf8"),
    complaints: () => complaints,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function makeCertificate(folder: string) {
  const [certificate, key] = [join(folder, "fullchain.pem"), join(folder, "privkey.pem")];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const files = ["-keyout", key, "-out", certificate];
  execFileSync("openssl", ["req", "-x509", "-days", "2", ...kind, ...name, ...files], {
    stdio: "ignore",
  });
  return { certificate, key };
}

/** What an operator replaces, replaced; everything else is as it is delivered. */
function siteFor(
  { plain, tls, dashboard }: Wanted["ports"],
  { certificate, key }: { certificate: string; key: string },
): string {
  const replacements: [string, string][] = [
    ["    listen [::]:80;\n", ""],
    ["    listen [::]:443 ssl http2;\n", ""],
    ["listen 80;", `listen 127.0.0.1:${plain};`],
    ["listen 443 ssl http2;", `listen 127.0.0.1:${tls} ssl http2;`],
    ["/etc/letsencrypt/live/genie.example.com/fullchain.pem", certificate],
    ["/etc/letsencrypt/live/genie.example.com/privkey.pem", key],
    ["https://genie.example.com$request_uri", `https://localhost:${tls}$request_uri`],
    ["server_name genie.example.com;", "server_name localhost;"],
    ["server 127.0.0.1:3100;", `server 127.0.0.1:${dashboard};`],
  ];
  let site = readFileSync(join(repositoryRoot, "deploy", "nginx", "genie-helper.conf"), "utf8");
  for (const [delivered, here] of replacements) {
    if (!site.includes(delivered)) throw new Error(`The configuration lacks: ${delivered}`);
    site = site.replaceAll(delivered, here);
  }
  return site;
}

const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

function mainConfig(folder: string, site: string): string {
  const paths = temporary.map((name) => `${name}_temp_path ${join(folder, name)};`);
  // Without it the workers of root's nginx are another user, who may not enter the folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `${user}
daemon off;
worker_processes 1;
pid ${join(folder, "nginx.pid")};
events {}
http {
access_log ${join(folder, "logs", "access.log")};
${paths.join("\n")}
${site}}
`;
}
