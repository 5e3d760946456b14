import json
from pathlib import Path

NAMES = json.loads((Path(__file__).parent / "names.json").read_text(encoding="utf-8"))

BLOG_AUTHOR = "测速"
BLOG_TITLE = "测速案例集"
SITE_URL = "https://bench.example/"
BLOG_EMAIL = "bench@bench.example"
BLOG_DESCRIPTION = "本站文字由程序拼成，只用来测速；所有名称都是虚构的。"
DEFAULT_LANG = "zh_cn"
TRANSLATIONS = {DEFAULT_LANG: ""}
NAVIGATION_LINKS = {DEFAULT_LANG: ()}
THEME = "bench"
POSTS = (("stories/*.md", "stories", "post.tmpl"),)
PAGES = ()
COMPILERS = {"markdown": [".md"]}
MARKDOWN_EXTENSIONS = ["markdown.extensions.extra"]
TIMEZONE = "UTC"
OUTPUT_FOLDER = "public"
PRETTY_URLS = True
STRIP_INDEXES = True
INDEX_PATH = "stories"
INDEX_DISPLAY_POST_COUNT = 24
INDEXES_PRETTY_PAGE_URL = ["page", "{number}", "{index_file}"]
CATEGORY_PATH = "brands"
CATEGORY_PREFIX = ""
CATEGORY_PAGES_ARE_INDEXES = True
CATEGORY_TITLES = {DEFAULT_LANG: NAMES}
AUTHOR_PATH = "organisations"
AUTHOR_PAGES_ARE_INDEXES = True
TAG_PATH = "terms"
TAG_PAGES_ARE_INDEXES = True
TAG_TITLES = {DEFAULT_LANG: NAMES}
CREATE_SINGLE_ARCHIVE = False
CREATE_MONTHLY_ARCHIVE = False
ARCHIVES_ARE_INDEXES = True
GENERATE_ATOM = False
FEED_LENGTH = 30
SHOW_SOURCELINK = False
COPY_SOURCES = False
COMMENT_SYSTEM = ""
SOCIAL_BUTTONS_CODE = ""
USE_BUNDLES = False
IMAGE_FOLDERS = {}
GALLERY_FOLDERS = {}
LISTINGS_FOLDERS = {}
GLOBAL_CONTEXT = {"names": NAMES}
TEMPLATE_FILTERS = {"parts": lambda text: [line.split("|") for line in text.split("；")] if text else []}
