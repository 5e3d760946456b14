"""The keys of site.yaml (docs/architecture.md, "Keys of the front matter")."""

from __future__ import annotations

from showcase.content.schema import Key, Schema, ValueType
from showcase.model.choice import Choice

_T = ValueType

ORGANISER = Schema(
    "organiser",
    (
        Key("name", "名称", _T.TEXT, "主办单位名称", "Who runs the site", max_length=120),
        Key("address", "地址", _T.TEXT, "地址", "Its address"),
        Key("contact", "联系方式", _T.TEXT, "电话或邮箱", "A telephone number or e-mail address"),
    ),
)
FILING = Schema(
    "filing",
    (
        Key("icp", "ICP备案号", _T.TEXT, "如 京ICP备12345678号", "The ICP filing number", max_length=60),
        Key(
            "public_security",
            "公安备案号",
            _T.TEXT,
            "如 京公网安备11010102000001号",
            "The public-security filing number",
            max_length=60,
        ),
        Key(
            "site_code",
            "网站标识码",
            _T.TEXT,
            "政府网站标识码",
            "The site identification code",
            max_length=40,
        ),
    ),
)
SITE_TEXTS = Schema(
    "site-translation",
    (
        Key("title", "网站名称", _T.TEXT, "网站名称", "The site's title", required=True, max_length=60),
        Key("subtitle", "副标题", _T.TEXT, "副标题", "A line below the title", max_length=120),
        Key("description", "简介", _T.TEXT, "一句话简介", "One sentence about the site", max_length=300),
        Key("notice", "声明", _T.TEXT, "页脚声明", "A sentence for every footer"),
        Key(
            "organiser",
            "主办单位",
            _T.TEXT,
            "主办单位",
            "Who runs the site",
            schema=ORGANISER,
            max_length=120,
        ),
    ),
)
HOSTS = (
    Choice("netlify", "Netlify", ("Cloudflare", "cloudflare")),
    Choice("nginx", "Nginx", ("NGINX",)),
    Choice("apache", "Apache", ("httpd",)),
    Choice("iis", "IIS"),
    Choice("edgeone", "EdgeOne", ("腾讯云",)),
    Choice("none", "无"),
)
SEARCH_ENGINES = (Choice("showcase", "自带"), Choice("pagefind", "Pagefind"))
SEARCH = Schema(
    "search",
    (Key("engine", "引擎", _T.CHOICE, "检索引擎", "The search engine", choices=SEARCH_ENGINES),),
)
FIELD_TYPES = (
    Choice("text", "文字", ("文本",)),
    Choice("number", "数字", ("数值",)),
    Choice("date", "日期"),
    Choice("boolean", "是否", ("布尔",)),
    Choice("url", "网址", ("链接",)),
    Choice("choice", "选项", ("单选",)),
)
FIELD = Schema(
    "field",
    (
        Key(
            "type",
            "值类型",
            _T.CHOICE,
            "值的类型",
            "The type of its value",
            required=True,
            choices=FIELD_TYPES,
        ),
        Key("label", "标签", _T.TEXT, "页面上显示的名称", "What pages call it", max_length=60),
        Key("alias", "中文名", _T.TEXT, "中文键名", "Its Chinese key", max_length=30),
        Key("required", "必填", _T.BOOLEAN, "是否必填", "Whether it must be given"),
        Key("many", "可多个", _T.BOOLEAN, "可否写多个", "Whether it takes a list"),
        Key("choices", "选择项", _T.ANY, "可选的值", "The values it may have", many=True, max_length=60),
        Key("labels", "各语言标签", _T.MAP, "其他语言的标签", "Its label in other languages"),
    ),
)
FIELDS = Schema(
    "fields",
    (
        Key("story", "案例故事", _T.MAP, "故事的字段", "Fields of stories", schema=FIELD, keyed=True),
        Key("brand", "品牌", _T.MAP, "品牌的字段", "Fields of brands", schema=FIELD, keyed=True),
        Key(
            "organisation", "单位", _T.MAP, "单位的字段", "Fields of organisations", schema=FIELD, keyed=True
        ),
        Key("page", "页面", _T.MAP, "页面的字段", "Fields of pages", schema=FIELD, keyed=True),
    ),
)
LEVELS = (
    Choice("error", "错误"),
    Choice("warning", "警告"),
    Choice("info", "提示"),
    Choice("off", "关闭", ("关",)),
)
CHECKS = Schema(
    "checks",
    (
        Key(
            "numbers_need_sources",
            "数字须有来源",
            _T.BOOLEAN,
            "正文里的数字是否必须有来源",
            "Whether numbers in prose must have a source",
        ),
        Key("levels", "级别", _T.MAP, "某一提示按哪一级处理", "How grave a diagnostic is, by code"),
    ),
)
SITE = Schema(
    "site",
    (
        Key("title", "网站名称", _T.TEXT, "网站名称", "The site's title", required=True, max_length=60),
        Key("subtitle", "副标题", _T.TEXT, "副标题", "A line below the title", max_length=120),
        Key("description", "简介", _T.TEXT, "一句话简介", "One sentence about the site", max_length=300),
        Key("base_url", "网址", _T.URL, "网站的完整网址", "The site's full address", max_length=300),
        Key("languages", "语言", _T.LANGUAGE, "语言，第一个为主", "Languages, the main one first", many=True),
        Key(
            "translations",
            "译文",
            _T.MAP,
            "其他语言的网站名称等",
            "The site's words in other languages",
            schema=SITE_TEXTS,
            keyed=True,
        ),
        Key("theme", "外观", _T.ID, "外观模板的名称", "The theme's name", max_length=60),
        Key("parameters", "外观参数", _T.MAP, "外观模板的参数", "The theme's parameters"),
        Key(
            "organiser",
            "主办单位",
            _T.TEXT,
            "主办单位",
            "Who runs the site",
            schema=ORGANISER,
            max_length=120,
        ),
        Key("filing", "备案", _T.MAP, "备案号", "Filing numbers", schema=FILING),
        Key("notice", "声明", _T.TEXT, "页脚声明", "A sentence for every footer"),
        Key("licence", "许可", _T.TEXT, "内容的使用许可", "The licence of the content", max_length=200),
        Key("page_size", "每页条数", _T.INTEGER, "列表每页的条数", "Entries on one page of a list"),
        Key("feed_size", "订阅条数", _T.INTEGER, "订阅源的条数", "Entries of a feed"),
        Key(
            "search",
            "检索",
            _T.BOOLEAN,
            "是否提供检索，或用哪个检索引擎",
            "Whether the site has a search, or which engine it has",
            schema=SEARCH,
        ),
        Key(
            "hosting",
            "托管",
            _T.CHOICE,
            "网站放在哪种服务器上，为它写好响应头文件",
            "The servers that get files with HTTP headers",
            many=True,
            choices=HOSTS,
        ),
        Key("checks", "检查", _T.MAP, "检查的松紧", "How strict checks are", schema=CHECKS),
        Key("fields", "自定义字段", _T.MAP, "本站自己的字段", "Fields of this site's own", schema=FIELDS),
    ),
)
