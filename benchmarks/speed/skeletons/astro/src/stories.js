import { getCollection } from "astro:content";
import { readFileSync } from "node:fs";

export const TAXONOMIES = ["brands", "organisations", "places", "topics", "years"];
export const PAGE_SIZE = 24;
const names = JSON.parse(readFileSync("names.json", "utf-8"));

let sorted;
export function stories() {
  sorted ??= getCollection("stories").then((all) => all.sort((a, b) => b.data.date - a.data.date));
  return sorted;
}

export const named = (id) => names[id] ?? id;
export const day = (date) => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;

export async function byTerm(taxonomy) {
  const found = new Map();
  for (const story of await stories()) {
    for (const id of story.data[taxonomy]) {
      if (!found.has(id)) found.set(id, []);
      found.get(id).push(story);
    }
  }
  return found;
}
