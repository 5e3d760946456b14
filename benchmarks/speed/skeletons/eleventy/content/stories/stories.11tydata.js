export default {
  layout: "story.njk",
  tags: "story",
  permalink: (data) => `/stories/${data.page.fileSlug}/`,
};
