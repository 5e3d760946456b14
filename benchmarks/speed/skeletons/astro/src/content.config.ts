import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const stories = defineCollection({
  loader: glob({ pattern: "*.md", base: "./content/stories" }),
  schema: z.object({
    title: z.string(),
    summary: z.string(),
    date: z.coerce.date(),
    brands: z.array(z.string()),
    organisations: z.array(z.string()),
    places: z.array(z.string()),
    topics: z.array(z.string()),
    years: z.array(z.string()),
    source: z.string(),
    locator: z.string(),
    cover: z.string(),
    cover_alt: z.string(),
    metrics: z.array(z.object({ label: z.string(), value: z.number(), unit: z.string(), qualifier: z.string() })),
    related: z.array(z.object({ title: z.string(), url: z.string() })).nullable(),
  }),
});

export const collections = { stories };
