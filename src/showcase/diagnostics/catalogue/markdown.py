"""Codes of the area "markdown": what can be wrong in the text of a document."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code, Wording
from showcase.diagnostics.diagnostic import Severity

_DIRECTIVES = (
    Code(
        "directive-unknown",
        Severity.ERROR,
        zh=Wording(
            "没有名为“{directive}”的指令。",
            "请改用下列名称之一：{known:list}；如果只是普通文字，请在冒号前加反斜杠（\\:）。",
            "指令是“:名称[内容]”“::名称[内容]{属性}”“:::名称”这样的写法，用来插入数据、图集、视频等。名称写错时，页面上"
            "只会留下一串符号。例如把“:::图集”写成“:::图片集”，就会出现这条提示。",
        ),
        en=Wording(
            "There is no directive “{directive}”.",
            "Use one of: {known:list}. If this is ordinary text, put a backslash before the colon (\\:).",
            "A directive is written `:name[label]`, `::name[label]{attributes}` or `:::name` and puts metrics, galleries, "
            "films and the like into the text. With a wrong name the page would show the bare signs. Example: "
            "`:::galery` instead of `:::gallery`.",
        ),
    ),
    Code(
        "directive-form",
        Severity.ERROR,
        zh=Wording(
            "“{directive}”用在这里的写法不对。",
            "请写成“{example}”：一个冒号用在句子里，两个冒号独占一行，三个冒号开头、再以“:::”一行结束。",
            "每种指令只有一种写法。句中的数据和出处用一个冒号（:数据[户数]），视频、音频、下载、数据表独占一行、用两个冒号"
            "（::视频[标题]{file=a.mp4}），图集、时间轴、引文包住若干行、用三个冒号。",
        ),
        en=Wording(
            "The directive “{directive}” is not written this way.",
            "Write `{example}`: one colon within a sentence, two on a line of its own, three to open a block that `:::` closes.",
            "Each directive has one form. Metrics and citations stand within a sentence (`:metric[households]`); video, audio, "
            "download and metrics take a line of their own (`::video[Title]{file=a.mp4}`); gallery, timeline and quote enclose "
            "several lines.",
        ),
    ),
    Code(
        "directive-attributes",
        Severity.ERROR,
        zh=Wording(
            "花括号里的属性看不懂。",
            '请写成“{{名称=值}}”，值里有空格时用英文双引号：{{名称="值 值"}}，各项之间空一格，并以“}}”结束。',
            "属性写在紧跟其后的一对花括号里，例如 ::视频[开幕]{file=kaimu.mp4 poster=fengmian.jpg}。等号、引号都要用英文（半角）"
            "符号；中文引号“”和全角等号＝不起作用。",
        ),
        en=Wording(
            "The attributes in braces cannot be read.",
            'Write `{{name=value}}`, with straight double quotes where the value has a space: `{{name="two words"}}`, one space between '
            "them, and `}}` at the end.",
            "Attributes stand in one pair of braces right behind, for example `::video[Opening]{file=opening.mp4 poster=cover.jpg}`. "
            "Only straight quotes and the ordinary equals sign work, not “ ” or ＝.",
        ),
    ),
    Code(
        "directive-attribute-unknown",
        Severity.ERROR,
        zh=Wording(
            "“{directive}”没有名为“{attribute}”的属性。",
            "可用的属性：{known:list}。",
            "属性名写错时，所写的内容不会起作用，所以先停下来提醒。例如视频的文件要写 file=（或 文件=），不能写 src=。",
        ),
        en=Wording(
            "“{directive}” has no attribute “{attribute}”.",
            "It knows: {known:list}.",
            "A misspelt attribute would silently do nothing. A film's file, for example, is `file=`, not `src=`.",
        ),
    ),
    Code(
        "directive-attribute-value",
        Severity.ERROR,
        zh=Wording(
            "属性“{attribute}”不能写“{value}”。",
            "只能写：{allowed:list}。",
            "图片的类型和人物只能从几个词里选，中文、英文都可以。写错了，该有的检查（例如地图要有审图号）就不会进行。"
            "例如 ![帮仁村的位置](map.png){类型=地图 审图号=…}。",
        ),
        en=Wording(
            "The attribute “{attribute}” cannot be “{value}”.",
            "It is one of: {values:list}.",
            "A picture's kind and people take one of a few words, in Chinese or English. With a wrong one, checks such as that "
            "of a map's approval number would not be made. For example: `![Where it lies](map.png){kind=map map_approval=…}`.",
        ),
    ),
    Code(
        "directive-attribute-twice",
        Severity.ERROR,
        zh=Wording(
            "属性“{attribute}”写了两次。",
            "请只保留一个。",
            "同一个属性的中文名和英文名也算同一个，例如 file= 和 文件= 不能同时写。",
        ),
        en=Wording(
            "The attribute “{attribute}” is given twice.",
            "Keep one of them.",
            "An attribute's Chinese and English names are the same attribute: `file=` and `文件=` cannot both be given.",
        ),
    ),
    Code(
        "directive-attribute-missing",
        Severity.ERROR,
        zh=Wording(
            "“{directive}”缺少属性“{attribute}”（{alias}）。",
            "请在花括号里补上，例如 {{{attribute}=…}}。",
            "例如视频必须说明是哪个文件：::视频[开幕式]{file=kaimushi.mp4}。",
        ),
        en=Wording(
            "“{directive}” lacks the attribute “{attribute}” ({alias}).",
            "Add it in braces: `{{{attribute}=…}}`.",
            "A film, for example, must say which file it is: `::video[Opening]{file=opening.mp4}`.",
        ),
    ),
    Code(
        "directive-label-missing",
        Severity.ERROR,
        zh=Wording(
            "“{directive}”后面缺少方括号里的内容。",
            "请写成“{example}[…]”。",
            "方括号里的内容说明要显示什么：数据写编号（:数据[户数]），出处写来源（:出处[报告]），视频、音频、下载写标题。标题也是"
            "看不见画面、听不到声音的读者唯一的线索。",
        ),
        en=Wording(
            "“{directive}” lacks its label in square brackets.",
            "Write `{example}[…]`.",
            "The label says what is shown: a metric's id (`:metric[households]`), a source (`:cite[report]`), the title of a film, "
            "a recording or a download. For readers who cannot see or hear it the title is all there is.",
        ),
    ),
    Code(
        "directive-label-unused",
        Severity.WARNING,
        zh=Wording(
            "“{directive}”不使用方括号里的内容。",
            "请删去方括号；引文的说话人写在属性里：{{by=村党支部书记}}。",
            "这条指令没有地方显示方括号里的文字，写了也不会出现在页面上。",
        ),
        en=Wording(
            "“{directive}” makes no use of a label.",
            'Remove the square brackets; who is quoted goes into an attribute: `{{by="village branch secretary"}}`.',
            "This directive has no place to show the text in square brackets, so it would not appear on the page.",
        ),
    ),
    Code(
        "directive-label-unclosed",
        Severity.ERROR,
        zh=Wording(
            "指令的方括号或花括号没有写完整。",
            "请在同一行补上“]”或“}}”，并使用英文（半角）符号。",
            "例如 :数据[户数 少了右方括号，程序不知道内容到哪里为止。",
        ),
        en=Wording(
            "The brackets of this directive are not complete.",
            "Add the missing `]` or `}}` on the same line.",
            "In `:metric[households` the closing bracket is missing, so it is not known where the label ends.",
        ),
    ),
    Code(
        "directive-text-behind",
        Severity.ERROR,
        zh=Wording(
            "“{directive}”这一行后面多了文字“{text}”。",
            "标题请写在方括号里（:::图集[标题]），其他文字请另起一行。",
            "指令独占一行，后面的文字不会显示。例如“:::图集 春耕”要写成“:::图集[春耕]”。",
        ),
        en=Wording(
            "There is text behind “{directive}” on its line: “{text}”.",
            "Put a heading in square brackets (`:::gallery[Heading]`) and other text on a line of its own.",
            "A directive has its line to itself; text behind it would not be shown. `:::gallery Spring` must be `:::gallery[Spring]`.",
        ),
    ),
    Code(
        "directive-unclosed",
        Severity.ERROR,
        zh=Wording(
            "从这里开始的“{directive}”没有结束。",
            "请在它的最后一行之后另起一行，只写“{colons}”。",
            "用三个冒号打开的内容要用只有三个冒号的一行来结束，否则后面的全文都会被算在里面。",
        ),
        en=Wording(
            "The “{directive}” that begins here is never closed.",
            "After its last line put a line with nothing but `{colons}`.",
            "A block opened with three colons ends at a line of three colons; without it all the rest of the text would belong to it.",
        ),
    ),
    Code(
        "directive-close-stray",
        Severity.ERROR,
        zh=Wording(
            "这一行“:::”没有对应的开头。",
            "请删去这一行，或检查上面的开头一行是否写成了“:::名称”。",
            "只有三个冒号的一行用来结束图集、时间轴或引文。上面没有打开的内容时，多半是开头一行写错了，或者多写了一行结束。",
        ),
        en=Wording(
            "This line of colons closes nothing.",
            "Remove it, or check that the opening line above is written `:::name`.",
            "A line of three colons ends a gallery, a timeline or a quote. Where none is open, the opening line is probably "
            "misspelt or there is one closing line too many.",
        ),
    ),
    Code(
        "directive-empty",
        Severity.ERROR,
        zh=Wording(
            "这个{directive:term}里面没有内容。",
            "请补上内容：图集里放图片，时间轴里放列表，引文里写引用的话；不需要就删去。",
            "空的图集、时间轴或引文在页面上只会留下一块空白。",
        ),
        en=Wording(
            "This {directive:term} is empty.",
            "Add its content (pictures in a gallery, a list in a timeline, the words of a quote), or remove it.",
            "An empty gallery, timeline or quote would leave a blank patch on the page.",
        ),
    ),
    Code(
        "directive-in-link",
        Severity.ERROR,
        zh=Wording(
            "链接文字里不能放“{directive:term}”。",
            "请把它移到链接外面。",
            "出处和下载本身就是链接，链接里再套链接，读者点下去不知道会到哪里。",
        ),
        en=Wording(
            "A link's text cannot hold a {directive:term}.",
            "Move it out of the link.",
            "Citations and downloads are links themselves; with a link inside a link nobody knows where a click leads.",
        ),
    ),
    Code(
        "directive-full-width",
        Severity.ERROR,
        zh=Wording(
            "指令的冒号写成了全角“：”。",
            "请改用英文（半角）冒号：{example}。",
            "“：：：图集”不会被认作图集，只会原样显示出来，要写成“:::图集”。在中文输入法里可以按 Shift 切换到英文再输入冒号。",
        ),
        en=Wording(
            "The colons of this directive are full-width.",
            "Use ordinary colons: {example}.",
            "`：：：gallery` is not taken for a gallery and would be shown as it stands; it must be `:::gallery`.",
        ),
    ),
    Code(
        "gallery-text",
        Severity.ERROR,
        zh=Wording(
            "图集里只能放图片，这里有别的内容。",
            '请把文字移到图集外面；图片说明写在图片后的引号里：![替代文字](a.jpg "图片说明")。',
            "图集里的文字不会显示出来，为免漏掉，先停下来提醒。",
        ),
        en=Wording(
            "A gallery holds pictures only; there is something else here.",
            'Move the text out of the gallery; a caption goes into quotes behind the file: `![alternative text](a.jpg "caption")`.',
            "Text inside a gallery would not be shown, so nothing is dropped without a word.",
        ),
    ),
    Code(
        "timeline-not-list",
        Severity.ERROR,
        zh=Wording(
            "时间轴里只能放列表，这里有别的内容。",
            "请写成列表，每项“- 日期：事情”，例如“- 2020年9月：开展结对”。",
            "时间轴由列表组成，每一项先写日期，再写冒号，再写发生了什么。别的段落请放到时间轴外面。",
        ),
        en=Wording(
            "A timeline holds a list only; there is something else here.",
            "Write a list with one item for each event: `- 2020-09: exchange begins`.",
            "A timeline is a list; each item is a date, a colon and what happened. Other paragraphs belong outside.",
        ),
    ),
    Code(
        "timeline-date-missing",
        Severity.ERROR,
        zh=Wording(
            "时间轴的这一项没有“日期：”。",
            "请写成“- 日期：事情”，例如“- 2011年10月：首批工作队进村”。",
            "每一项都要以日期和冒号开头，页面才能按时间排出来。",
        ),
        en=Wording(
            "This item of the timeline does not begin with a date and a colon.",
            "Write `- date: what happened`, for example `- 2011-10: first teams arrive`.",
            "Each item begins with its date and a colon, so that the page can set it beside the line of time.",
        ),
    ),
    Code(
        "timeline-date",
        Severity.ERROR,
        zh=Wording(
            "“{date}”不是能识别的日期。",
            "可以写 2020年9月、2020-09、2020、2020年9月至2021年3月。",
            "日期知道到哪里就写到哪里：只知道年份就写 2020。“去年春天”“近日”这样的说法无法排序，请换成年份或年月。",
        ),
        en=Wording(
            "“{date}” is not a date that can be read.",
            "Write 2020-09, 2020, 2020-09/2021-03 or 2020年9月.",
            "Write a date as exactly as it is known: just 2020 if only the year is known. “Last spring” or “recently” cannot be "
            "put in order.",
        ),
    ),
)

_FOOTNOTES = (
    Code(
        "footnote-undefined",
        Severity.ERROR,
        zh=Wording(
            "脚注“{label}”没有写内容。",
            "请在文末另起一段写上“[^{label}]: 脚注内容”（冒号用英文的）。",
            "文中写了脚注编号，却找不到对应的内容，页面上会留下一串符号。常见原因是冒号用了全角“：”，或两处编号不一致。",
        ),
        en=Wording(
            "The footnote “{label}” has no text.",
            "Add a paragraph `[^{label}]: text` at the end.",
            "The text refers to a footnote that is defined nowhere, so the bare signs would show. Often the colon is full-width, "
            "or the two labels differ.",
        ),
    ),
    Code(
        "footnote-unused",
        Severity.WARNING,
        zh=Wording(
            "脚注“{label}”在正文中没有用到。",
            "请在正文需要注释的地方写上“[^{label}]”，或删去这条脚注。",
            "没有被引用的脚注不会显示出来。",
        ),
        en=Wording(
            "Nothing refers to the footnote “{label}”.",
            "Put `[^{label}]` where it belongs in the text, or remove the footnote.",
            "A footnote that is not referred to is not shown.",
        ),
    ),
    Code(
        "footnote-twice",
        Severity.ERROR,
        zh=Wording(
            "脚注“{label}”写了两次内容。",
            "请给其中一条换一个编号。",
            "同一个编号只能对应一条脚注，否则不知道该显示哪一条。",
        ),
        en=Wording(
            "The footnote “{label}” is defined twice.",
            "Give one of them another label.",
            "One label stands for one footnote; with two it is not known which to show.",
        ),
    ),
)

_LINKS = (
    Code(
        "link-empty",
        Severity.ERROR,
        zh=Wording(
            "链接或图片没有写地址。",
            "请在圆括号里写上地址或文件名，或删去这个链接。",
            "[文字]() 里的圆括号是空的，点击后不会到任何地方。",
        ),
        en=Wording(
            "The link or picture has no target.",
            "Put the address or the file's name into the parentheses, or remove the link.",
            "In `[text]()` the parentheses are empty; a click would lead nowhere.",
        ),
    ),
    Code(
        "link-scheme",
        Severity.ERROR,
        zh=Wording(
            "地址以“{scheme}:”开头，网站上不能使用。",
            "请改成 https:// 开头的网址、mailto: 邮箱，或本站文件的相对路径。",
            "javascript:、data: 等地址能在读者的浏览器里执行程序或夹带内容，因此一律不做成链接。",
        ),
        en=Wording(
            'The target begins with "{scheme}:", which a site must not use.',
            "Use an https:// address, a mailto: address or a relative path to a file of the site.",
            "Targets such as javascript: or data: can run programs in the reader's browser; they never become links.",
        ),
    ),
    Code(
        "link-local-path",
        Severity.ERROR,
        zh=Wording(
            "“{target}”是您自己电脑上的位置，读者打不开。",
            "请把文件复制到这篇文章旁边，只写文件名，例如 baogao.pdf。",
            "C:\\ 或 file: 开头的地址只在您这台电脑上有效。文件放到文章所在的文件夹里，就会随网站一起发布。",
        ),
        en=Wording(
            "“{target}” is a place on your own computer; readers cannot open it.",
            "Copy the file beside this text and write its name alone, for example `report.pdf`.",
            "Addresses that begin with C:\\ or file: work on one computer only. A file in the text's folder is published with the site.",
        ),
    ),
    Code(
        "link-backslash",
        Severity.ERROR,
        zh=Wording(
            "路径“{target}”里用了反斜杠“\\”。",
            "请改用斜杠“/”。",
            "反斜杠是 Windows 的写法，在网页地址里不起作用：tupian\\a.jpg 要写成 tupian/a.jpg。",
        ),
        en=Wording(
            "The path “{target}” has backslashes.",
            "Use slashes (/).",
            "Backslashes are a habit of Windows and do not work in web addresses: pictures\\a.jpg must be pictures/a.jpg.",
        ),
    ),
    Code(
        "link-space",
        Severity.ERROR,
        zh=Wording(
            "地址“{target}”里有空格，链接不会生效。",
            "请用尖括号括起来：<{target}>，或给文件改一个没有空格的名字。",
            "圆括号里的地址遇到空格就断了，整段会原样显示出来。例如 [总结](2021 总结.pdf) 要写成 [总结](<2021 总结.pdf>)。",
        ),
        en=Wording(
            "The target “{target}” has a space in it, so this is no link.",
            "Put it in angle brackets: `<{target}>`, or rename the file without spaces.",
            "A target ends at the first space and the whole would be shown as it stands. `[report](my report.pdf)` must be "
            "`[report](<my report.pdf>)`.",
        ),
    ),
    Code(
        "bare-url",
        Severity.INFO,
        zh=Wording(
            "网址“{url}”不会成为链接。",
            "要做成链接，请用尖括号括起来：<{url}>，或写成 [文字]({url})。",
            "网址后面常常紧跟着中文，程序无法知道它到哪里为止，所以不自动做成链接。只想显示网址时可以不改。",
        ),
        en=Wording(
            "The address “{url}” does not become a link.",
            "For a link put it in angle brackets: `<{url}>`, or write `[text]({url})`.",
            "Chinese text often follows an address without a space, so it is not known where the address ends. To show the address only, "
            "leave it as it is.",
        ),
    ),
    Code(
        "link-full-width",
        Severity.ERROR,
        zh=Wording(
            "链接或图片用了全角括号，不会生效。",
            "请改用英文（半角）括号：{example}。",
            "Markdown 只认英文的 [ ] 和 ( )。“[文字]（地址）”“【文字】(地址)”都会原样显示出来。",
        ),
        en=Wording(
            "The brackets of this link or picture are full-width, so it is none.",
            "Use ordinary brackets: {example}.",
            "Markdown knows only [ ] and ( ). `[text]（target）` and `【text】(target)` would be shown as they stand.",
        ),
    ),
    Code(
        "link-title-quotes",
        Severity.ERROR,
        zh=Wording(
            "链接或图片的说明用了中文引号，不会生效。",
            "请改用英文双引号：{example}。",
            '地址后面的说明要放在英文双引号里，并与地址隔一个空格：![替代文字](a.jpg "说明")。',
        ),
        en=Wording(
            "The title of this link or picture is in curly quotes, so it is none.",
            "Use straight double quotes: {example}.",
            'A title stands in straight quotes, one space behind the target: `![alternative text](a.jpg "caption")`.',
        ),
    ),
    Code(
        "picture-full-width",
        Severity.ERROR,
        zh=Wording(
            "图片前面的叹号写成了全角“！”，图片不会显示。",
            "请改用英文（半角）叹号：{example}。",
            "“！[图](a.png)”会变成一个叹号加一个链接，要写成“![图](a.png)”。",
        ),
        en=Wording(
            "The exclamation mark before this picture is full-width, so it is no picture.",
            "Use an ordinary one: {example}.",
            "`！[view](a.png)` becomes a mark and a link; it must be `![view](a.png)`.",
        ),
    ),
    Code(
        "picture-remote",
        Severity.ERROR,
        zh=Wording(
            "图片“{target}”在别的网站上。",
            "请先确认可以使用，把图片存到这篇文章旁边，再写文件名。",
            "引用别处的图片，对方一改动页面就缺图，读者的访问还会被对方记录，内网里也看不到。网站只使用自己的图片。",
        ),
        en=Wording(
            "The picture “{target}” lies on another site.",
            "Make sure you may use it, save it beside this text and write the file's name.",
            "A picture from elsewhere vanishes when the other site changes, tells that site about your readers and cannot be seen "
            "offline. A site shows its own pictures only.",
        ),
    ),
    Code(
        "picture-alt-missing",
        Severity.WARNING,
        zh=Wording(
            "图片“{target}”没有替代文字。",
            "请在方括号里用一句话说明图上有什么：![村民在大棚里采摘蔬菜]({target})。",
            "看不见图片的读者靠替代文字知道图上有什么，图片打不开时显示的也是它。",
        ),
        en=Wording(
            "The picture “{target}” has no alternative text.",
            "Say in the square brackets what it shows: `![Villagers pick vegetables in a greenhouse]({target})`.",
            "Readers who cannot see the picture rely on this text; it also shows where the picture does not load.",
        ),
    ),
)

_PROSE = (
    Code(
        "raw-html",
        Severity.WARNING,
        zh=Wording(
            "正文里的 HTML 代码“{tag}”不起作用，会原样显示。",
            "请删去，改用 Markdown 的写法：加粗用 **文字**，换行在行末加反斜杠，图片用 ![说明](文件)，链接用 [文字](地址)，表格用竖线。",
            "为了安全和版式统一，正文不执行 HTML。从别处粘贴来的 <br>、<b>、<font> 等都会显示在页面上。只有完整的备注 <!-- 备注 --> 不会发布；备注漏写了结尾的 --> 也会显示出来。",
        ),
        en=Wording(
            "The HTML “{tag}” has no effect and is shown as text.",
            "Remove it and use Markdown: `**bold**`, a backslash at the end of a line to break it, `![text](file)` for a picture, "
            "`[text](address)` for a link, bars for a table.",
            "For safety and an even look, HTML in a text is not carried out. Pasted <br>, <b> or <font> show on the page. Only a whole "
            "remark, <!-- remark -->, is left out; one that lacks its --> shows, too.",
        ),
    ),
    Code(
        "heading-level-one",
        Severity.WARNING,
        zh=Wording(
            "正文里用了一级标题（#）“{heading}”。",
            "请改用二级标题：## {heading}。",
            "一级标题只有一个，就是文首信息里的标题。正文里的“#”会按二级标题显示。",
        ),
        en=Wording(
            "The text has a heading of level one (#): “{heading}”.",
            "Use level two: ## {heading}.",
            "A page has one heading of level one: the title of its front matter. A `#` in the text is shown as level two.",
        ),
    ),
    Code(
        "heading-underlined",
        Severity.INFO,
        zh=Wording(
            "“{heading}”因为下一行的横线（---）成了标题。",
            "如果要的是分隔线，请在横线前空一行；如果要的是标题，请写成“## {heading}”。",
            "紧跟在文字下面的一行横线，在 Markdown 里表示上面的文字是标题。",
        ),
        en=Wording(
            "“{heading}” becomes a heading because of the dashes (---) below it.",
            "For a dividing line put an empty line before the dashes; for a heading write `## {heading}`.",
            "In Markdown, dashes right below a text make that text a heading.",
        ),
    ),
    Code(
        "heading-no-space",
        Severity.WARNING,
        zh=Wording(
            "“#”后面少了空格，这一行不会成为标题。",
            "请在“#”后面加一个空格：{example}。",
            "“##标题”会原样显示成文字，“## 标题”才是标题。",
        ),
        en=Wording(
            "There is no space behind the #, so this line is no heading.",
            "Put a space there: {example}.",
            "`##Heading` is shown as it stands; `## Heading` is a heading.",
        ),
    ),
    Code(
        "heading-full-width",
        Severity.WARNING,
        zh=Wording(
            "标题用了全角“＃”，这一行不会成为标题。",
            "请改用英文（半角）井号，后面空一格：{example}。",
            "Markdown 只认半角的“#”。",
        ),
        en=Wording(
            "The number sign of this heading is full-width, so it is no heading.",
            "Use an ordinary # and a space: {example}.",
            "Markdown knows only the ordinary `#`.",
        ),
    ),
    Code(
        "emphasis-full-width",
        Severity.WARNING,
        zh=Wording(
            "加粗或强调用了全角“＊”，不会生效。",
            "请改用英文（半角）星号：{example}。",
            "“＊＊重点＊＊”会原样显示，“**重点**”才会加粗。",
        ),
        en=Wording(
            "The asterisks are full-width, so nothing is emphasised.",
            "Use ordinary ones: {example}.",
            "`＊＊word＊＊` is shown as it stands; `**word**` is bold.",
        ),
    ),
    Code(
        "emphasis-unbalanced",
        Severity.WARNING,
        zh=Wording(
            "这里的“**”没有成对，会原样显示。",
            "请补上另一半；“**”与要加粗的文字之间不能有空格。要显示星号本身，请写成“\\*\\*”。",
            "“**重点 **”或只写了一半的“**重点”都不会加粗。",
        ),
        en=Wording(
            "This ** has no partner and is shown as it stands.",
            "Add the other half; there must be no space between ** and the bold text. For the signs themselves write `\\*\\*`.",
            "Neither `**word **` nor a lone `**word` becomes bold.",
        ),
    ),
    Code(
        "indented-code",
        Severity.WARNING,
        zh=Wording(
            "这一段因为行首有四个以上空格或制表符，成了代码框。",
            "请删去行首的空格；段首空两格由网站的版式负责。",
            "在 Markdown 里，空行之后缩进四格的文字会按程序代码显示，不换行、用等宽字。",
        ),
        en=Wording(
            "Four spaces or a tab at its start make this paragraph a block of code.",
            "Remove the spaces; the site's design indents paragraphs.",
            "In Markdown, text indented by four after an empty line is shown as program code, unwrapped and in a typewriter face.",
        ),
    ),
    Code(
        "code-fence-unclosed",
        Severity.ERROR,
        zh=Wording(
            "从这里开始的代码框没有结束。",
            "请在代码之后另起一行写上“{fence}”。",
            "代码框要用同样的符号结束，否则后面的全文都会变成代码。",
        ),
        en=Wording(
            "The block of code that begins here is never closed.",
            "After the code put a line with nothing but {fence}.",
            "A block of code ends with the signs it began with; without them all the rest of the text becomes code.",
        ),
    ),
    Code(
        "list-marker",
        Severity.INFO,
        zh=Wording(
            "连续几行都以“{marker}”这样的编号开头，会连成一段。",
            "请改成列表写法（“{example}”，点后空一格），或在各行之间空一行。",
            "“1、”“1．”不是 Markdown 的列表记号，相连的几行会排在同一段里。",
        ),
        en=Wording(
            "Several lines begin with numbers like “{marker}” and will run together into one paragraph.",
            "Write a list (`{example}`, with a space behind the dot) or put empty lines between them.",
            "“1、” and “1．” are no list markers in Markdown, so adjacent lines become one paragraph.",
        ),
    ),
    Code(
        "alert-unknown",
        Severity.WARNING,
        zh=Wording(
            "提示框没有“{kind}”这一种。",
            "请用 NOTE（说明）、TIP（建议）、IMPORTANT（重要）、WARNING（注意）或 CAUTION（警告），例如 > [!NOTE]。",
            "提示框的第一行写 > [!NOTE]，从第二行起写内容。名称只能是这五个英文词之一，而且独占一行。",
        ),
        en=Wording(
            "There is no alert of the kind “{kind}”.",
            "Use NOTE, TIP, IMPORTANT, WARNING or CAUTION, for example `> [!NOTE]`.",
            "The first line of an alert is `> [!NOTE]`, its text begins on the second. The name is one of these five and stands alone.",
        ),
    ),
    Code(
        "number-without-source",
        Severity.WARNING,
        zh=Wording(
            "数字“{number}”没有注明来源。",
            "请把它登记为数据并写成 :数据[编号]，或在这一段里加上 :出处[来源] 或脚注。",
            "读者和检查的人都会问数字从哪里来。一段文字（或一张表格）里只要有一处出处或脚注，其中的数字就算有来源。日期、序号、"
            "文号、电话号码不用注明。检查的是阿拉伯数字，以及带“万”“亿”或“百分之”的汉字数字；“三十座”这样的汉字数字不检查。",
        ),
        en=Wording(
            "The number “{number}” has no source.",
            "Enter it as a metric and write `:metric[id]`, or add `:cite[source]` or a footnote to the paragraph.",
            "Readers ask where a number comes from. One citation or footnote covers all numbers of its paragraph (or table). Dates, "
            "ordinals, document numbers and telephone numbers are exempt. Checked are Arabic digits, and Chinese numerals with 万, 亿 "
            "or 百分之; plain Chinese numerals such as 三十座 are not.",
        ),
    ),
    Code(
        "link-too-long",
        Severity.ERROR,
        zh=Wording(
            "链接或图片的地址有 {length} 个字符，太长了。",
            "请换成不超过 2000 个字符的地址；图片请存成文件，不要把内容粘贴到地址里。",
            "这么长的地址多半是误粘贴，很多浏览器也打不开。",
        ),
        en=Wording(
            "The target of this link or picture has {length} characters; that is too long.",
            "Use an address of at most 2,000 characters; save a picture as a file instead of pasting it into the address.",
            "An address of such length is mostly an accident of pasting, and many browsers refuse it.",
        ),
    ),
    Code(
        "table-too-wide",
        Severity.ERROR,
        zh=Wording(
            "这张表格有 {columns} 列，超过了 {most} 列，没有按表格处理。",
            "请把它拆成几张窄一些的表，或把表格作为附件下载。",
            "上百列的表格在任何屏幕上都看不了，多半是误粘贴。手机上看得清的表格一般不超过五列。",
        ),
        en=Wording(
            "This table has {columns} columns, more than {most}, and was not read as a table.",
            "Split it into narrower tables, or offer it as a file to download.",
            "No screen can show a hundred columns; such a table is mostly an accident of pasting. On a phone five columns are many.",
        ),
    ),
    Code(
        "markdown-too-complex",
        Severity.ERROR,
        zh=Wording(
            "这一段有 {count} 个左方括号，没有按 Markdown 处理。",
            "请把它拆成几段；如果是误粘贴的内容，请删去。",
            "一段文字里有上千个“[”，多半是粘贴出了错。为了不让生成过程卡住，这样的段落会原样显示。",
        ),
        en=Wording(
            "This paragraph has {count} opening brackets and was not read as Markdown.",
            "Split it up; if it was pasted by mistake, delete it.",
            "A thousand `[` in one paragraph are mostly an accident of pasting. So that building never hangs, such a paragraph is shown "
            "as it stands.",
        ),
    ),
    Code(
        "quote-too-ragged",
        Severity.WARNING,
        zh=Wording(
            "这段引文里没有“>”的行超过了 {most} 处，从这里起不再算作引文。",
            "请在引文的每一行前面都加上“>”，在引文结束的地方空一行。",
            "引文中间的行漏了“>”，Markdown 也算作引文，直到空行为止。为了不让生成过程卡住，漏得太多的引文会在这里断开。",
        ),
        en=Wording(
            "This quotation has lines without `>` in more than {most} places; from here on it is no quotation.",
            "Begin every line of the quotation with `>`, and leave a line empty where it ends.",
            "Markdown takes lines without `>` in the middle of a quotation as part of it, down to the next empty line. So that building "
            "never hangs, a quotation with too many such places ends here.",
        ),
    ),
    Code(
        "markdown-too-deep",
        Severity.ERROR,
        zh=Wording(
            "列表、引用或指令嵌套超过了 {levels} 层，里面的内容没有处理。",
            "请减少嵌套；如果行首的“>”或“-”是误粘贴的，请删去。",
            "列表里的列表、引用里的引用，每套一层都算。读者也看不清几十层的嵌套。",
        ),
        en=Wording(
            "Lists, quotes or directives are nested more than {levels} levels deep; what is inside was not read.",
            "Nest less; if the signs at the start of the lines were pasted by mistake, delete them.",
            "Each list in a list and each quote in a quote counts. No reader can follow dozens of levels.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*_DIRECTIVES, *_FOOTNOTES, *_LINKS, *_PROSE)
