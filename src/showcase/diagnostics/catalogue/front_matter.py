"""Codes of the area "front_matter": the part between the two lines `---`, and YAML files altogether."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code, Wording
from showcase.diagnostics.diagnostic import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

_FENCES = (
    Code(
        "front-matter-missing",
        _ERROR,
        zh=Wording(
            "这个文件没有文首信息。",
            "请在文件最前面写三行：“---”、“标题: 这里写标题”、“---”，正文写在它们下面。",
            "每个条目开头都要有文首信息，写明标题、日期、地点等，夹在两行“---”之间。没有它，网站就不知道这一页叫什么。例如：第一行“---”，第二行“标题: 合作社的一年”，第三行“---”，然后是正文。",
        ),
        en=Wording(
            "This file has no front matter.",
            "Begin the file with three lines: `---`, `title: The title`, `---`; the text follows below.",
            "Every entry begins with its front matter, which holds the title, the date, the place and so on, between two lines `---`. Without it the site does not know what the page is called. Example: `---`, then `title: A year of the cooperative`, then `---`, then the text.",
        ),
    ),
    Code(
        "front-matter-not-opened",
        _ERROR,
        zh=Wording(
            "文首信息前面少了一行“---”。",
            "请在这一行的上面加一行“---”（三个英文减号）。",
            "文首信息要夹在两行“---”之间。这个文件一开头就写了“标题: …”这样的内容，却没有开头的那一行“---”。",
        ),
        en=Wording(
            "The front matter has no opening line `---`.",
            "Put a line `---` (three hyphens) above this one.",
            "Front matter stands between two lines `---`. This file begins with something like `title: …` without the first of them.",
        ),
    ),
    Code(
        "front-matter-not-closed",
        _ERROR,
        zh=Wording(
            "文首信息没有结束：后面少了一行“---”。",
            "请在第 {line} 行的位置加一行“---”（三个英文减号），把文首信息和正文分开。",
            "文首信息以一行“---”开头，也要以一行“---”结束。少了结尾的一行，正文就会被当成文首信息。",
        ),
        en=Wording(
            "The front matter does not end: its closing line `---` is missing.",
            "Put a line `---` (three hyphens) at line {line}, between the front matter and the text.",
            "Front matter begins with a line `---` and ends with another. Without the second one the text counts as front matter.",
        ),
    ),
    Code(
        "front-matter-fence",
        _ERROR,
        zh=Wording(
            "“{written}”不能用来分隔文首信息。",
            "请改成顶格的三个英文减号“---”。",
            "文首信息前后的分隔线必须正好是三个英文减号。输入法或 Word、WPS 常把它变成破折号“———”、全角减号“－－－”，或在中间加空格。",
        ),
        en=Wording(
            "“{written}” does not separate front matter.",
            "Write exactly three hyphens, `---`, at the start of the line.",
            "The lines around front matter are exactly three hyphens. Word processors and input methods like to turn them into dashes (———), full-width hyphens (－－－) or put spaces between them.",
        ),
    ),
    Code(
        "blank-before-front-matter",
        _ERROR,
        zh=Wording(
            "文首信息前面有空行。",
            "请删去“---”上面的空行，让第 {line} 行的“---”成为文件的第一行。",
            "文首信息必须从文件的第一行开始，前面有空行就会被当成正文里的分隔线。",
        ),
        en=Wording(
            "There are blank lines above the front matter.",
            "Delete them, so that the `---` of line {line} becomes the first line of the file.",
            "Front matter begins on the first line of the file; further down, `---` would be a rule in the text.",
        ),
    ),
    Code(
        "front-matter-not-first",
        _ERROR,
        zh=Wording(
            "文首信息前面有文字。",
            "请把这些文字移到文首信息的下面，让第 {line} 行的“---”成为文件的第一行。",
            "文首信息必须在文件的最前面，前面不能有标题、说明或别的文字。",
        ),
        en=Wording(
            "There is text above the front matter.",
            "Move it below the front matter, so that the `---` of line {line} becomes the first line of the file.",
            "Front matter is the first thing in a file; no heading or remark may stand above it.",
        ),
    ),
    Code(
        "front-matter-not-keys",
        _ERROR,
        zh=Wording(
            "文首信息里没有“名称: 值”这样的内容。",
            "请每行写一项，例如“标题: 合作社的一年”，冒号用英文冒号，后面空一格。",
            "文首信息由一项一项的“名称: 值”组成，每项一行。整段文字、列表都不能单独放在这里。",
        ),
        en=Wording(
            "The front matter holds no keys.",
            "Write one `key: value` on each line, for example `title: A year of the cooperative`.",
            "Front matter is made of lines `key: value`. Running text or a bare list cannot stand there.",
        ),
    ),
    Code(
        "front-matter-too-large",
        _ERROR,
        zh=Wording(
            "文首信息太长了，有 {length} 个字符。",
            "请把正文移到结尾的“---”下面，文首信息只留标题、日期等项目。",
            "文首信息最多 10 万个字符，通常只有十几行。太长多半是因为少写了结尾的“---”，正文被算了进去。",
        ),
        en=Wording(
            "The front matter is too long: {length} characters.",
            "Move the text below the closing `---` and keep only keys such as the title and the date above it.",
            "Front matter may have 100,000 characters and usually has a dozen lines. Most often the closing `---` is missing and the text was taken for front matter.",
        ),
    ),
)

_SLIPS = (
    Code(
        "full-width-colon",
        _ERROR,
        zh=Wording(
            "“{key}”后面用了全角冒号。",
            "请改成英文冒号，再空一格。",
            "名称和值之间要用英文（半角）冒号加一个空格，例如“标题: 合作社的一年”，而不是“标题：合作社的一年”。值里面的全角冒号不受影响。",
        ),
        en=Wording(
            "“{key}” is followed by a full-width colon.",
            "Write an ordinary colon and a space.",
            "Between a key and its value stand an ordinary colon and a space: `title: A year`, not `title：A year`. Full-width colons inside the value are fine.",
        ),
    ),
    Code(
        "missing-space",
        _ERROR,
        zh=Wording(
            "“{key}”的冒号后面少一个空格。",
            "请在冒号后面加一个空格。",
            "名称和值之间要用英文冒号加一个空格，例如“标题: 合作社的一年”。没有空格，整行就会被当成一段文字。",
        ),
        en=Wording(
            "There is no space behind the colon of “{key}”.",
            "Put a space behind the colon.",
            "Between a key and its value stand a colon and a space: `title: A year`. Without the space the whole line counts as one text.",
        ),
    ),
    Code(
        "full-width-space",
        _ERROR,
        zh=Wording(
            "这里用了全角空格。",
            "请改成英文空格。",
            "缩进和冒号后面的空格要用英文（半角）空格。全角空格看起来一样，但会被当成文字的一部分。",
        ),
        en=Wording(
            "This is a full-width or non-breaking space.",
            "Write an ordinary space.",
            "Indents and the gap behind a colon are ordinary spaces. Others look alike but count as text.",
        ),
    ),
    Code(
        "tab-indentation",
        _ERROR,
        zh=Wording(
            "这一行用制表符（Tab 键）缩进。",
            "请改用空格缩进，每一级两个空格。",
            "文首信息和 YAML 文件只能用空格缩进。制表符在不同软件里宽窄不一，会弄错上下级关系。",
        ),
        en=Wording(
            "This line is indented by a tab.",
            "Indent by spaces, two for each level.",
            "Front matter and YAML files are indented by spaces only: a tab has no fixed width, so nobody could tell what belongs to what.",
        ),
    ),
    Code(
        "full-width-list",
        _ERROR,
        zh=Wording(
            "括号里用了全角的标点。",
            "列表请写成“[电商, 助农]”，一组项目请写成“{{数值: 120, 单位: 个}}”：括号、逗号、冒号都用英文的，后面空一格。",
            "列表要用英文方括号和英文逗号，例如 [电商, 助农]。写成“【电商，助农】”或“[电商，助农]”，会被当成一个整词，找不到对应的主题。",
        ),
        en=Wording(
            "There are full-width signs in the brackets.",
            "Write a list as `[one, two]` and a group as `{{value: 120, unit: km}}`, with ordinary brackets, commas and colons.",
            "A list has ordinary square brackets and commas: [one, two]. Written as 【one，two】 or [one，two] it counts as a single word.",
        ),
    ),
    Code(
        "full-width-quotes",
        _WARNING,
        zh=Wording(
            "整个值写在中文引号里。",
            "如果引号不是内容的一部分，请去掉，或改成英文双引号；如果是，请在外面再加一对英文双引号。",
            "YAML 的引号是英文引号。中文引号“”会原样显示在网页上。例如：标题: “合作社的一年”，网页上就会带着引号。",
        ),
        en=Wording(
            "The whole value stands in curly quotation marks.",
            "If they are not part of the text, remove them or write straight double quotes; if they are, put straight double quotes around them.",
            "YAML's quotation marks are the straight ones. Curly ones appear on the page as they are. Example: a title in “ ” shows these marks.",
        ),
    ),
    Code(
        "text-after-quote",
        _ERROR,
        zh=Wording(
            "引号结束之后还有文字。",
            "请给整个值加一对英文引号，里面已有双引号时用单引号。",
            '以英文引号开头的值，到第二个引号就结束了。像“标题: "党员之家"的一天”这样的写法，要把整句放进单引号里：标题: \'"党员之家"的一天\'。',
        ),
        en=Wording(
            "There is text behind the closing quotation mark.",
            "Put quotation marks around the whole value; single ones where it holds double ones.",
            'A value that begins with a quotation mark ends at the next one. For a title such as "Home" of members, put single quotes around all of it: \'"Home" of members\'.',
        ),
    ),
    Code(
        "text-after-bracket",
        _ERROR,
        zh=Wording(
            "括号“{bracket}”结束之后还有文字。",
            "请给整个值加一对英文双引号。",
            '以英文方括号或花括号开头的值是列表或一组项目，后面不能再有文字。标题里要用这样的括号，请加引号：标题: "[通知]关于…"。',
        ),
        en=Wording(
            "There is text behind the closing bracket of “{bracket}”.",
            "Put straight double quotes around the whole value.",
            'A value that begins with a square bracket or a brace is a list or a group, and nothing may follow it. Where a title begins so, quote it: title: "[Notice] about …".',
        ),
    ),
    Code(
        "unquoted-colon",
        _ERROR,
        zh=Wording(
            "值里面有英文冒号加空格。",
            "请给整个值加一对英文双引号，或把里面的冒号改成全角冒号“：”。",
            '英文冒号加空格表示“名称: 值”，一行里只能出现一次。例如“标题: 专题: 合作社”要写成：标题: "专题: 合作社"。',
        ),
        en=Wording(
            "The value holds a colon followed by a space.",
            "Put straight double quotes around the whole value.",
            'A colon with a space means `key: value` and may stand only once in a line. Write title: "Feature: the cooperative" with quotes.',
        ),
    ),
    Code(
        "special-first-character",
        _ERROR,
        zh=Wording(
            "值不能以“{character}”开头。",
            "请给整个值加一对英文双引号。",
            '有些符号在 YAML 里另有用途：* & ! @ ` % | > # 等放在值的最前面，会被当成命令或注释。加了引号就只是文字。颜色也要加引号，如 "#c00"。',
        ),
        en=Wording(
            "A value cannot begin with “{character}”.",
            "Put straight double quotes around the whole value.",
            'Some signs mean something else to YAML when a value begins with them: * & ! @ ` % | > # and others. In quotes they are plain text. Colours need quotes, too: "#c00".',
        ),
    ),
    Code(
        "no-colon",
        _ERROR,
        zh=Wording(
            "看不懂这一行：“{text}”。",
            "每一项要写成“名称: 值”；如果是上一行没写完的话，请在行首空两格。",
            "文首信息的每一行都是“名称: 值”，中间是英文冒号加空格。接着上一行写的文字，要在行首缩进。",
        ),
        en=Wording(
            "This line cannot be read: “{text}”.",
            "Write it as `key: value`; where it continues the line above, begin it with two spaces.",
            "Each line of front matter is `key: value`, with a colon and a space. Text that continues the line above is indented.",
        ),
    ),
    Code(
        "quote-not-closed",
        _ERROR,
        zh=Wording(
            "引号“{quote}”没有结束。",
            "请在值的末尾补上同样的引号，或把开头的引号去掉。",
            "英文引号要成对出现。少了后一个，下面几行都会被当成同一个值。",
        ),
        en=Wording(
            "The quotation mark {quote} is never closed.",
            "Add the same mark at the end of the value, or remove the one at its start.",
            "Straight quotation marks come in pairs. Without the second one the lines below count as part of the value.",
        ),
    ),
    Code(
        "bracket-not-closed",
        _ERROR,
        zh=Wording(
            "括号“{bracket}”没有结束。",
            "请在末尾补上对应的右括号。",
            "列表的方括号和一组项目的花括号都要成对出现。少了右括号，下面几行都会被当成它的内容。",
        ),
        en=Wording(
            "The bracket {bracket} is never closed.",
            "Add the closing bracket at the end.",
            "The brackets of a list and the braces of a group come in pairs. Without the second one the lines below count as part of it.",
        ),
    ),
)

_KEYS = (
    Code(
        "duplicate-key",
        _ERROR,
        zh=Wording(
            "“{key}”写了两次，第一次在第 {line} 行。",
            "请只保留一个；有几个值时写成列表，如“[甲, 乙]”。",
            "同一个名称在一处只能写一次，否则不知道以哪个为准。",
        ),
        en=Wording(
            "“{key}” stands twice; the first time on line {line}.",
            "Keep one of them; several values go into a list: `[one, two]`.",
            "A key may stand only once in one place; otherwise nobody knows which of them counts.",
        ),
    ),
    Code(
        "key-in-two-languages",
        _ERROR,
        zh=Wording(
            "“{key}”和第 {line} 行的“{other}”是同一项。",
            "请只保留其中一个，中文名或英文名都可以。",
            "每一项有一个英文名和一个中文名，用哪个都行，但同一个条目里不能两个都写。例如 title 和“标题”。",
        ),
        en=Wording(
            "“{key}” and the “{other}” of line {line} are the same key.",
            "Keep one of them, in either language.",
            "Each key has an English and a Chinese name. Both work, but not both in one entry: title and 标题, for example.",
        ),
    ),
    Code(
        "unknown-field",
        _ERROR,
        zh=Wording(
            "{kind:term}没有“{key}”这一项。",
            "可以写的有：{named:list}。",
            "写错名称的内容不会显示，所以算作错误。网站需要别的项目时，可以在 site.yaml 的“自定义字段”里定义。",
        ),
        en=Wording(
            "This {kind:term} has no field “{key}”.",
            "The fields are: {keys:list}.",
            "What stands under a misspelt name would never be shown, so it is an error. A site can define fields of its own under `fields` in site.yaml.",
        ),
    ),
    Code(
        "key-not-text",
        _ERROR,
        zh=Wording(
            "项目的名称不能是列表或一组项目。",
            "请写成“名称: 值”，名称只用文字。",
            "YAML 允许用列表做名称，这里用不到。多半是括号放错了位置。",
        ),
        en=Wording(
            "A key cannot be a list or a map.",
            "Write `key: value` with a plain word as the key.",
            "YAML allows lists as keys; nothing here needs that. Usually a bracket stands in the wrong place.",
        ),
    ),
)

_YAML = (
    Code(
        "yaml-colon",
        _ERROR,
        zh=Wording(
            "这一行比上面多缩进了，又有冒号，看不出它是新的一项，还是上一项没写完的文字。",
            "如果是新的一项，请让行首和上面各项对齐；如果是上一项没写完的文字，请给整个值加一对英文双引号。",
            "同一级的各项，行首的空格要一样多。例如上一行是“  名称: 克勤村”，行首两个空格，这一行“级别: 村”的行首也要正好两个空格。",
        ),
        en=Wording(
            "This line is indented deeper than those above and holds a colon: it could be a new key or the rest of the text above.",
            "Align a new key with the keys above; where it is the rest of a text, put straight double quotes around the whole value.",
            "Keys of one level begin with the same number of spaces. Below `  name: Keqin Village`, which begins with two, `level: village` begins with exactly two as well.",
        ),
    ),
    Code(
        "yaml-no-colon",
        _ERROR,
        zh=Wording(
            "这一行少了冒号。",
            "请写成“名称: 值”；如果是上一行没写完的话，请在行首空两格。",
            "每一项都要写成“名称: 值”，中间是英文冒号加空格。",
        ),
        en=Wording(
            "This line lacks a colon.",
            "Write it as `key: value`; where it continues the line above, indent it by two spaces.",
            "Each item is written `key: value`, with a colon and a space.",
        ),
    ),
    Code(
        "yaml-character",
        _ERROR,
        zh=Wording(
            "值不能以这个符号开头。",
            "请给整个值加一对英文双引号；缩进请用空格，不要用制表符。",
            "有些符号在 YAML 里另有用途，放在值的最前面就看不懂了。加了引号就只是文字。",
        ),
        en=Wording(
            "A value cannot begin with this character.",
            "Put straight double quotes around the whole value; indent by spaces, not tabs.",
            "Some signs mean something else to YAML when a value begins with them. In quotes they are plain text.",
        ),
    ),
    Code(
        "yaml-bracket",
        _ERROR,
        zh=Wording(
            "这个括号里的内容看不懂：少了逗号或右括号。",
            "请写成“[甲, 乙]”，括号和逗号都用英文的，并且成对。",
            "列表的各项之间要有英文逗号，最后要有右括号。值里有引号或冒号时，给那个值加引号。",
        ),
        en=Wording(
            "What stands in this bracket cannot be read: a comma or the closing bracket is missing.",
            "Write `[one, two]` with ordinary brackets and commas.",
            "The items of a list have commas between them and a closing bracket at the end. Quote an item that holds quotation marks or a colon.",
        ),
    ),
    Code(
        "yaml-quote",
        _ERROR,
        zh=Wording(
            "这里的引号没有结束。",
            "请在值的末尾补上同样的引号。",
            "英文引号要成对出现。少了后一个，后面的内容都会被当成同一个值。",
        ),
        en=Wording(
            "The quotation mark opened here is never closed.",
            "Add the same mark at the end of the value.",
            "Straight quotation marks come in pairs. Without the second one everything below counts as part of the value.",
        ),
    ),
    Code(
        "yaml-escape",
        _ERROR,
        zh=Wording(
            "双引号里的反斜杠看不懂。",
            "请把双引号改成单引号，或把“\\”写成“\\\\”。",
            '英文双引号里，反斜杠有特殊的意思，例如 "C:\\a"。单引号里没有。',
        ),
        en=Wording(
            "The backslash in these double quotes cannot be read.",
            "Use single quotes instead, or write the backslash twice.",
            "Within double quotes a backslash has a meaning of its own; within single quotes it has none.",
        ),
    ),
    Code(
        "yaml-indentation",
        _ERROR,
        zh=Wording(
            "这一行的缩进和上面对不上。",
            "请让同一级的各行左边对齐，下一级比上一级多空两格。",
            "YAML 靠缩进分上下级。同一级的各行，行首的空格必须一样多。",
        ),
        en=Wording(
            "The indent of this line does not match the lines above.",
            "Align what belongs together, and indent what belongs to a line above by two spaces more.",
            "YAML tells by the indent what belongs to what; lines of one level begin with the same number of spaces.",
        ),
    ),
    Code(
        "yaml-syntax",
        _ERROR,
        zh=Wording(
            "这里的写法看不懂。",
            "请检查这一行和上一行的冒号、引号、括号和缩进。",
            "文首信息和 YAML 文件的每一项写成“名称: 值”。有疑问时，给整个值加一对英文双引号。",
        ),
        en=Wording(
            "This cannot be read ({detail}).",
            "Check the colons, quotes, brackets and indents of this line and the one above.",
            "Each item of front matter and YAML files is written `key: value`. When in doubt, put straight double quotes around the whole value.",
        ),
    ),
    Code(
        "yaml-alias",
        _ERROR,
        zh=Wording(
            "这里不能使用 YAML 的引用（& 和 *）。",
            "请把内容直接写出来；如果只是文字，给整个值加一对英文双引号。",
            "以 & 或 * 开头的值在 YAML 里表示引用别处的内容，这里一律不用，以免一个小文件展开成巨大的内容。",
        ),
        en=Wording(
            "YAML's anchors and aliases (& and *) are not used here.",
            "Write the content out; where it is plain text, put straight double quotes around it.",
            "A value that begins with & or * refers to content elsewhere. That is refused, because a small file could expand into a huge one.",
        ),
    ),
    Code(
        "yaml-merge",
        _ERROR,
        zh=Wording(
            "这里不能使用 YAML 的合并（<<）。",
            "请把各项直接写出来。",
            "YAML 的“<<”会把别处的内容合并进来，读的人看不出最后是什么，这里不用。",
        ),
        en=Wording(
            "YAML's merge key (<<) is not used here.",
            "Write the keys out.",
            "The key << pulls in content from elsewhere, so that a reader cannot see what an entry holds.",
        ),
    ),
    Code(
        "yaml-tag",
        _ERROR,
        zh=Wording(
            "这里不能使用 YAML 的类型标记（{detail}）。",
            "请去掉以“!”开头的标记；如果只是文字，给整个值加一对英文双引号。",
            "值的类型由项目本身决定，不需要标记。",
        ),
        en=Wording(
            "YAML's type tags ({detail}) are not used here.",
            "Remove what begins with “!”; where it is plain text, put straight double quotes around the value.",
            "The type of a value follows from its key; no tag is needed.",
        ),
    ),
    Code(
        "yaml-documents",
        _ERROR,
        zh=Wording(
            "一个文件里只能有一份内容，这里却又用“---”开始了一份。",
            "请删去这一行“---”，或把后面的内容放进另一个文件。",
            "YAML 允许用“---”在一个文件里放几份内容，这里只读第一份，其余的会丢失，所以算作错误。",
        ),
        en=Wording(
            "A file holds one document, and a second one begins here.",
            "Delete this line `---`, or move what follows into a file of its own.",
            "YAML lets `---` put several documents into one file. Only the first would be read, so this is an error.",
        ),
    ),
    Code(
        "yaml-too-deep",
        _ERROR,
        zh=Wording(
            "层级太深了，超过 20 层。",
            "请检查括号和缩进。",
            "这里的内容最多四五层。层级太深多半是括号或缩进写错了。",
        ),
        en=Wording(
            "This is nested more than 20 levels deep.",
            "Check the brackets and the indents.",
            "Nothing here needs more than five levels; deeper ones come from a slip in brackets or indents.",
        ),
    ),
    Code(
        "yaml-too-many",
        _ERROR,
        zh=Wording(
            "这个文件的项目太多了。",
            "请分成几个文件，例如放进同名的文件夹，一个条目一个文件。",
            "一个文件最多读 20 万个值。",
        ),
        en=Wording(
            "This file holds too many items.",
            "Split it, for example into a folder of the same name with one file an entry.",
            "At most 200,000 values are read from one file.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*_FENCES, *_SLIPS, *_KEYS, *_YAML)
