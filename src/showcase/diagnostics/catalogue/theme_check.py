"""Codes of the area "theme_check": what `showcase theme check` finds in the pages that a theme makes."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code, Wording
from showcase.diagnostics.diagnostic import Severity

CODES: tuple[Code, ...] = (
    Code(
        "theme-page-markup",
        Severity.ERROR,
        zh=Wording(
            "网页的标签不配对，或者同一个 id 出现了两次：{what}（网页 {page}，共 {pages} 个这样的网页）。",
            "请在这个模板和它引用的文件里找到这个标签，补上或去掉一半。",
            "标签不配对时，各种浏览器各猜各的，读屏软件也会读乱；重复的 id 会让链接跳错地方。例如多写了一个 </div>。",
        ),
        en=Wording(
            "Tags do not pair, or an id stands twice: {what} (page {page}, of {pages} such pages).",
            "Find the tag in this template and those it uses, and add or remove its other half.",
            "Where tags do not pair, each browser guesses differently and screen readers lose the thread; an id that stands "
            "twice sends links to the wrong place. One </div> too many is enough.",
        ),
    ),
    Code(
        "theme-page-frame",
        Severity.ERROR,
        zh=Wording(
            "网页的骨架不合约定：{what}（网页 {page}，共 {pages} 个这样的网页）。",
            "请对照 docs/theme-contract.md：一个 h1、一个 main、html 上有 lang、第一个链接跳到正文、每张图片有 alt 和宽高。",
            "读屏软件和键盘用户靠这些东西找到正文；图片没有宽高，载入时文字会跳动。装饰用的图片写 alt=“”。",
        ),
        en=Wording(
            "The page's frame breaks the contract: {what} (page {page}, of {pages} such pages).",
            "See docs/theme-contract.md: one h1, one main, lang on html, the first link leads to the text, alt and sizes on images.",
            "Screen readers and keyboards find the text by these; without width and height the text jumps as pictures arrive. "
            "An image that is ornament has an empty alt.",
        ),
    ),
    Code(
        "theme-page-head",
        Severity.ERROR,
        zh=Wording(
            "网页的 head 里少了一项，或与数据不符：{what}（网页 {page}，共 {pages} 个这样的网页）。",
            "请照自带外观的 partials/head.html，把 page.head 和 site.csp 里的内容都写出来。",
            "搜索引擎、转发卡片和浏览器靠这些认识网页；少了 canonical 或 alternate，译文会被当成重复的网页。",
        ),
        en=Wording(
            "Something is missing from the page's head, or differs from its data: {what} (page {page}, of {pages} such pages).",
            "Print all that page.head and site.csp hold, as partials/head.html of a shipped theme does.",
            "Search engines, shared links and browsers know a page by these; without canonical and alternate, translations "
            "count as duplicates.",
        ),
    ),
    Code(
        "theme-page-inline",
        Severity.ERROR,
        zh=Wording(
            "网页里有行内的脚本、样式或事件属性：{what}（网页 {page}，共 {pages} 个这样的网页）。",
            "请把它移到 assets 里的脚本或样式表，需要的值用 class 或 data- 属性传过去。",
            "网站的安全策略不许行内代码，浏览器会不理它；没有行内代码，混进来的代码也就执行不了。例如不写 onclick，改用 data-print 加脚本。",
        ),
        en=Wording(
            "The page has an inline script, style or event attribute: {what} (page {page}, of {pages} such pages).",
            "Move it to a script or style sheet in assets; hand values over in classes or data attributes.",
            "The site's policy forbids inline code, so browsers ignore it; and where none is allowed, none can be smuggled in. "
            "Instead of onclick, for example, write a data attribute that the script looks for.",
        ),
    ),
    Code(
        "theme-page-foreign",
        Severity.ERROR,
        zh=Wording(
            "网页从别的网站载入文件：{what}（网页 {page}，共 {pages} 个这样的网页）。",
            "请把文件放进外观的 assets 文件夹，用 asset() 引用；没有许可就换一个。",
            "从别处载入，会把读者的访问告诉别人，别处一关网页就坏，内网和 U 盘上也打不开。",
        ),
        en=Wording(
            "The page loads a file from another host: {what} (page {page}, of {pages} such pages).",
            "Put the file into the theme's assets folder and name it with asset(), if its licence allows.",
            "What is loaded from elsewhere tells others who reads, breaks when they close, and is not there on an internal "
            "network or a USB stick.",
        ),
    ),
    Code(
        "theme-page-link",
        Severity.ERROR,
        zh=Wording(
            "页内的链接到不了，或数据没有连到来源：{what}（网页 {page}，共 {pages} 个这样的网页）。",
            "请给目标加上这个 id，并让每个数据链接到 metric.source.href。",
            "读者要能从每个数据走到它的来源，这是本站的承诺；来源的 id 由 source.anchor 给出，写成 li 的 id 即可。",
        ),
        en=Wording(
            "A link within the page leads nowhere, or a number does not lead to its source: {what} (page {page}, of {pages} such pages).",
            "Give the target this id, and link every number to metric.source.href.",
            "Readers can follow every number to its source: that is what these sites promise. The id of a source is "
            "source.anchor; put it on its list item.",
        ),
    ),
    Code(
        "theme-page-loses",
        Severity.ERROR,
        zh=Wording(
            "网页上没有这段文字：“{what}”（网页 {page}，共 {pages} 个这样的网页）。",
            "请在这个模板里把它写出来；各字段见 docs/theme-contract.md。",
            "换一种外观不该丢掉内容：标题、摘要、正文、数据、来源、记录和列表里的每一条都要有。隐藏的文字也算有，但请不要藏起来源。",
        ),
        en=Wording(
            "This text is nowhere on the page: “{what}” (page {page}, of {pages} such pages).",
            "Print it in this template; docs/theme-contract.md lists the fields.",
            "Another look must not lose content: title, summary, text, numbers, sources, record and every item of a list stand "
            "on every theme's pages. Hidden words count, but do not hide sources.",
        ),
    ),
    Code(
        "theme-page-heavy",
        Severity.WARNING,
        zh=Wording(
            "网页太重：{what}（网页 {page}，共 {pages} 个这样的网页）。",
            "请减小样式表和脚本，去掉用不到的字体和图案。",
            "这里算的是压缩以后的大小，不含图片。便宜的手机、乡镇的网络，多 50 kB 就多等一秒以上。",
        ),
        en=Wording(
            "The page is heavy: {what} (page {page}, of {pages} such pages).",
            "Make style sheets and scripts smaller; leave out fonts and patterns that nothing uses.",
            "Sizes are compressed, pictures not counted. On a cheap phone and a rural line, 50 kB more is a second more of waiting.",
        ),
    ),
    Code(
        "theme-text-missing",
        Severity.WARNING,
        zh=Wording(
            "语言“{language}”缺 {count} 条界面文字，将改用别的语言：{names}。",
            "请在外观的 strings/{language}.yaml 里补上；用不到的语言可以整个删掉这个文件。",
            "缺的文字先用不带地区的同一语言，再用英文。藏文网页里出现几个英文词不算错，但读者看着别扭。",
        ),
        en=Wording(
            "The language “{language}” lacks {count} interface texts, which appear in another language instead: {names}.",
            "Add them to the theme's strings/{language}.yaml, or delete that file where the language is not needed.",
            "What is missing is taken from the same language without its region, then from English. A few English words on a "
            "Tibetan page are no fault, but they look odd.",
        ),
    ),
    Code(
        "new-theme-name",
        Severity.ERROR,
        zh=Wording(
            "“{name}”不能作外观的名称。",
            "请用小写字母、数字和连字符起名，例如 my-theme。",
            "名称就是 themes 里的文件夹名，也写在 site.yaml 里，要在各种系统上都能用。自带外观的名称（如 heritage）留给自带外观。",
        ),
        en=Wording(
            "“{name}” cannot be the name of a theme.",
            "Use lower-case letters, digits and hyphens, such as my-theme.",
            "The name is that of a folder in themes and stands in site.yaml, so it must do on every system. The names of "
            "shipped themes are theirs.",
        ),
    ),
)
