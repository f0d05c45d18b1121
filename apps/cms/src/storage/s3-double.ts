import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";

export type S3Double = {
  /** For `STORAGE_S3_ENDPOINT`, with path style. */
  url: string;
  /** By bucket and key, as `/bucket/key`. */
  objects: Map<string, Buffer>;
  /** Uploads in parts that are not whole yet. */
  uploads: Map<string, Map<number, Buffer>>;
  close: () => Promise<void>;
};

type Asked = { method: string; path: string; query: URLSearchParams; body: Buffer };
type Answer = { status?: number; xml?: string; body?: Buffer; headers?: Record<string, string> };

/**
 * A double of an S3 server, written from the API reference of Amazon S3 (2006-03-01): as much as Directus
 * asks for, uploads in parts included. It keeps everything in memory and lets everybody in.
 */
export async function startS3Double(): Promise<S3Double> {
  const objects: S3Double["objects"] = new Map();
  const uploads: S3Double["uploads"] = new Map();
  const server = createServer((request, response) => {
    void read(request).then((asked) => {
      const { status = 200, xml, body, headers } = answer(objects, uploads, asked, request);
      const content = body ?? Buffer.from(xml ?? "");
      response.writeHead(status, { "content-length": content.length, ...headers });
      return response.end(request.method === "HEAD" ? undefined : content);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("There is no address.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    objects,
    uploads,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function answer(
  objects: S3Double["objects"],
  uploads: S3Double["uploads"],
  { method, path, query, body }: Asked,
  { headers }: IncomingMessage,
): Answer {
  const upload = query.get("uploadId");
  const parts = upload === null ? undefined : uploads.get(upload);
  if (upload !== null && parts === undefined) return { status: 404, xml: fault("NoSuchUpload") };

  if (parts !== undefined && upload !== null) {
    if (method === "PUT") {
      parts.set(Number(query.get("partNumber")), body);
      return { headers: { etag: etag(body) } };
    }
    if (method === "GET") return { xml: listOfParts(parts) };
    uploads.delete(upload);
    if (method === "DELETE") return { status: 204 };
    const ordered = [...parts].toSorted(([one], [other]) => one - other);
    objects.set(path, Buffer.concat(ordered.map(([, part]) => part)));
    return { xml: "<CompleteMultipartUploadResult><ETag>x</ETag></CompleteMultipartUploadResult>" };
  }
  if (method === "POST" && query.has("uploads")) {
    const id = `upload-${uploads.size + objects.size}`;
    uploads.set(id, new Map());
    return {
      xml: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    };
  }
  if (method === "POST" && query.has("delete")) {
    const bucket = path.split("/")[1] ?? "";
    for (const [, key] of body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) {
      objects.delete(`/${bucket}/${key}`);
    }
    return { xml: "<DeleteResult><Deleted><Key>x</Key></Deleted></DeleteResult>" };
  }
  if (method === "PUT") {
    const source = headers["x-amz-copy-source"];
    const content = typeof source === "string" ? objects.get(decodeURIComponent(source)) : body;
    if (content === undefined) return { status: 404, xml: fault("NoSuchKey") };
    objects.set(path, content);
    const xml = `<CopyObjectResult><ETag>${etag(content)}</ETag></CopyObjectResult>`;
    return source === undefined ? { headers: { etag: etag(content) } } : { xml };
  }
  if (method === "DELETE") {
    objects.delete(path);
    return { status: 204 };
  }
  if (query.has("list-type"))
    return { xml: listOfObjects(objects, path, query.get("prefix") ?? "") };

  const found = objects.get(path);
  if (found === undefined) return { status: 404, xml: fault("NoSuchKey") };
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? "") ?? [];
  if (first === undefined) return { body: found, headers: dated(found) };
  const part = found.subarray(Number(first), last ? Number(last) + 1 : undefined);
  return { status: 206, body: part, headers: dated(found) };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const raw = await buffer(request);
  const isChunked = String(request.headers["x-amz-content-sha256"]).startsWith("STREAMING");
  return {
    method: request.method ?? "GET",
    path: decodeURIComponent(pathname),
    query: searchParams,
    body: isChunked ? dechunked(raw) : raw,
  };
}

/** What `aws-chunked` holds: a size in hexadecimal, bytes, and so on until a size of zero. */
function dechunked(raw: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < raw.length;) {
    const end = raw.indexOf("\r\n", at);
    const size = Number.parseInt(raw.toString("latin1", at, end), 16);
    if (size === 0) break;
    chunks.push(raw.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}

function listOfParts(parts: Map<number, Buffer>): string {
  const each = [...parts].map(
    ([number, part]) =>
      `<Part><PartNumber>${number}</PartNumber><ETag>${etag(part)}</ETag><Size>${part.length}</Size></Part>`,
  );
  return `<ListPartsResult><IsTruncated>false</IsTruncated>${each.join("")}</ListPartsResult>`;
}

function listOfObjects(objects: S3Double["objects"], path: string, prefix: string): string {
  const bucket = path.endsWith("/") ? path : `${path}/`;
  const keys = [...objects.keys()]
    .filter((name) => name.startsWith(`${bucket}${prefix}`))
    .map((name) => `<Contents><Key>${name.slice(bucket.length)}</Key></Contents>`);
  return `<ListBucketResult><IsTruncated>false</IsTruncated>${keys.join("")}</ListBucketResult>`;
}

const etag = (content: Buffer) => `"${createHash("md5").update(content).digest("hex")}"`;
const fault = (code: string) => `<Error><Code>${code}</Code></Error>`;
const dated = (content: Buffer) => ({
  etag: etag(content),
  "last-modified": new Date(0).toUTCString(),
});
