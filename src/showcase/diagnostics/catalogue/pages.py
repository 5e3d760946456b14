"""Codes of the area "pages"."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code, Wording
from showcase.diagnostics.diagnostic import Severity

CODES: tuple[Code, ...] = (
    Code(
        "address-clash",
        Severity.ERROR,
        Wording(
            "网址“{address}”有两处在用：{first} 和 {second}。",
            "请给其中一处换一个网址：在文首信息里写上不同的“网址名”（slug），或者删掉重复的“旧网址”（aliases）。",
            "每个网址只能对应一个页面，否则一个页面会盖掉另一个。大小写不同也算重复，因为许多电脑和服务器不区分大小写。"
            "例如 content/stories/a.md 和 content/stories/b.md 都写了“网址名: spring”，把其中一个改成“网址名: spring-2024”即可。",
        ),
        Wording(
            "Two pages claim the address “{address}”: {first} and {second}.",
            "Give one of them another address: a different `slug` in its front matter, or take away the repeated entry"
            " of `aliases`.",
            "An address can show one page only; otherwise one page would overwrite the other. Addresses that differ"
            " only in upper and lower case count as the same, because many computers and servers see no difference."
            " For example, content/stories/a.md and content/stories/b.md both say `slug: spring`: change one to"
            " `slug: spring-2024`.",
        ),
    ),
    Code(
        "address-reserved",
        Severity.ERROR,
        Wording(
            "网址“{address}”用不了：“{part}”是网站自己要用的名字。",
            "请换一个“网址名”（slug），例如在后面加一个词：“{part}-page”。",
            "assets、media、search、stories、brands、organisations、places、topics、years、sources、feed.xml、sitemap.xml "
            "等名字，以及各语言的代码（如 en），网站自己要用来放列表、图片和检索数据。"
            "例如页面 content/pages/search.md 可以写“网址名: search-help”。",
        ),
        Wording(
            "The address “{address}” cannot be had: the site itself uses the name “{part}”.",
            "Choose another `slug`, for example “{part}-page”.",
            "The site keeps its lists, pictures and search data under assets, media, search, stories, brands,"
            " organisations, places, topics, years, sources, feed.xml, sitemap.xml and the like, and its other"
            " languages under their codes (en). The page content/pages/search.md could say `slug: search-help`.",
        ),
    ),
    Code(
        "alias-unusable",
        Severity.ERROR,
        Wording(
            "旧网址“{alias}”没法转到新网址。",
            "请只写网站根目录之后的路径，例如 /old/ 或 /news/12.html；不要写网站名、问号后面的内容或“..”。",
            "网站发布后是一批文件，旧网址要靠放在原位置的一个页面来转到新网址，所以只能是普通路径，"
            "不能是 http://… 开头的完整网址，也不能是 /show.php?id=3 这样带问号的网址。例如：“旧网址: /2019/story.html”。",
        ),
        Wording(
            "The old address “{alias}” cannot be made to lead here.",
            "Write only the path from the site's root, such as /old/ or /news/12.html: no site name, nothing after a"
            " question mark, no “..”.",
            "The published site is a set of files, and an old address leads on by a small page that stands in its"
            " place. So it must be a plain path, not a whole address (http://…) and not one with a question mark"
            " (/show.php?id=3). For example: `aliases: /2019/story.html`.",
        ),
    ),
    Code(
        "pagefind-not-installed",
        Severity.ERROR,
        Wording(
            "site.yaml 选用了检索引擎 Pagefind，但这台电脑没有安装它。",
            '请在终端里运行 pip install "showcase[pagefind]"；或者删掉 site.yaml 里的“引擎: pagefind”，改用自带的检索。',
            "自带的检索按字、拼音和藏文音节查找，打开文件就能用，不需要另装什么。Pagefind 是另一个检索程序，要单独安装，"
            "而且只能在网址上使用，双击打开的文件里不能用。",
        ),
        Wording(
            "site.yaml asks for the search engine Pagefind, which is not installed on this computer.",
            'Run pip install "showcase[pagefind]" in a terminal; or take `engine: pagefind` out of site.yaml and use the'
            " search that comes with showcase.",
            "The search that comes with showcase finds characters, pinyin and Tibetan syllables, works from files too,"
            " and needs nothing installed. Pagefind is another search program; it has to be installed, and it works"
            " over http only, not in a folder opened from a disk.",
        ),
    ),
)
