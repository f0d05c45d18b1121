import { createItem, deleteItem, readItems, updateItem } from "@directus/sdk";
import type { Conversation as Row } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

/** What a creator and her assistant said to each other, without the words. */
export type ConversationTitle = { id: string; title: string; updatedAt: string };

/** The messages are as whoever shows them keeps them. */
export type Conversation = Pick<Row, "id" | "title" | "messages">;

/** The caller's conversations, those with the latest words first. */
export async function listConversations(
  client: DirectusClient,
  viewer: RowReader,
  { limit, offset }: { limit: number; offset: number },
): Promise<ConversationTitle[]> {
  const rows = await client.send(
    readItems("conversations", {
      fields: ["id", "title", "date_created", "date_updated"],
      sort: ["-date_updated", "-date_created"],
      limit,
      offset,
      ...onlyOwn(viewer),
    }),
  );
  return rows.map(({ id, title, date_created, date_updated }) => ({
    id,
    title,
    updatedAt: date_updated ?? date_created ?? "",
  }));
}

/** Null for one that is not there, or another person's. */
export async function readConversation(
  client: DirectusClient,
  viewer: RowReader,
  id: string,
): Promise<Conversation | null> {
  const own = onlyOwn(viewer).filter;
  const [row] = await client.send(
    readItems("conversations", {
      fields: ["id", "title", "messages"],
      filter: { ...own, id: { _eq: id } },
      limit: 1,
    }),
  );
  return row ?? null;
}

/** Keeps a conversation and gives its id. The title has 120 characters at most. */
export async function createConversation(
  client: DirectusClient,
  conversation: Omit<Conversation, "id">,
): Promise<string> {
  const { title, messages } = conversation;
  const made = await client.send(
    createItem("conversations", { title, messages }, { fields: ["id"] }),
  );
  return made.id;
}

/** Changes the title or what was said. */
export async function updateConversation(
  client: DirectusClient,
  id: string,
  change: Partial<Omit<Conversation, "id">>,
): Promise<void> {
  await client.send(updateItem("conversations", id, change, { fields: ["id"] }));
}

export async function deleteConversation(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteItem("conversations", id));
}
