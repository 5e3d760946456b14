"""Codes of the area "theme"."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code, Wording
from showcase.diagnostics.diagnostic import Severity

CODES: tuple[Code, ...] = (
    Code(
        "theme-unknown",
        Severity.ERROR,
        zh=Wording(
            "没有名为“{name}”的外观模板。",
            "请把 site.yaml 里的“外观”改成已有的名称：{names:list}。",
            "外观模板要么是 showcase 自带的，要么放在网站的 themes 文件夹里，文件夹名就是模板名。例如：theme: heritage。",
        ),
        en=Wording(
            "There is no theme named “{name}”.",
            "Set `theme` in site.yaml to one that exists: {names:list}.",
            "A theme either comes with showcase or lies in the site's themes folder, named by its folder. "
            "For example: theme: heritage.",
        ),
    ),
    Code(
        "theme-file-missing",
        Severity.ERROR,
        zh=Wording(
            "外观模板“{name}”缺少 theme.yaml。",
            "请在它的文件夹里添加 theme.yaml，写上 name、version，以及 extends: heritage。",
            "只有和自带模板同名的文件夹才可以不带 theme.yaml（那时它只替换个别文件）。"
            "自己起名的模板要有，例如：name: wode、version: 1.0.0、extends: heritage 三行。",
        ),
        en=Wording(
            "The theme “{name}” has no theme.yaml.",
            "Add a theme.yaml to its folder with name, version and extends: heritage.",
            "Only a folder with the name of a shipped theme may do without (it then replaces single files). "
            "A theme of its own needs one, such as the lines name: mine, version: 1.0.0, extends: heritage.",
        ),
    ),
    Code(
        "theme-yaml",
        Severity.ERROR,
        zh=Wording(
            "这里的 YAML 写法看不懂。",
            "请检查标出的那一行：冒号后面要有空格，缩进用空格，同一个键只写一次，带 # 的值加引号。",
            "theme.yaml 和 strings 里的文件只用最简单的 YAML：键、值、列表。不支持锚点（&）、引用（*）和多个文档（---）。"
            '例如颜色要写成 default: "#b3261e"，不加引号就会被当作注释。',
        ),
        en=Wording(
            "This is not YAML that can be read ({detail}).",
            "Look at the marked line: a space after the colon, spaces for indentation, each key once, "
            "quotes around a value with #.",
            "theme.yaml and the files in strings use the simplest YAML only: keys, values, lists. Anchors (&), aliases "
            '(*) and several documents (---) are refused. A colour, for example, is written default: "#b3261e"; '
            "without quotes it is a comment.",
        ),
    ),
    Code(
        "theme-key-unknown",
        Severity.ERROR,
        zh=Wording(
            "这里不认识“{key}”这个键。",
            "可以用的键有：{keys:list}。",
            "theme.yaml 里写错的键不会悄悄失效，而是在这里报出来。例如 paramaters 应写作 parameters。",
        ),
        en=Wording(
            "“{key}” is not a key that can stand here.",
            "The keys are: {keys:list}.",
            "A misspelt key in theme.yaml is reported rather than ignored. For example, paramaters should be parameters.",
        ),
    ),
    Code(
        "theme-value",
        Severity.ERROR,
        zh=Wording(
            "“{key}”的写法不对。",
            "应写成：{expected:list}。",
            "theme.yaml 的每个键都有固定的写法，参数要写明类型。例如：accent: {type: choice, choices: [red, teal]}。",
        ),
        en=Wording(
            "“{key}” is not written as it must be.",
            "Write: {expected:list}.",
            "Each key of theme.yaml has one form, and a parameter names its type. "
            "For example: accent: {type: choice, choices: [red, teal]}.",
        ),
    ),
    Code(
        "theme-name-differs",
        Severity.WARNING,
        zh=Wording(
            "theme.yaml 里的名称是“{name}”，文件夹却叫“{folder}”。",
            "请把两处改成一样；site.yaml 里用的是文件夹名。",
            "复制一个外观模板再改名时常常漏改一处。例如文件夹叫 wode，就写 name: wode。",
        ),
        en=Wording(
            "theme.yaml says “{name}”, but the folder is called “{folder}”.",
            "Make them the same; site.yaml uses the folder's name.",
            "This is easily forgotten when a theme is copied and renamed. For a folder mine, write name: mine.",
        ),
    ),
    Code(
        "theme-version",
        Severity.ERROR,
        zh=Wording(
            "这个外观模板要求 showcase {range}，而现在用的是 {version}。",
            "请换一个版本合适的外观模板，或者安装它要求的 showcase 版本。",
            '外观模板用 showcase: 写明适用的版本，免得页面里缺了内容却没人发现。例如 showcase: ">=0.1,<1"。',
        ),
        en=Wording(
            "This theme wants showcase {range}, but this is {version}.",
            "Use a version of the theme that fits, or install the showcase that it wants.",
            "A theme says with showcase: which versions it works with, so that nothing goes missing from pages unnoticed. "
            'For example: showcase: ">=0.1,<1".',
        ),
    ),
    Code(
        "theme-extends-unknown",
        Severity.ERROR,
        zh=Wording(
            "外观模板“{theme}”以“{name}”为基础，但没有这个模板。",
            "请改正 extends，或者把“{name}”放进网站的 themes 文件夹。",
            "extends 写的是另一个外观模板的文件夹名，自己没有的文件都从它那里来。例如：extends: heritage。",
        ),
        en=Wording(
            "The theme “{theme}” extends “{name}”, which does not exist.",
            "Correct `extends`, or put “{name}” into the site's themes folder.",
            "`extends` names another theme's folder; whatever a theme lacks comes from there. "
            "For example: extends: heritage.",
        ),
    ),
    Code(
        "theme-extends-loop",
        Severity.ERROR,
        zh=Wording(
            "外观模板“{theme}”以“{name}”为基础，绕成了一个圈，或者层数太多。",
            "请去掉其中一个 extends。",
            "甲以乙为基础、乙又以甲为基础，就分不出先后。例如 a 里写 extends: b，b 里就不能再写 extends: a。",
        ),
        en=Wording(
            "The theme “{theme}” extends “{name}”, which goes round in a circle or is too deep.",
            "Remove one of the `extends`.",
            "When one theme extends another that extends the first, neither is the base. "
            "For example, with extends: b in a, there can be no extends: a in b.",
        ),
    ),
    Code(
        "theme-file-unreadable",
        Severity.ERROR,
        zh=Wording(
            "读不了外观模板的这个文件：{detail:reason}。",
            "请检查文件的权限、大小和名称；它应当是一个普通文件。",
            "外观模板里只能放普通文件，名称用 UTF-8 编码，每个不超过 32 MB（模板和文字不超过 1 MB）。例如误放进去的视频就会太大。",
        ),
        en=Wording(
            "This file of the theme cannot be read: {detail:reason}.",
            "Check its permissions, size and name; it must be an ordinary file.",
            "A theme holds ordinary files with UTF-8 names, each at most 32 MB (templates and texts 1 MB). "
            "A film put there by mistake, for example, is too large.",
        ),
    ),
    Code(
        "theme-file-encoding",
        Severity.ERROR,
        zh=Wording(
            "这个文件不是 UTF-8 编码。",
            "请用编辑器把它另存为 UTF-8。",
            "外观模板的所有文字文件都用 UTF-8。Windows 的记事本可能存成 GBK，例如“另存为”时在“编码”里选 UTF-8 即可。",
        ),
        en=Wording(
            "This file is not UTF-8.",
            "Save it as UTF-8 in your editor.",
            "All texts of a theme are UTF-8. Some editors on Windows save in GBK; "
            "choose UTF-8 under “Encoding” when saving, for example.",
        ),
    ),
    Code(
        "theme-link-outside",
        Severity.ERROR,
        zh=Wording(
            "不跟随这个链接（快捷方式）：它指向外观模板的文件夹之外，或者指向一个文件夹。",
            "请把需要的文件复制进来，再删掉链接。",
            "外观模板里的文件都会公开，链接可能把别处的文件带出去，也可能绕成圈，所以不跟随。例如 assets/fonts 链接到系统字体文件夹。",
        ),
        en=Wording(
            "This link is not followed: it leads out of the theme's folder, or to a folder.",
            "Copy the files that are needed and remove the link.",
            "A theme's files are published, and a link could carry other files along or go round in circles. "
            "An example is assets/fonts linked to the system's fonts.",
        ),
    ),
    Code(
        "theme-parameter-unknown",
        Severity.ERROR,
        zh=Wording(
            "外观模板“{theme}”没有“{name}”这个参数。",
            "它的参数有：{names:list}。",
            "site.yaml 的“外观参数”只能用该外观模板定义过的名称。例如 parameters: {accent: teal}。",
        ),
        en=Wording(
            "The theme “{theme}” has no parameter “{name}”.",
            "Its parameters are: {names:list}.",
            "`parameters` in site.yaml can use only names that the theme defines. "
            "For example: parameters: {accent: teal}.",
        ),
    ),
    Code(
        "theme-parameter-boolean",
        Severity.ERROR,
        zh=Wording(
            "外观参数“{name}”是开关，不能是“{value}”。",
            "请写 true 或 false（也可以写 是 或 否）。",
            "开关只有两种状态。例如 plate_pattern: false 表示不要底纹。",
        ),
        en=Wording(
            "The theme's parameter “{name}” is a switch and cannot be “{value}”.",
            "Write true or false.",
            "A switch has two states. For example, plate_pattern: false turns the pattern off.",
        ),
    ),
    Code(
        "theme-parameter-integer",
        Severity.ERROR,
        zh=Wording(
            "外观参数“{name}”要填整数，范围 {limits}，不能是“{value}”。",
            "请改成这个范围里的整数，只写数字。",
            "整数不带小数点，也不带单位。例如 columns: 3。",
        ),
        en=Wording(
            "The theme's parameter “{name}” wants a whole number, {limits}, not “{value}”.",
            "Write a whole number within these limits, digits only.",
            "A whole number has no decimal point and no unit. For example: columns: 3.",
        ),
    ),
    Code(
        "theme-parameter-number",
        Severity.ERROR,
        zh=Wording(
            "外观参数“{name}”要填数字，范围 {limits}，不能是“{value}”。",
            "请改成这个范围里的数字，只写数字。",
            "数字可以带小数点，不带单位。例如 leading: 1.8。",
        ),
        en=Wording(
            "The theme's parameter “{name}” wants a number, {limits}, not “{value}”.",
            "Write a number within these limits, digits only.",
            "A number may have a decimal point and has no unit. For example: leading: 1.8.",
        ),
    ),
    Code(
        "theme-parameter-choice",
        Severity.ERROR,
        zh=Wording(
            "外观参数“{name}”不能是“{value}”。",
            "请从这些里选一个：{choices:list}。",
            "这个参数只有几种固定的取值。例如 accent: teal。",
        ),
        en=Wording(
            "The theme's parameter “{name}” cannot be “{value}”.",
            "Choose one of: {choices:list}.",
            "This parameter takes one of a few values. For example: accent: teal.",
        ),
    ),
    Code(
        "theme-parameter-color",
        Severity.ERROR,
        zh=Wording(
            "外观参数“{name}”要填颜色，不能是“{value}”。",
            '请写成井号加六位十六进制数，并加引号，例如 "#b3261e"。',
            'YAML 里不加引号的 # 会被当作注释，所以颜色要加引号。例如 accent: "#b3261e"。',
        ),
        en=Wording(
            "The theme's parameter “{name}” wants a colour, not “{value}”.",
            'Write # and six hexadecimal digits in quotes, such as "#b3261e".',
            'Without quotes YAML takes # for a comment, so colours stand in quotes. For example: accent: "#b3261e".',
        ),
    ),
    Code(
        "theme-parameter-contrast",
        Severity.ERROR,
        zh=Wording(
            "颜色“{value}”（参数“{name}”）在底色 {ground} 上看不清：对比度只有 {reached}。",
            "请换一个更深（深色底上则更浅）的颜色，对比度至少要到 4.5。",
            "文字和底色太接近，老年人和弱视者就读不了；WCAG 2.2 要求对比度至少 4.5。例如白底上 #b3261e 可以，#ff8888 不行。",
        ),
        en=Wording(
            "The colour “{value}” (parameter “{name}”) cannot be read well on {ground}: its contrast is only {reached}.",
            "Choose a darker one (on dark ground, a lighter one) with a contrast of at least 4.5.",
            "Text too close to its ground cannot be read by old people or those with weak sight; WCAG 2.2 asks for 4.5. "
            "On white, #b3261e does, #ff8888 does not.",
        ),
    ),
    Code(
        "theme-parameter-text",
        Severity.ERROR,
        zh=Wording(
            "外观参数“{name}”的文字太长，或含有不可见的控制字符。",
            "请改成不超过 {most} 字的普通文字。",
            "参数里的文字会直接显示在页面上，只能是普通文字。例如 slogan: 扎根基层。",
        ),
        en=Wording(
            "The text of the theme's parameter “{name}” is too long or holds control characters.",
            "Write ordinary text of at most {most} characters.",
            "A parameter's text is shown on pages, so it must be ordinary text. For example: slogan: Close to the people.",
        ),
    ),
    Code(
        "theme-template-missing",
        Severity.ERROR,
        zh=Wording(
            "外观模板“{theme}”缺少模板文件：{names:list}。",
            "请在 templates 文件夹里添加，或者在 theme.yaml 里写上 extends: heritage，从默认外观取得。",
            "每种页面和每种文中组件都要有自己的模板文件。只想改几处时，用 extends 最省事，例如：extends: heritage。",
        ),
        en=Wording(
            "The theme “{theme}” lacks templates: {names:list}.",
            "Add them to the templates folder, or write extends: heritage into theme.yaml to take them from the default look.",
            "Each kind of page and each directive has a template of its own. "
            "To change a few things only, extend another theme, for example: extends: heritage.",
        ),
    ),
    Code(
        "theme-template-syntax",
        Severity.ERROR,
        zh=Wording(
            "模板的这一行有语法错误：{detail}。",
            "请检查这一行的括号是否成对，if、for、block 是否有对应的 endif、endfor、endblock。",
            "模板用 Jinja 语言写成。常见的错误是漏了 {% endif %}、{% endfor %} 或 {% endblock %}，例如只写了 {% if page.summary %}。",
        ),
        en=Wording(
            "This line of the template is not valid: {detail}.",
            "See whether the braces are closed and whether each if, for and block has its endif, endfor or endblock.",
            "Templates are written in Jinja. Often an {% endif %}, {% endfor %} or {% endblock %} is missing, "
            "as after a lone {% if page.summary %}.",
        ),
    ),
    Code(
        "theme-template-too-complex",
        Severity.ERROR,
        zh=Wording(
            "模板太长、嵌套太深，或者写着一个太长的数字。",
            "请把它拆成几个模板，用 include 引入；括号、if、for 的嵌套请控制在几十层以内。",
            "一个模板最多 500000 个字符，表达式和语句最多嵌套 100 层，一个 if 最多 200 个 elif，数字最多一千多位。这样大的模板多半是程序生成的，或是复制时出了错。",
        ),
        en=Wording(
            "The template is too long, nests too deeply, or has too long a number in it.",
            "Cut it into several and include them; keep brackets, ifs and fors within a few dozen levels.",
            "A template has at most 500,000 characters, 100 levels of nesting, 200 elifs in one if, and numbers of at most a "
            "good thousand digits. One that is larger was most likely made by a program or copied by mistake.",
        ),
    ),
    Code(
        "theme-block-repeated",
        Severity.ERROR,
        zh=Wording(
            "同一个模板里有两个名为“{name}”的 block。",
            "请给其中一个改名。",
            "block 的名称在一个模板里只能出现一次；要再显示一遍，用 {{ self.head() }}。例如两个 {% block head %} 就不行。",
        ),
        en=Wording(
            "The template has two blocks named “{name}”.",
            "Rename one of them.",
            "A block's name stands once in a template; to show it again, use {{ self.head() }}. "
            "Two {% block head %}, for example, cannot be.",
        ),
    ),
    Code(
        "theme-reference-missing",
        Severity.ERROR,
        zh=Wording(
            "这里用到的模板“{name}”不存在。",
            "请检查文件名；以 ! 开头的名称指下一层外观模板里的同名文件。",
            'extends、include、import 写的是 templates 里的路径。例如 {% include "partials/footer.html" %}。',
        ),
        en=Wording(
            "The template “{name}” that is used here does not exist.",
            "Check the file's name; a name that starts with ! means the same file in the theme below.",
            "extends, include and import take paths within templates. "
            'For example: {% include "partials/footer.html" %}.',
        ),
    ),
    Code(
        "theme-asset-unknown",
        Severity.ERROR,
        zh=Wording(
            "外观模板里没有“{name}”这个文件。",
            "请检查路径；它应当在 assets 文件夹里，大小写也要一致。",
            '样式、脚本、图片都放在 assets 里，模板用 asset("css/site.css") 取得地址。例如把 css/site.css 写成 site.css 就找不到。',
        ),
        en=Wording(
            "The theme has no file “{name}”.",
            "Check the path; it must lie in the assets folder, and capitals count.",
            'Styles, scripts and pictures lie in assets, and templates get their address by asset("css/site.css"). '
            "Writing site.css for css/site.css, for example, finds nothing.",
        ),
    ),
    Code(
        "theme-text-unknown",
        Severity.ERROR,
        zh=Wording(
            "界面文字里没有“{name}”这一条。",
            "请在 strings/zh-CN.yaml（以及其他语言的文件）里补上，或改正名称。",
            '模板用 t("名称") 取界面文字，文字写在 strings 文件夹里，一种语言一个文件。例如 heritage.menu: 栏目。',
        ),
        en=Wording(
            "There is no interface text “{name}”.",
            "Add it to strings/en.yaml (and the other languages' files), or correct the name.",
            'Templates take interface texts by t("name"); the texts lie in strings, a file for each language. '
            "For example: heritage.menu: Sections.",
        ),
    ),
    Code(
        "theme-text-value",
        Severity.ERROR,
        zh=Wording(
            "界面文字“{key}”的写法不对。",
            "请写成一行文字；花括号里只能是这条文字有的名称，要显示花括号本身就写两个。",
            "界面文字里可以留空位，由模板填入，例如 brands.summary: 共 {n} 个。空位里不能有点、方括号或格式说明；"
            "改写 showcase 自己的文字时，只能用原来就有的空位。",
        ),
        en=Wording(
            "The interface text “{key}” is not written as it must be.",
            "Write a line of text; braces hold a plain name that this text has; double a brace to show it.",
            "An interface text may leave places for the template to fill, for example brands.summary: {n} brands. "
            "There are no dots, brackets or formats in them; showcase's own texts have the places that they came with.",
        ),
    ),
    Code(
        "theme-filter-unknown",
        Severity.ERROR,
        zh=Wording(
            "模板里用了不存在的过滤器或测试“{name}”。",
            "请改成 Jinja 自带的名称；random 和 pprint 不能用。",
            "竖线后面的是过滤器，is 后面的是测试，只能用 Jinja 自带的。例如 {{ page.title|upper }}。",
        ),
        en=Wording(
            "The template uses a filter or test “{name}” that does not exist.",
            "Use one of Jinja's own; random and pprint are left out.",
            "What follows a bar is a filter, what follows `is` a test; there are Jinja's own only. "
            "For example: {{ page.title|upper }}.",
        ),
    ),
    Code(
        "theme-foreign-host",
        Severity.WARNING,
        zh=Wording(
            "样式里引用了别的网站上的文件：{name}。",
            "请把文件下载到 assets 文件夹，改成相对路径。",
            "网站不从别处加载任何东西：这样断网也能看，也不泄露访客。例如网络字体要放进 assets/fonts。",
        ),
        en=Wording(
            "The style sheet refers to a file on another host: {name}.",
            "Put the file into the assets folder and refer to it by a relative path.",
            "A site loads nothing from elsewhere, so that it works offline and tells nobody about its visitors. "
            "A web font, for example, goes into assets/fonts.",
        ),
    ),
    Code(
        "theme-template-undefined",
        Severity.ERROR,
        zh=Wording(
            "模板用了不存在的“{name}”（页面 {url}，共 {pages} 页）。",
            "请改正名称，或者先用 is defined 判断；页面有哪些字段见 docs/theme-contract.md。",
            "不存在的名称不会变成空白，而是报出来，这样写错了马上知道。例如 page.sumary 应为 page.summary。",
        ),
        en=Wording(
            "The template uses “{name}”, which does not exist (page {url}; pages in all: {pages}).",
            "Correct the name, or ask with `is defined` first; docs/theme-contract.md lists the fields of each page.",
            "A name that does not exist is reported instead of printing nothing, so that slips show at once. "
            "For example, page.sumary should be page.summary.",
        ),
    ),
    Code(
        "theme-template-failed",
        Severity.ERROR,
        zh=Wording(
            "模板在这一行出错：{detail}（页面 {url}，共 {pages} 页）。",
            "请检查这一行里的值和运算；可以用 showcase inspect {url} 查看页面的数据。",
            "模板语法没有错，但运行到这里做不下去，例如把文字和数字相加，或者除以零。",
        ),
        en=Wording(
            "The template failed at this line: {detail} (page {url}; pages in all: {pages}).",
            "Check the values and operations in this line; showcase inspect {url} shows the page's data.",
            "The template is valid but could not go on here, for example because it adds a text to a number or divides "
            "by zero.",
        ),
    ),
    Code(
        "theme-template-forbidden",
        Severity.ERROR,
        zh=Wording(
            "模板做了不允许的事：{detail}（页面 {url}，共 {pages} 页）。",
            "请只读取页面数据，不要用下划线开头的名称，也不要修改数据。",
            "外观模板在沙箱里运行：只能显示数据，不能改动它，也碰不到电脑上的文件。例如 page.__class__ 和 list.append 都不行。",
        ),
        en=Wording(
            "The template does what it may not: {detail} (page {url}; pages in all: {pages}).",
            "Only read the page's data; use no names that begin with an underscore, and change nothing.",
            "Templates run in a sandbox: they show data, cannot change it and cannot reach files. "
            "page.__class__ and list.append, for example, are refused.",
        ),
    ),
    Code(
        "theme-template-limit",
        Severity.ERROR,
        zh=Wording(
            "模板循环太多次、嵌套太深或产生的文字太长（页面 {url}，共 {pages} 页）。",
            "请检查这一行附近的循环和宏，看它们是否会停下来。",
            "每个页面能用的循环次数、嵌套层数和长度都有上限，免得一个错误让整个网站生成不了。例如宏不停地调用自己。",
        ),
        en=Wording(
            "The template loops too often, nests too deeply or makes too long a text (page {url}; pages in all: {pages}).",
            "Look at the loops and macros near this line and see whether they end.",
            "Each page has a limit for loops, nesting and length, so that one slip cannot hold up the whole site. "
            "A macro that calls itself for ever is an example.",
        ),
    ),
    Code(
        "theme-parameter-image",
        Severity.ERROR,
        zh=Wording(
            "外观参数“{name}”写的图片“{value}”不存在。",
            "请把图片放进网站 themes 里这个外观的 assets 文件夹，再写它的路径；现在有的是：{choices:list}。",
            "路径从 assets 往下写，大小写要一致，例如文件是 themes/heritage/assets/img/logo.svg，就写 logo: img/logo.svg。",
        ),
        en=Wording(
            "The theme parameter “{name}” names a picture that is not there: “{value}”.",
            "Put the picture into the assets folder of this theme in the site's themes and write its path; there are: {choices:list}.",
            "The path begins below assets and is case-sensitive: for themes/heritage/assets/img/logo.svg write logo: img/logo.svg.",
        ),
    ),
    Code(
        "theme-sheet-parameter",
        Severity.ERROR,
        zh=Wording(
            "样式表用了参数“{name}”，外观没有这个参数，或它的值不能写进样式表。",
            "请改成已有的参数：{names:list}；能写进样式表的是颜色、数字和单个词。",
            "样式表里的 parameter(名称) 在生成时换成参数的值，例如 color: parameter(accent_light)。参数在 theme.yaml 的 parameters 里定义。",
        ),
        en=Wording(
            "The style sheet uses the parameter “{name}”, which the theme lacks or whose value cannot stand in a style sheet.",
            "Use one that exists: {names:list}. Colours, numbers and single words can stand in style sheets.",
            "parameter(name) in a style sheet becomes the parameter's value, as in color: parameter(accent_light). Parameters "
            "are defined under parameters in theme.yaml.",
        ),
    ),
)
