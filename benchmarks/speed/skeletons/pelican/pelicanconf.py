import json
from pathlib import Path

HERE = Path(__file__).parent
NAMES = json.loads((HERE / "names.json").read_text(encoding="utf-8"))

SITENAME = "测速案例集"
SITEURL = "https://bench.example"
AUTHOR = ""
PATH = "content"
OUTPUT_PATH = "public"
THEME = "theme"
THEME_STATIC_DIR = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "zh-cn"
DEFAULT_PAGINATION = 24
ARTICLE_PATHS = ["stories"]
STATIC_PATHS = ["pictures"]
PLUGINS = ["pelican.plugins.sitemap"]
SITEMAP = {"format": "xml"}
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
    },
    "output_format": "html5",
}
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 30
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
ARTICLE_URL = "stories/{slug}/"
ARTICLE_SAVE_AS = "stories/{slug}/index.html"
CATEGORY_URL = "brands/{slug}/"
CATEGORY_SAVE_AS = "brands/{slug}/index.html"
AUTHOR_URL = "organisations/{slug}/"
AUTHOR_SAVE_AS = "organisations/{slug}/index.html"
TAG_URL = "terms/{slug}/"
TAG_SAVE_AS = "terms/{slug}/index.html"
CATEGORIES_SAVE_AS = "brands/index.html"
AUTHORS_SAVE_AS = "organisations/index.html"
TAGS_SAVE_AS = "terms/index.html"
ARCHIVES_SAVE_AS = ""
INDEX_SAVE_AS = "stories/index.html"
YEAR_ARCHIVE_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "home", "categories", "authors", "tags"]
PAGINATED_TEMPLATES = {"index": None, "tag": None, "category": None, "author": None}
HOME_SAVE_AS = "index.html"
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
JINJA_FILTERS = {
    "named": lambda term: NAMES.get(str(term), str(term)),
    "day": lambda date: f"{date.year}年{date.month}月{date.day}日",
    "parts": lambda text: [line.split("|") for line in text.split("；")] if text else [],
}
