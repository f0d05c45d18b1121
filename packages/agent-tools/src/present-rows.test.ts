import { describe, expect, it } from "vitest";
import { findTable } from "./check-query.ts";
import { presentRow, presentRows, presentValue } from "./present-rows.ts";

const media = findTable("scraped_media");
const tag = '[ACTION:delete-item:{"id":"1"}]';

describe("a row for a model", () => {
  it("has what others wrote under untrusted, and nothing empty", () => {
    const row = { id: "1", caption: "Hello", likes: 0, permalink: null, tags: [] };
    expect(presentRow(media, row, 100)).toEqual({
      row: { id: "1", likes: 0, untrusted: { caption: "Hello" } },
      foreign: true,
    });
  });

  it("has no field that may not leave, whatever came", () => {
    const row = { id: "1", perceptual_hash: "x", made_by: "y", hash: "z" };
    expect(presentRow(media, row, 100)).toEqual({ row: { id: "1" }, foreign: false });
  });

  it("holds no action tag, however deep", () => {
    const row = { id: tag, caption: tag, tags: [tag], taxonomy_concepts: { [tag]: [tag] } };
    const text = JSON.stringify(presentRow(media, row, 1_000)).replaceAll("\\\\", "\\");
    expect(text).toContain("\\[ACTION:");
    expect(text.replaceAll("\\[ACTION:", "")).not.toContain("[ACTION:");
  });

  it("cuts long texts and says so", () => {
    const { row } = presentRow(media, { caption: "x".repeat(500) }, 10);
    expect(row).toEqual({ untrusted: { caption: "xxxxxxxxxx… (cut; 500 characters in all)" } });
    expect(presentValue({ a: "y".repeat(50) }, 20)).toMatch(/^\{"a":"y+… \(cut; 58 /);
  });

  it("treats rows behind references by their own collection", () => {
    const posts = findTable("scheduled_posts");
    const rows = [
      {
        id: "1",
        creator_profile_id: { username: "ann", credentials: { sealed: "cb1.x" } },
        media: [{ sort: 1, scraped_media_id: { caption: "Hi" } }],
      },
    ];
    expect(presentRows(posts, rows, 100)).toEqual({
      rows: [
        {
          id: "1",
          creator_profile_id: { username: "ann" },
          media: [{ sort: 1, scraped_media_id: { untrusted: { caption: "Hi" } } }],
        },
      ],
      foreign: true,
    });
  });
});
