import { feedPlugin } from "@11ty/eleventy-plugin-rss";
import footnotes from "markdown-it-footnote";

const TAXONOMIES = ["brands", "organisations", "places", "topics", "years"];
const PAGE_SIZE = 24;

function inChunks(items) {
  const chunks = [];
  for (let start = 0; start < items.length; start += PAGE_SIZE) chunks.push(items.slice(start, start + PAGE_SIZE));
  return chunks.length ? chunks : [[]];
}

export default function (config) {
  config.addPassthroughCopy({ static: "/" });
  config.amendLibrary("md", (library) => library.set({ html: false }).use(footnotes));
  config.addFilter("day", (date) => {
    const day = new Date(date);
    return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  });
  config.addFilter("iso", (date) => new Date(date).toISOString());
  config.addCollection("newest", (api) => api.getFilteredByTag("story").reverse());
  config.addCollection("storyPages", (api) =>
    inChunks(api.getFilteredByTag("story").reverse()).map((items, index, all) => ({ items, number: index + 1, count: all.length })),
  );
  config.addCollection("termPages", (api) => {
    const pages = [];
    const stories = api.getFilteredByTag("story").reverse();
    for (const taxonomy of TAXONOMIES) {
      const byTerm = new Map();
      for (const story of stories) {
        for (const id of story.data[taxonomy]) {
          if (!byTerm.has(id)) byTerm.set(id, []);
          byTerm.get(id).push(story);
        }
      }
      for (const [id, members] of byTerm) {
        inChunks(members).forEach((items, index, all) => pages.push({ taxonomy, id, items, number: index + 1, count: all.length }));
      }
    }
    return pages;
  });
  config.addCollection("taxonomies", (api) => {
    const stories = api.getFilteredByTag("story");
    return TAXONOMIES.map((taxonomy) => {
      const counts = new Map();
      for (const story of stories) for (const id of story.data[taxonomy]) counts.set(id, (counts.get(id) ?? 0) + 1);
      return { taxonomy, terms: [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([id, count]) => ({ id, count })) };
    });
  });
  config.addPlugin(feedPlugin, {
    type: "atom",
    outputPath: "/feed.xml",
    collection: { name: "story", limit: 30 },
    metadata: { language: "zh-CN", title: "测速案例集", base: "https://bench.example/", author: { name: "测速" } },
  });
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data", output: "public" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
