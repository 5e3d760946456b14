"""Codes of the area "site": what can be wrong in site.yaml beyond its form."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code, Wording
from showcase.diagnostics.diagnostic import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

_SITE = (
    Code(
        "site-missing",
        _ERROR,
        zh=Wording(
            "这个文件夹里没有 site.yaml，不是一个站点。",
            "请到站点所在的文件夹里运行，或用“showcase new site 文件夹名”新建一个站点。",
            "site.yaml 是站点的设置文件，至少要有一行“网站名称: …”。",
        ),
        en=Wording(
            "There is no site.yaml here; this folder is no site.",
            "Run in the site's folder, or make a new site with `showcase new site FOLDER`.",
            "site.yaml holds the site's settings; it needs at least a line `title: …`.",
        ),
    ),
    Code(
        "site-not-keys",
        _ERROR,
        zh=Wording(
            "site.yaml 里没有“名称: 值”这样的内容。",
            "请每行写一项，例如“网站名称: 党建品牌案例集”。",
            "站点设置由一项一项的“名称: 值”组成。",
        ),
        en=Wording(
            "site.yaml holds no keys.",
            "Write one `key: value` on each line, for example `title: Our brands`.",
            "Settings are lines `key: value`.",
        ),
    ),
    Code(
        "base-url-missing",
        Severity.INFO,
        zh=Wording(
            "没有写网站的网址（base_url），因此没有订阅源、站点地图和规范链接。",
            "请加上一行“网址: https://您的域名”。",
            "订阅源和站点地图要用完整的网址。只在本地或 U 盘上看的站点可以不写，并在“检查”的“级别”里把 base-url-missing 设为 off。",
        ),
        en=Wording(
            "There is no base_url, and so no feed, no sitemap and no canonical links.",
            "Add a line `base_url: https://your.domain`.",
            "Feeds and sitemaps need absolute addresses. A site that is only seen locally can do without; set base-url-missing to off under `checks: levels`.",
        ),
    ),
    Code(
        "base-url-invalid",
        _ERROR,
        zh=Wording(
            "“{value}”不能用作网站的网址。",
            "请写成以 https:// 或 http:// 开头的完整网址。",
            "网站的网址是读者在浏览器里输入的地址，例如 https://www.example.cn/anli。",
        ),
        en=Wording(
            "“{value}” cannot be the site's address.",
            "Write the full address beginning with https:// or http://.",
            "The base_url is what readers type into the browser, such as https://www.example.org/brands.",
        ),
    ),
    Code(
        "base-url-extra",
        _ERROR,
        zh=Wording(
            "网站的网址里有多余的部分（用户名、问号或井号之后的内容）。",
            "请只留协议、域名和路径。",
            "各页的网址是在它后面接上去的，所以不能有问号、井号和用户名。",
        ),
        en=Wording(
            "The site's address holds a user name, a query or a fragment.",
            "Keep only scheme, host and path.",
            "Page addresses are built by appending to it, so it ends with the path.",
        ),
    ),
    Code(
        "base-url-segments",
        _ERROR,
        zh=Wording(
            "网站的网址“{value}”里有“.”“..”或连着的斜线。",
            "请写成浏览器地址栏里显示的网址，不带这些部分。",
            "浏览器会把“..”当作上一级目录，把开头的两条斜线当作别的网站；网站的各页都接在这个网址后面，链接就会走错。",
        ),
        en=Wording(
            "The site's address “{value}” holds `.`, `..` or slashes one behind the other.",
            "Write it as the browser's address bar shows it, without them.",
            "Browsers take `..` for the folder above and two slashes at the beginning of a path for another site. All addresses of "
            "the site are built on this one, so its links would lead elsewhere.",
        ),
    ),
    Code(
        "language-twice",
        _ERROR,
        zh=Wording(
            "语言“{language}”写了两次。",
            "请删去一个。",
            "每种语言只能写一次，第一个是主要语言。",
        ),
        en=Wording(
            "The language “{language}” stands twice.",
            "Delete one of them.",
            "Each language stands once; the first is the main one.",
        ),
    ),
    Code(
        "site-untranslated",
        _WARNING,
        zh=Wording(
            "没有写“{language}”的网站名称等，网页上会显示主要语言的文字。",
            "请在“译文”下面加上“{language}:”，写上网站名称、简介等。",
            "网站名称、副标题、简介、声明和主办单位都可以按语言分别写。",
        ),
        en=Wording(
            "There are no site texts for “{language}”; pages will show those of the main language.",
            "Add `{language}:` under `translations` with title, description and so on.",
            "Title, subtitle, description, notice and organiser can be given for each language.",
        ),
    ),
    Code(
        "size-out-of-range",
        _ERROR,
        zh=Wording(
            "“{alias}”要在 1 到 {most} 之间，不能是 {value}。",
            "请改成这个范围里的整数。",
            "每页或每个订阅源的条数至少是 1，最多 500，例如“每页条数: 24”。",
        ),
        en=Wording(
            "`{key}` lies between 1 and {most}; {value} does not.",
            "Write a whole number in that range.",
            "A list page or feed holds at least one entry and at most 500; `page_size: 24` is usual.",
        ),
    ),
    Code(
        "icp-form",
        _WARNING,
        zh=Wording(
            "“{value}”不像 ICP 备案号。",
            "请对照工信部备案系统核对，通常形如“京ICP备12345678号”或“京ICP备12345678号-1”。",
            "备案号显示在页脚，写错会影响网站的合规检查。",
        ),
        en=Wording(
            "“{value}” does not look like an ICP filing number.",
            "Compare it with the ministry's register; it usually reads 京ICP备12345678号 or 京ICP备12345678号-1.",
            "The number is shown in the footer and is checked there.",
        ),
    ),
    Code(
        "public-security-form",
        _WARNING,
        zh=Wording(
            "“{value}”不像公安联网备案号。",
            "请对照公安备案平台核对，通常形如“京公网安备11010102000001号”。",
            "备案号显示在页脚，写错会影响网站的合规检查。",
        ),
        en=Wording(
            "“{value}” does not look like a public-security filing number.",
            "Compare it with the register; it usually reads 京公网安备11010102000001号.",
            "The number is shown in the footer and is checked there.",
        ),
    ),
    Code(
        "site-code-form",
        _WARNING,
        zh=Wording(
            "“{value}”不像政府网站标识码。",
            "请核对，标识码通常是 10 位数字，有的带字母前缀。",
            "政府网站标识码由主管部门发放，显示在页脚。",
        ),
        en=Wording(
            "“{value}” does not look like a government site identification code.",
            "Check it; the code usually has 10 digits, some with letters in front.",
            "The code is issued by the authority in charge and shown in the footer.",
        ),
    ),
    Code(
        "unknown-code",
        _ERROR,
        zh=Wording(
            "没有名为“{code}”的提示。",
            "请写提示方括号里的名称，例如 base-url-missing；“showcase explain 名称”可以查看。",
            "“级别”里的每一项是提示的名称，值是 error、warning、info 或 off。",
        ),
        en=Wording(
            "There is no diagnostic called “{code}”.",
            "Write the name in a diagnostic's square brackets, such as base-url-missing; `showcase explain NAME` shows it.",
            "Each key under `levels` is the name of a diagnostic, its value error, warning, info or off.",
        ),
    ),
    Code(
        "error-stays-error",
        _ERROR,
        zh=Wording(
            "“{code}”是错误，不能降低级别。",
            "请改正它所指的问题，并删去这一行。",
            "只有警告和提示可以调整级别；错误会让网页出错或缺少内容。",
        ),
        en=Wording(
            "“{code}” is an error and cannot be made less.",
            "Mend what it points at, and delete this line.",
            "Only warnings and notes can be re-levelled; an error would leave a page wrong or missing.",
        ),
    ),
    Code(
        "field-name",
        _ERROR,
        zh=Wording(
            "“{name}”不能用作自定义字段的名称。",
            "请用小写英文字母开头，只含小写字母、数字和下划线；中文名写在“中文名”里。",
            "字段的名称供模板使用，例如 industry，中文名写成“中文名: 行业”。",
        ),
        en=Wording(
            "“{name}” cannot be the name of a field.",
            "Begin with a lower-case letter and use lower-case letters, digits and underscores; the Chinese key goes into `alias`.",
            "Templates use the name: industry, for example.",
        ),
    ),
    Code(
        "field-alias",
        _ERROR,
        zh=Wording(
            "“{name}”不能用作字段的中文名。",
            "请不要写冒号、逗号、括号和引号，也不要以空格或符号开头。",
            "中文名会写在文首信息的冒号前面，不能有这些符号。",
        ),
        en=Wording(
            "“{name}” cannot be the Chinese name of a field.",
            "Use no colons, commas, brackets or quotation marks, and no space or sign at the start.",
            "It stands before the colon in front matter.",
        ),
    ),
    Code(
        "field-taken",
        _ERROR,
        zh=Wording(
            "{kind:term}已经有“{name}”这一项。",
            "请换一个名称。",
            "自定义字段不能和已有的项目同名，中文名和英文名都不行。",
        ),
        en=Wording(
            "The {kind:term} already has a field “{name}”.",
            "Choose another name.",
            "A field cannot have the name, English or Chinese, of one that exists.",
        ),
    ),
    Code(
        "field-without-choices",
        _ERROR,
        zh=Wording(
            "字段“{name}”的类型是选项，却没有写可选的值。",
            "请加上“选择项: [甲, 乙]”。",
            "类型为选项的字段要列出可以选的值。",
        ),
        en=Wording(
            "The field “{name}” is a choice without choices.",
            "Add `choices: [one, two]`.",
            "A field of type choice lists the values it may have.",
        ),
    ),
    Code(
        "field-with-choices",
        _WARNING,
        zh=Wording(
            "字段“{name}”的类型不是选项，“选择项”不起作用。",
            "请把类型改成“选项”，或删去“选择项”。",
            "只有类型为选项的字段才看“选择项”。",
        ),
        en=Wording(
            "The field “{name}” is no choice, so its `choices` do nothing.",
            "Make its type `choice`, or delete `choices`.",
            "Only fields of type choice look at them.",
        ),
    ),
)

CODES: tuple[Code, ...] = _SITE
