import rss from "@astrojs/rss";
import { stories } from "../stories.js";

export async function GET(context) {
  const newest = (await stories()).slice(0, 30);
  return rss({
    title: "测速案例集",
    description: "程序拼成的故事",
    site: context.site,
    items: newest.map((story) => ({ title: story.data.title, pubDate: story.data.date, description: story.data.summary, link: `/stories/${story.id}/` })),
  });
}
