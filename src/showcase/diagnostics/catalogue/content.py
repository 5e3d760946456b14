"""Codes of the area "content": files, their names and encodings, and the values of keys."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code, Wording
from showcase.diagnostics.diagnostic import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

_FILES = (
    Code(
        "content-missing",
        _ERROR,
        zh=Wording(
            "站点里没有 content 文件夹。",
            "请在 site.yaml 旁边建一个 content 文件夹，故事放在 content/stories 里；也可以用“showcase new site 文件夹名”新建一个站点。",
            "网站的全部内容都放在 content 文件夹里：stories 放故事，brands 放品牌，organisations 放单位，pages 放其他页面。",
        ),
        en=Wording(
            "The site has no folder content.",
            "Make a folder content beside site.yaml and put stories into content/stories, or begin with `showcase new site FOLDER`.",
            "All content lives in the folder content: stories, brands, organisations and pages each in a folder of their own.",
        ),
    ),
    Code(
        "unreadable",
        _ERROR,
        zh=Wording(
            "读不了这个文件或文件夹：{reason:reason}。",
            "请检查它是否被别的软件占用、您有没有读取的权限，然后再试。",
            "生成网站要读取 content 里的每一个文件。被锁定、没有权限或刚刚被移走的文件就读不了。",
        ),
        en=Wording(
            "This file or folder cannot be read: {reason:reason}.",
            "See whether another program holds it and whether you may read it, then try again.",
            "Building the site reads every file under content. A file that is locked, forbidden or just moved away cannot be read.",
        ),
    ),
    Code(
        "not-a-file",
        _ERROR,
        zh=Wording(
            "这不是普通文件。",
            "请把它从站点文件夹里移走。",
            "管道、设备之类的特殊文件不能作为内容。",
        ),
        en=Wording(
            "This is not an ordinary file.",
            "Move it out of the site folder.",
            "Pipes, devices and the like cannot be content.",
        ),
    ),
    Code(
        "not-a-folder",
        _ERROR,
        zh=Wording(
            "这里应该是文件夹，却是一个文件。",
            "请把它改名或移走，再建一个同名的文件夹。",
            "content 必须是文件夹，网站的内容都放在里面。",
        ),
        en=Wording(
            "This should be a folder but is a file.",
            "Rename it or move it away and make a folder of this name.",
            "content is a folder that holds all that the site says.",
        ),
    ),
    Code(
        "folders-too-deep",
        _ERROR,
        zh=Wording(
            "文件夹套得太深了。",
            "请把文件移到浅一些的文件夹里。",
            "内容最多放在 24 层文件夹里，通常两三层就够了。",
        ),
        en=Wording(
            "The folders are nested too deep.",
            "Move the files to a folder higher up.",
            "Content may lie at most 24 folders deep; two or three are usual.",
        ),
    ),
    Code(
        "link-outside",
        _ERROR,
        zh=Wording(
            "这个链接（快捷方式）指向站点文件夹之外。",
            "请把文件本身复制到站点文件夹里。",
            "为了不把别处的文件误发到网上，只读取站点文件夹里面的内容。",
        ),
        en=Wording(
            "This symbolic link leads out of the site folder.",
            "Copy the file itself into the site folder.",
            "Only what lies inside the site folder is read, so that no other file is published by mistake.",
        ),
    ),
    Code(
        "link-broken",
        _ERROR,
        zh=Wording(
            "这个链接（快捷方式）指向的文件不存在。",
            "请删去它，或换成文件本身。",
            "链接所指的文件可能已被移走或删除。",
        ),
        en=Wording(
            "This symbolic link leads nowhere.",
            "Delete it, or put the file itself in its place.",
            "What the link points to was moved or deleted.",
        ),
    ),
    Code(
        "link-loop",
        _ERROR,
        zh=Wording(
            "这个链接（快捷方式）绕回了已经读过的文件夹。",
            "请删去这个链接。",
            "链接指向自己的上级文件夹，会没完没了地绕下去。",
        ),
        en=Wording(
            "This symbolic link leads back to a folder that was read already.",
            "Delete the link.",
            "A link to a folder above it would go round without end.",
        ),
    ),
    Code(
        "source-too-large",
        _ERROR,
        zh=Wording(
            "这个文件太大了，超过 {most} MB。",
            "请把它分成几个文件；图片、视频请单独存放，不要嵌在文字里。",
            "一篇文字最多 2 MB，约六十万个汉字。太大的文件多半嵌入了图片。",
        ),
        en=Wording(
            "This file is larger than {most} MB.",
            "Split it; keep pictures and films in files of their own.",
            "A text may have 2 MB, some 600,000 Chinese characters. Larger ones usually hold a picture.",
        ),
    ),
    Code(
        "source-ending",
        _WARNING,
        zh=Wording(
            "这个文件不会被当成文章读取，因为文件名不是以“.md”结尾。",
            "如果它是文章，请把文件名的结尾改成“.md”。",
            "文章的文件名要以“.md”结尾，地点、主题、来源的文件要以“.yaml”结尾。Windows 会隐藏扩展名，“a.md”其实可能是“a.md.txt”。",
        ),
        en=Wording(
            "This file is not read as an entry, because its name does not end in `.md`.",
            "Rename it to end in `.md` if it is one.",
            "Entries end in `.md`, lists of places, topics and sources in `.yaml`. Windows hides endings: what looks like `a.md` may be `a.md.txt`.",
        ),
    ),
    Code(
        "site-file-name",
        _ERROR,
        zh=Wording(
            "站点设置的文件名应当是 site.yaml。",
            "请把 site.yml 改名为 site.yaml。",
            "站点设置只从 site.yaml 读取。",
        ),
        en=Wording(
            "The site's settings belong into site.yaml.",
            "Rename site.yml to site.yaml.",
            "Settings are read from site.yaml only.",
        ),
    ),
)

_NAMES = (
    Code(
        "name-illegible",
        _ERROR,
        zh=Wording(
            "文件名里有看不见的控制字符或乱码。",
            "请给它改一个普通的名字。",
            "文件名会成为网址的一部分，只能用文字、数字和连字符。乱码多半来自压缩包的编码不对。",
        ),
        en=Wording(
            "The file's name holds control characters or cannot be decoded.",
            "Give it a plain name.",
            "Names become part of addresses: letters, digits and hyphens only. Garbled names usually come from an archive in another encoding.",
        ),
    ),
    Code(
        "name-reserved",
        _ERROR,
        zh=Wording(
            "“{name}”在 Windows 上不能用作文件名。",
            "请改一个名字。",
            "CON、PRN、AUX、NUL、COM1、LPT1 等是 Windows 保留的名字，以空格或句点结尾的名字也不行。站点可能要拷到 Windows 电脑或 U 盘上。",
        ),
        en=Wording(
            "“{name}” cannot be the name of a file on Windows.",
            "Give it another name.",
            "Windows reserves CON, PRN, AUX, NUL, COM1, LPT1 and the like, and allows no name that ends in a space or full stop. Sites travel to such machines and to memory sticks.",
        ),
    ),
    Code(
        "name-forbidden",
        _ERROR,
        zh=Wording(
            "文件名“{name}”里有“{character}”，在 Windows 上不能使用。",
            "请改一个名字，去掉这个符号。",
            'Windows 的文件名里不能有 < > : " | ? * \\ 这些符号。站点可能要拷到 Windows 电脑或 U 盘上。',
        ),
        en=Wording(
            "The name “{name}” holds “{character}”, which Windows does not allow.",
            "Give it a name without this character.",
            'Names on Windows cannot hold < > : " | ? * \\. Sites travel to such machines and to memory sticks.',
        ),
    ),
    Code(
        "name-clash",
        _ERROR,
        zh=Wording(
            "“{name}”和“{other}”只有大小写或编码形式不同。",
            "请给其中一个改名。",
            "Windows、macOS 和 U 盘上，只有大小写不同的两个名字是同一个文件，后一个会盖掉前一个。",
        ),
        en=Wording(
            "“{name}” and “{other}” differ only in case or in Unicode form.",
            "Rename one of them.",
            "On Windows, macOS and memory sticks two such names are the same file, and one would overwrite the other.",
        ),
    ),
    Code(
        "invalid-file-name",
        _ERROR,
        zh=Wording(
            "文件名“{name}”不能用作编号。",
            "请改名，只用汉字、字母、数字、连字符和下划线，例如“{better}”。",
            "文件名（不含结尾的 .md）就是条目的编号，别处用它来引用，所以不能有空格、标点和别的符号。",
        ),
        en=Wording(
            "The file name “{name}” cannot be an id.",
            "Rename it with letters, digits, hyphens and underscores only, for example “{better}”.",
            "The name without its ending is the entry's id, by which others refer to it; it has no spaces or punctuation.",
        ),
    ),
    Code(
        "misplaced-source",
        _ERROR,
        zh=Wording(
            "这个文件放的位置不对，网站不会用到它。",
            "故事请放进 content/stories，品牌放进 content/brands，单位放进 content/organisations，其他页面放进 content/pages。",
            "每一种内容有自己的文件夹，网站靠文件夹来分辨内容的种类。",
        ),
        en=Wording(
            "This file lies where nothing reads it.",
            "Put stories into content/stories, brands into content/brands, organisations into content/organisations, other pages into content/pages.",
            "Each kind of content has its folder; the folder tells what a file is.",
        ),
    ),
    Code(
        "misplaced-in-folder",
        _ERROR,
        zh=Wording(
            "这个文件放的位置不对，网站不会用到它。",
            "请放成 content/{folder}/编号.md，或 content/{folder}/编号/index.md（图片放在旁边）。",
            "一个条目是一个 .md 文件，或者一个文件夹里的 index.md。再深的文件夹、文件夹里别的 .md 文件都不会读取。",
        ),
        en=Wording(
            "This file lies where nothing reads it.",
            "Make it content/{folder}/ID.md, or content/{folder}/ID/index.md with its pictures beside it.",
            "An entry is one .md file, or the index.md of a folder. Deeper folders and other .md files in a folder are not read.",
        ),
    ),
    Code(
        "misplaced-yaml",
        _ERROR,
        zh=Wording(
            "这个 YAML 文件放的位置不对，网站不会用到它。",
            "地点、主题、来源请写在 content/places.yaml、content/topics.yaml、content/sources.yaml 里，或放进同名的文件夹。",
            "只有地点、主题、来源写在 YAML 文件里，其他内容写在 .md 文件里。",
        ),
        en=Wording(
            "This YAML file lies where nothing reads it.",
            "Places, topics and sources go into content/places.yaml, content/topics.yaml and content/sources.yaml, or into folders of these names.",
            "Only places, topics and sources are YAML files; all other content is .md files.",
        ),
    ),
    Code(
        "unknown-language-ending",
        _ERROR,
        zh=Wording(
            "网站没有“{suffix}”这种语言。",
            "文件名里的语言只能是：{languages:list}。新的语言请先加到 site.yaml 的“语言”里。",
            "译文的文件名是“编号.语言.md”，例如 a.en.md。编号本身不能有句点。",
        ),
        en=Wording(
            "The site has no language “{suffix}”.",
            "The language in a file name is one of: {languages:list}. Add a new one to `languages` in site.yaml first.",
            "A translation is named ID.LANGUAGE.md, for example a.en.md. An id itself holds no full stop.",
        ),
    ),
)

_ENCODINGS = (
    Code(
        "wrong-encoding",
        _ERROR,
        zh=Wording(
            "这个文件不是 UTF-8 编码，看起来是 {encoding}。",
            "请另存为 UTF-8：在记事本里点“文件—另存为”，编码选“UTF-8”；在 Word 或 WPS 里另存为“纯文本”，编码选“UTF-8”。",
            "网站的文字都用 UTF-8 编码。用别的编码保存的文件，汉字会变成乱码。",
        ),
        en=Wording(
            "This file is not UTF-8; it looks like {encoding}.",
            "Save it as UTF-8: in Notepad choose File, Save as, Encoding UTF-8; in Word or WPS save as plain text and choose UTF-8.",
            "All texts of a site are UTF-8. In another encoding Chinese characters come out garbled.",
        ),
    ),
    Code(
        "unknown-encoding",
        _ERROR,
        zh=Wording(
            "这个文件不是文字，或者用了不认识的编码。",
            "请在写它的软件里重新另存为 UTF-8 编码的纯文本。",
            "Word 文档、图片、压缩包改了文件名也不会变成文字文件。",
        ),
        en=Wording(
            "This file is not text, or is in an unknown encoding.",
            "Save it again as plain UTF-8 text in the program that wrote it.",
            "A Word document, picture or archive does not become text by being renamed.",
        ),
    ),
    Code(
        "broken-utf8",
        _ERROR,
        zh=Wording(
            "文件里有 {count} 处损坏的字符，第一处在这里。",
            "请把“�”或乱码处的文字重新输入，再存为 UTF-8。",
            "文件的大部分是 UTF-8，但有些字节不成字，多半是在传输或拼接时损坏的。",
        ),
        en=Wording(
            "Characters of this file are broken ({count} in all; the first is here).",
            "Type the garbled characters again and save as UTF-8.",
            "Most of the file is UTF-8, but some bytes form no character; they were damaged in transfer or by joining files.",
        ),
    ),
    Code(
        "nul-bytes",
        _ERROR,
        zh=Wording(
            "文件里有 {count} 个空字符（NUL），第一个在这里。",
            "请在编辑器里重新另存为 UTF-8 编码的纯文本。",
            "空字符不是文字，多半因为文件损坏，或者它其实是别的格式。",
        ),
        en=Wording(
            "NUL characters stand in this file ({count} in all; the first is here).",
            "Save it again as plain UTF-8 text.",
            "NUL is no text; the file is damaged or is of another format.",
        ),
    ),
    Code(
        "control-character",
        _ERROR,
        zh=Wording(
            "这里有看不见的控制字符（{character}）。",
            "请删去它；看不见时，把前后的文字删掉重新输入。",
            "控制字符多半是从别的软件复制时带来的，浏览器和搜索都可能因此出错。",
        ),
        en=Wording(
            "There is an invisible control character ({character}) here.",
            "Delete it; if you cannot see it, delete and retype the text around it.",
            "Control characters come along when text is copied from other programs and can upset browsers and search.",
        ),
    ),
    Code(
        "empty-file",
        _ERROR,
        zh=Wording(
            "这个文件是空的。",
            "请写上内容，或把它删去。",
            "空文件生成不了页面，可能是保存时出了问题。",
        ),
        en=Wording(
            "This file is empty.",
            "Write into it, or delete it.",
            "No page can be made of an empty file; perhaps saving it went wrong.",
        ),
    ),
)

_VALUES = (
    Code(
        "required-missing",
        _ERROR,
        zh=Wording(
            "{kind:term}缺少“{alias}”（{key}）。",
            "请加上一行“{alias}: …”。",
            "这一项必须写，没有它就生成不了页面。",
        ),
        en=Wording(
            "This {kind:term} lacks `{key}`.",
            "Add a line `{key}: …`.",
            "This key must be there; no page can be made without it.",
        ),
    ),
    Code(
        "required-empty",
        _ERROR,
        zh=Wording(
            "“{key}”没有写内容。",
            "请在冒号后面写上内容。",
            "这一项必须写，不能空着。以“#”开头的内容算注释，要加引号。",
        ),
        en=Wording(
            "`{key}` is empty.",
            "Write its value behind the colon.",
            "This key needs a value. What begins with # counts as a comment; put it in quotes.",
        ),
    ),
    Code(
        "value-too-long",
        _WARNING,
        zh=Wording(
            "“{key}”太长了，有 {length} 个字符。",
            "请缩短到 {most} 个字符以内，详细的内容写进正文。",
            "太长的标题和说明在列表、手机屏幕和搜索结果里会显示不全。",
        ),
        en=Wording(
            "`{key}` is long: {length} characters.",
            "Keep it to {most} characters; details go into the text.",
            "Long titles and notes are cut off in lists, on phones and in search results.",
        ),
    ),
    Code(
        "list-not-allowed",
        _ERROR,
        zh=Wording(
            "“{key}”只能写一个值，不能写列表。",
            "请去掉方括号，只留一个值；如果方括号是文字的一部分，给整个值加英文双引号。",
            "方括号表示列表。只能有一个值的项目不能写成列表。",
        ),
        en=Wording(
            "`{key}` takes one value, not a list.",
            "Remove the brackets and keep one value; put quotes around the value if the brackets are part of it.",
            "Square brackets mean a list, and this key has a single value.",
        ),
    ),
    Code(
        "map-not-allowed",
        _ERROR,
        zh=Wording(
            "“{key}”只能写一个值，不能是一组项目。",
            "请直接写值；如果花括号是文字的一部分，给整个值加英文双引号。",
            "花括号或缩进的下一级表示一组项目，这一项没有下一级。",
        ),
        en=Wording(
            "`{key}` takes a plain value, not a group of keys.",
            "Write the value itself; put quotes around it if the braces are part of it.",
            "Braces, or indented lines below, mean a group of keys, and this key has none.",
        ),
    ),
    Code(
        "map-expected",
        _ERROR,
        zh=Wording(
            "“{key}”要写成一组“名称: 值”。",
            "请另起一行，空两格，每行写一项“名称: 值”。",
            "这一项有自己的下一级，不能只写一个值。例如“数据:”下面先写编号，再写“数值: 120”。",
        ),
        en=Wording(
            "`{key}` takes a group of keys.",
            "Write the keys on lines of their own below it, indented by two spaces.",
            "This key has keys of its own; a single value is not enough. Under `metrics:`, for example, stands an id, and below that `value: 120`.",
        ),
    ),
    Code(
        "list-without-brackets",
        _ERROR,
        zh=Wording(
            "“{key}”有几个值，却没有写成列表。",
            "请写成英文方括号、英文逗号的列表。",
            "几个值要写成列表，例如“主题: [电商, 助农]”。写成“电商，助农”或“电商、助农”会被当成一个名称。如果它真是一个名称，请加英文引号。",
        ),
        en=Wording(
            "`{key}` has several values but is not a list.",
            "Write them in square brackets with commas between them.",
            "Several values form a list: `topics: [trade, farming]`. Without brackets they count as one name; if it really is one, put it in quotes.",
        ),
    ),
    Code(
        "invalid-slug",
        _ERROR,
        zh=Wording(
            "“{value}”不能用作网址名。",
            "网址名只能用小写英文字母、数字和连字符。",
            "网址名是网址的最后一段，会印在展板上、在聊天里转发，所以只用小写字母、数字和连字符，例如 keqin-village。",
        ),
        en=Wording(
            "“{value}” cannot be part of an address.",
            "Use lower-case letters, digits and hyphens only.",
            "The slug is the last part of the address, which is printed and passed on: lower-case letters, digits, hyphens, such as keqin-village.",
        ),
    ),
    Code(
        "invalid-id",
        _ERROR,
        zh=Wording(
            "“{value}”不能用作编号。",
            "编号只能用汉字、字母、数字、连字符和下划线，不能有空格和标点。",
            "编号供别处引用，要简短、不变，例如 keqin-village 或“克勤村”。",
        ),
        en=Wording(
            "“{value}” cannot be an id.",
            "Use letters, digits, hyphens and underscores only; no spaces or punctuation.",
            "Others refer to an entry by its id, so it is short and stays the same: keqin-village, for example.",
        ),
    ),
    Code(
        "invalid-date",
        _ERROR,
        zh=Wording(
            "“{key}”的值“{value}”不是能识别的日期。",
            "请写成 2024、2024-06 或 2024-06-01；也可以写“2024年6月1日”“约2021年”“2011-10/2020”。",
            "日期知道多确切就写多确切。时间段用斜线，还在继续的写“2011-10/..”，大约的在后面加“~”。",
        ),
        en=Wording(
            "“{value}” in `{key}` is not a date.",
            "Write 2024, 2024-06 or 2024-06-01; also 2011-10/2020 for a period and 2021~ for “about”.",
            "Write a date as exactly as you know it. A period has a slash, one that goes on is 2011-10/.., an approximate date ends in ~.",
        ),
    ),
    Code(
        "impossible-date",
        _ERROR,
        zh=Wording(
            "“{value}”这个日期不存在。",
            "请检查月份、日子和先后顺序。",
            "月份是 1 到 12，日子要在那个月里有；时间段的开始不能晚于结束。例如 2023 年 2 月只有 28 天。",
        ),
        en=Wording(
            "There is no such date as “{value}”.",
            "Check the month, the day and the order.",
            "Months run from 1 to 12, the day must exist in its month, and a period cannot end before it begins. February 2023 has 28 days.",
        ),
    ),
    Code(
        "invalid-day",
        _ERROR,
        zh=Wording(
            "“{key}”要写到具体的一天，“{value}”不行。",
            "请写成 2024-06-01 或“2024年6月1日”。",
            "更新日期、发布日期和失效日期都要精确到天。",
        ),
        en=Wording(
            "`{key}` needs one exact day; “{value}” is none.",
            "Write it as 2024-06-01.",
            "The days of update, publication and expiry are exact days.",
        ),
    ),
    Code(
        "invalid-boolean",
        _ERROR,
        zh=Wording(
            "“{key}”只能写“是”或“否”，不能写“{value}”。",
            "请写“是”或“否”（也可以写 true、false）。",
            "这一项只有两种可能，例如“草稿: 是”表示先不发布，“草稿: 否”表示发布。",
        ),
        en=Wording(
            "`{key}` is yes or no; “{value}” is neither.",
            "Write `true` or `false`.",
            "There are only two possibilities: `draft: true` keeps a page back, `draft: false` publishes it.",
        ),
    ),
    Code(
        "invalid-integer",
        _ERROR,
        zh=Wording(
            "“{key}”要写整数，“{value}”不是。",
            "请写成 1、20 这样的数字。",
            "排序、条数等用整数，不带单位和小数。",
        ),
        en=Wording(
            "`{key}` is a whole number; “{value}” is not.",
            "Write a number such as 1 or 20.",
            "Positions and sizes are whole numbers without unit or fraction.",
        ),
    ),
    Code(
        "invalid-number",
        _ERROR,
        zh=Wording(
            "“{key}”要写数字，“{value}”不是。",
            "请用阿拉伯数字，例如 300000、3.5；单位写在“计量单位”里。",
            "数值只写数字，这样才能核对、排序和换算。",
        ),
        en=Wording(
            "`{key}` is a number; “{value}” is not.",
            "Write digits, such as 300000 or 3.5; the unit has a key of its own.",
            "Only plain numbers can be checked, sorted and grouped.",
        ),
    ),
    Code(
        "number-in-words",
        _ERROR,
        zh=Wording(
            "“{value}”里的数位要写成数字。",
            "请写成 {full}；单位另写在“计量单位”里。",
            "万、亿这样的数位要写全，例如 30万写成 300000；网页会按语言自动分节。",
        ),
        en=Wording(
            "“{value}” holds a Chinese power of ten.",
            "Write {full}; the unit goes into `unit`.",
            "Write the number out: 300000 for 30万. Pages group the digits by themselves.",
        ),
    ),
    Code(
        "number-with-text",
        _ERROR,
        zh=Wording(
            "“{value}”里除了数字还有“{rest:list}”。",
            "请只写 {number}；单位写在“计量单位”里，“超过”“约”等写在“限定”里。",
            "数值只写数字。单位、“超过”“近”“约”各有自己的项目，这样各种语言都能正确显示。",
        ),
        en=Wording(
            "“{value}” holds “{rest:list}” besides the number.",
            "Write {number}; a unit goes into `unit`, “more than” and the like into `qualifier`.",
            "The value is the number alone. Unit and qualifier have keys of their own, so that every language shows them rightly.",
        ),
    ),
    Code(
        "invalid-url",
        _ERROR,
        zh=Wording(
            "“{value}”不是完整的网址。",
            "请写成以 https:// 开头的完整网址，中间没有空格。",
            "网址要完整，例如 https://www.example.cn/a.html；邮箱写成 mailto:a@example.cn。",
        ),
        en=Wording(
            "“{value}” is not a full address.",
            "Write the whole address beginning with https://, without spaces.",
            "An address is complete, like https://www.example.org/a.html; an e-mail address begins with mailto:.",
        ),
    ),
    Code(
        "unsafe-url",
        _ERROR,
        zh=Wording(
            "不能使用以“{scheme}:”开头的网址。",
            "请改用 https:// 开头的网址。",
            "只接受 http、https 和 mailto。别的网址可能在读者的电脑上执行程序，或者只在您自己的电脑上才打得开。",
        ),
        en=Wording(
            "Addresses that begin with “{scheme}:” are not allowed.",
            "Use one that begins with https://.",
            "Only http, https and mailto are accepted. Others could run a program at the reader's, or open only on your own machine.",
        ),
    ),
    Code(
        "invalid-choice",
        _ERROR,
        zh=Wording(
            "“{key}”不能写“{value}”。",
            "只能写：{allowed:list}。",
            "这一项只能从几个值里选，中文、英文都可以。",
        ),
        en=Wording(
            "`{key}` cannot be “{value}”.",
            "It is one of: {values:list}.",
            "This key takes one of a few values, in Chinese or English.",
        ),
    ),
    Code(
        "invalid-address",
        _ERROR,
        zh=Wording(
            "“{value}”不是本站的网址路径。",
            "请写成以“/”开头的路径，例如 /old/story/，不带域名、空格和问号。",
            "旧网址是本站从前的路径，会自动转到新的页面。",
        ),
        en=Wording(
            "“{value}” is not a path on this site.",
            "Write a path that begins with a slash, such as /old/story/, without host, spaces or question mark.",
            "An old address is a former path on this site that leads to the new page.",
        ),
    ),
    Code(
        "invalid-language",
        _ERROR,
        zh=Wording(
            "“{value}”不是语言代码。",
            "请写 zh-CN（中文）、en（英文）、bo（藏文）这样的代码。",
            "语言用国际通用的代码（BCP 47）表示。",
        ),
        en=Wording(
            "“{value}” is not a language code.",
            "Write a code such as zh-CN, en or bo.",
            "Languages are given by their BCP 47 codes.",
        ),
    ),
    Code(
        "absolute-path",
        _ERROR,
        zh=Wording(
            "“{value}”是您电脑上的路径，别人打不开。",
            "请把文件放在这个条目旁边，只写文件名，例如 a.jpg 或 images/a.jpg。",
            "文件路径要从这个条目所在的文件夹写起，不能以 / 或 C:\\ 开头。",
        ),
        en=Wording(
            "“{value}” is a path of one machine.",
            "Put the file beside this entry and write its name: a.jpg or images/a.jpg.",
            "Paths start at the entry's own folder, not at / or C:\\.",
        ),
    ),
    Code(
        "backslash-path",
        _ERROR,
        zh=Wording(
            "文件路径里用了反斜杠。",
            "请改成正斜杠“/”。",
            "文件夹之间用正斜杠隔开，这样在哪种电脑上都能用。",
        ),
        en=Wording(
            "The path holds backslashes.",
            "Write forward slashes.",
            "Folders are separated by /, which works on every system.",
        ),
    ),
    Code(
        "remote-file",
        _ERROR,
        zh=Wording(
            "“{value}”是别的网站上的文件。",
            "请下载下来，放在这个条目旁边，再写文件名。",
            "图片和影音要和网站放在一起，别的网站关掉或改了地址，网页就缺图了。",
        ),
        en=Wording(
            "“{value}” lies on another site.",
            "Save it beside this entry and write the file's name.",
            "Pictures and films are kept with the site; elsewhere they may vanish or change.",
        ),
    ),
    Code(
        "expires-too-early",
        _ERROR,
        zh=Wording(
            "失效日期 {expires} 不晚于发布日期 {from}，这一页永远不会显示。",
            "请检查这两个日期。",
            "页面从“发布日期”起显示，到“失效日期”前一天为止。",
        ),
        en=Wording(
            "It expires on {expires}, which is not after its publication on {from}: it would never be shown.",
            "Check both dates.",
            "A page is shown from `publish_from` on and until the day before `expires`.",
        ),
    ),
)

_RECORDS = (
    Code(
        "records-not-a-list",
        _ERROR,
        zh=Wording(
            "这个文件要写成列表，每个{kind:term}一项。",
            "请让每一项以“- 编号: …”开头，其余各行空两格对齐。",
            "地点、主题、来源的文件是一个列表，每一项以减号加空格开头，例如“- 编号: keqin”，下一行“  名称: 克勤村”。",
        ),
        en=Wording(
            "This file is a list with one item for each {kind:term}.",
            "Begin each item with `- id: …` and align its other lines below, indented by two spaces.",
            "Files of places, topics and sources are lists; an item begins with a hyphen and a space: `- id: keqin`, then `  name: Keqin Village`.",
        ),
    ),
    Code(
        "record-not-a-map",
        _ERROR,
        zh=Wording(
            "这一项没有写成一组“名称: 值”。",
            "请写成“- 编号: …”，下一行空两格写“名称: …”。",
            "每一项都要有编号和名称，只写一个词不够。",
        ),
        en=Wording(
            "This item is not a group of keys.",
            "Write `- id: …` and, on the next line, indented by two spaces, `name: …`.",
            "Each item has an id and a name; a single word is not enough.",
        ),
    ),
    Code(
        "duplicate-id",
        _ERROR,
        zh=Wording(
            "编号“{id}”用了两次，第一次在第 {line} 行。",
            "请给其中一个换一个编号，或把两项合并。",
            "编号不能重复，否则引用它的地方不知道指哪一个。",
        ),
        en=Wording(
            "The id “{id}” stands twice; the first time on line {line}.",
            "Give one of them another id, or join them.",
            "Ids are unique; otherwise a reference could mean either.",
        ),
    ),
    Code(
        "id-differs",
        _ERROR,
        zh=Wording(
            "编号“{id}”和文件名“{file}”不一样。",
            "请删去“编号”这一行，或改成和文件名一样。",
            "一个文件一个条目时，文件名就是编号。",
        ),
        en=Wording(
            "The id “{id}” differs from the file name “{file}”.",
            "Delete the line `id`, or make it equal to the file name.",
            "Where a file holds one entry, the file's name is its id.",
        ),
    ),
    Code(
        "translation-language",
        _ERROR,
        zh=Wording(
            "“{language}”不是本站要翻译成的语言。",
            "只能写：{languages:list}。新的语言请先加到 site.yaml 的“语言”里。",
            "译文按语言代码写，例如 en。主要语言直接写在外面，不算译文。",
        ),
        en=Wording(
            "“{language}” is not a language that this site is translated into.",
            "It is one of: {languages:list}. Add a new one to `languages` in site.yaml first.",
            "Translations stand under a language code such as en. The main language stands outside.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*_FILES, *_NAMES, *_ENCODINGS, *_VALUES, *_RECORDS)
