"""Codes about what ties entries together: ids, relations, places, sources, metrics, links."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code, Wording
from showcase.diagnostics.diagnostic import Severity

_ENTRIES = (
    Code(
        "duplicate-document",
        Severity.ERROR,
        zh=Wording(
            "{kind:term}“{id}”在同一种语言里有两个文件，另一个是 {first}。",
            "请删去其中一个，或给其中一个改文件名。",
            "文件名就是编号，同一个编号只能有一篇。例如 content/stories/a.md 和 content/stories/a/index.md 的编号都是 a，只能留一个。",
        ),
        en=Wording(
            "The {kind:term} “{id}” has two files in one language; the other is {first}.",
            "Remove one of them, or give one another file name.",
            "The file name is the id, and an id belongs to one entry. For example, content/stories/a.md and content/stories/a/index.md both have the id a: keep one.",
        ),
    ),
    Code(
        "duplicate-record",
        Severity.ERROR,
        zh=Wording(
            "{kind:term}编号“{id}”重复，第一次出现在 {first}。",
            "请给其中一个换一个编号；如果是同一个{kind:term}，请合并成一条。",
            "编号用来指明是哪一条，不能有两条相同。两个同名的村也要各有编号，例如 hongqi-a 和 hongqi-b。",
        ),
        en=Wording(
            "The {kind:term} id “{id}” stands twice; the first is at {first}.",
            "Give one of them another id, or join the two if they mean the same {kind:term}.",
            "An id says which record is meant, so no two may share one. Two villages of one name need two ids, such as hongqi-a and hongqi-b.",
        ),
    ),
    Code(
        "language-not-in-site",
        Severity.ERROR,
        zh=Wording(
            "这个文件的语言是“{language}”，但 site.yaml 的“语言”（languages）里没有它（现有：{known:list}）。",
            "请把这种语言加进 site.yaml，或者改文件名里的语言代码。",
            "译文的文件名里写着语言代码，例如 story.en.md 是英文。网站只发布 site.yaml 里列出的语言，例如“languages: [zh-CN, en]”。",
        ),
        en=Wording(
            "This file is in the language “{language}”, which `languages` in site.yaml lacks (it has {known:list}).",
            "Add the language to site.yaml, or change the code in the file's name.",
            "A translation's file name holds its language, so story.en.md is English. The site publishes only the languages that site.yaml lists, such as `languages: [zh-CN, en]`.",
        ),
    ),
    Code(
        "translation-without-original",
        Severity.ERROR,
        zh=Wording(
            "这是一篇“{language}”译文，但没有找到它的原文（{expected}）。",
            "请检查文件名：译文的名字是原文的名字加上语言代码；或者先写原文。",
            "译文没写的内容（日期、地点、数据等）都取自原文，所以必须有原文。例如 story.en.md 的原文是同一文件夹里的 story.md。",
        ),
        en=Wording(
            "This is a translation into “{language}”, but there is no original ({expected}).",
            "Check the file name: a translation is named like its original, with the language code added. Or write the original first.",
            "Whatever a translation leaves out (date, place, metrics) comes from its original, so there must be one. The original of story.en.md is story.md in the same folder.",
        ),
    ),
    Code(
        "translation-relation",
        Severity.WARNING,
        zh=Wording(
            "译文里的“{key}”和原文 {original} 不一样，不起作用。",
            "请删去译文里的“{key}”；要改就在原文里改。",
            "各种语言说的是同一件事，品牌、单位、地点、主题和相关故事以原文为准，译文不必再写。例如在 story.md 里写了“地点: bangren”，story.en.md 里就不用写了。",
        ),
        en=Wording(
            "`{key}` in this translation differs from its original {original} and has no effect.",
            "Remove `{key}` here; to change it, change the original.",
            "All languages tell of one thing, so brand, organisation, place, topics and related stories are the original's. With `place: bangren` in story.md, story.en.md need not say it.",
        ),
    ),
)

_RELATIONS = (
    Code(
        "relation-unknown",
        Severity.ERROR,
        zh=Wording(
            "没有找到{kind:term}“{target}”。",
            "请写 {where} 里已有的编号或完整名称；如果还没有这个{kind:term}，请先添加。",
            "故事靠编号（或独一无二的名称）和品牌、单位、地点等连在一起。写错一个字就连不上，例如把 bangren 写成 bangran。",
        ),
        en=Wording(
            "There is no {kind:term} “{target}”.",
            "Write an id or a full name that stands in {where}, or add this {kind:term} there first.",
            "Stories are tied to brands, organisations, places and so on by their ids (or by a name that only one of them has). One wrong letter breaks the tie, as in bangran for bangren.",
        ),
    ),
    Code(
        "relation-nothing-there",
        Severity.ERROR,
        zh=Wording(
            "这里用到了{kind:term}“{target}”，但网站里还没有任何{kind:term}。",
            "请检查 {where} 是否存在、能否读取，并把用到的{kind:term}写进去。",
            "地点取自 content/places.yaml，品牌取自 content/brands 文件夹，其他同理。它缺失、为空或有错时，用到的地方全都连不上，这里只报告第一处。例如文件名误写成了 place.yaml。",
        ),
        en=Wording(
            "The {kind:term} “{target}” is used here, but the site has no {kind:term} at all.",
            "See that {where} exists and is in order, and put what you use into it.",
            "Places come from content/places.yaml, brands from the folder content/brands, and so on. When that is missing, empty or faulty, nothing can be found in it; only the first use is reported. A file named place.yaml by mistake is one example.",
        ),
    ),
    Code(
        "relation-ambiguous",
        Severity.ERROR,
        zh=Wording(
            "叫“{target}”的{kind:term}不止一个：{candidates:list}。",
            "请改写编号，说明是哪一个。",
            "名称独一无二时可以直接写名称；有重名就要写编号。例如两个县都有“红旗村”，要写 hongqi-a 或 hongqi-b。",
        ),
        en=Wording(
            "More than one {kind:term} is called “{target}”: {candidates:list}.",
            "Write the id of the one you mean.",
            "A name will do as long as only one entry has it; otherwise the id is needed. If two counties each have a Hongqi Village, write hongqi-a or hongqi-b.",
        ),
    ),
    Code(
        "relation-to-hidden",
        Severity.INFO,
        zh=Wording(
            "{kind:term}“{target}”还没有发布（草稿、未到发布日期或已过期），暂时不显示这个关联。",
            "不用改；它发布以后，关联会自动出现。",
            "可以先写好关联，再发布另一篇。想提前查看效果，请加上 --drafts，例如 showcase serve --drafts。",
        ),
        en=Wording(
            "The {kind:term} “{target}” is not published (a draft, not yet due or expired), so this tie is not shown for now.",
            "Nothing to mend: it appears by itself once the other is published.",
            "You may tie entries before both are published. To see them together beforehand, use --drafts, as in showcase serve --drafts.",
        ),
    ),
    Code(
        "relation-to-itself",
        Severity.WARNING,
        zh=Wording(
            "这里把它自己（“{target}”）写成了相关的{kind:term}。",
            "请删去这一项，或者改成别的{kind:term}。",
            "一篇文章不必推荐自己，这一项不会显示。常见原因是复制文件后忘了修改，例如 a.md 里写着“相关故事: a”。",
        ),
        en=Wording(
            "This entry names itself (“{target}”) as a related {kind:term}.",
            "Remove it, or name another {kind:term}.",
            "A page need not recommend itself, so this is not shown. Often a file was copied and not changed: `related: a` in a.md.",
        ),
    ),
    Code(
        "place-loop",
        Severity.ERROR,
        zh=Wording(
            "地点“{place}”的上级绕了一圈又回到自己：{loop}。",
            "请改正其中一个“上级”（parent）。",
            "地点是一棵树：村的上级是乡镇，乡镇的上级是县。如果甲的上级写乙、乙的上级又写甲，就不知道谁在上面。",
        ),
        en=Wording(
            "The place “{place}” lies, by its parents, within itself: {loop}.",
            "Mend one `parent` of the round.",
            "Places form a tree: a village lies in a township, a township in a county. If A has the parent B and B the parent A, nobody can tell which is above.",
        ),
    ),
    Code(
        "place-too-deep",
        Severity.ERROR,
        zh=Wording(
            "从最上一级到“{place}”超过了 {limit} 级。",
            "请检查它和它上面几个地点的“上级”（parent）。",
            "行政区划只有五级：省级、地级、县级、乡级、村或社区。级数多出很多，多半是“上级”一个接一个写错了。",
        ),
        en=Wording(
            "“{place}” lies more than {limit} levels below the topmost place.",
            "Check `parent` of it and of the places above it.",
            "There are five levels: region, prefecture, county, township, village or community. Many more come from parents that were written one after the other.",
        ),
    ),
    Code(
        "place-level",
        Severity.ERROR,
        zh=Wording(
            "“{place}”是{level:term}，上级“{parent}”却是{parent_level:term}，比它低。",
            "请检查这两个地点的“级别”（level）和“上级”（parent）。",
            "上级的级别要更高：省级、地级、县级、乡镇、村或社区。中间可以少一级，但不能倒过来，例如县的上级不能是村。",
        ),
        en=Wording(
            "“{place}” is a {level:term}, but its parent “{parent}” is a {parent_level:term}, which is lower.",
            "Check `level` and `parent` of both places.",
            "A parent is of a higher level: region, prefecture, county, township, village or community. A level may be missing between, but the order cannot be turned round: a county is not in a village.",
        ),
    ),
    Code(
        "topic-unused",
        Severity.INFO,
        zh=Wording(
            "主题“{name}”（{id}）还没有任何文章使用。",
            "可以留着备用；不需要就从 content/topics.yaml 里删去。",
            "没有文章的主题页是空的。例如只在规划中的主题，可以等有了第一篇故事再添加。",
        ),
        en=Wording(
            "No entry uses the topic “{name}” ({id}).",
            "Keep it for later, or remove it from content/topics.yaml.",
            "A topic without entries has an empty page. A topic that is only planned can wait for its first story.",
        ),
    ),
)

_SOURCES = (
    Code(
        "source-unused",
        Severity.WARNING,
        zh=Wording(
            "来源“{name}”（{id}）没有任何文章引用。",
            "请在用到它的文章里写上（例如“来源: {id}”），或者从 content/sources.yaml 里删去。",
            "列出却不引用的来源，读者不知道它支持哪句话。可以写在文首信息的“来源”里、数据的“来源”里，或者正文里，例如 :cite[report]。",
        ),
        en=Wording(
            "Nothing cites the source “{name}” ({id}).",
            "Name it where it is relied on (such as `sources: {id}`), or remove it from content/sources.yaml.",
            "Of a source that nothing cites, readers cannot tell what it supports. Name it in an entry's `sources`, in a metric's `source`, or in the text, as in :cite[report].",
        ),
    ),
    Code(
        "metric-unknown",
        Severity.ERROR,
        zh=Wording(
            "这里要显示数据“{metric}”，但文首信息的“数据”（metrics）里没有它。",
            "请核对编号，或者在文首信息里补上这项数据。",
            "数据只在文首信息里写一次，正文用编号引用：metrics 里有 villages，正文写 :metric[villages]，就会显示它的数值和单位。",
        ),
        en=Wording(
            "This shows the metric “{metric}”, which `metrics` in the front matter lacks.",
            "Check the id, or add the metric to the front matter.",
            "A metric is written once, in the front matter, and shown by its id: with `villages` under `metrics`, the text says :metric[villages] to show its value and unit.",
        ),
    ),
    Code(
        "metric-not-in-original",
        Severity.ERROR,
        zh=Wording(
            "译文里的数据“{metric}”没有数值，原文 {original} 里也没有这项数据。",
            "请核对编号；译文只写名称、单位等文字，数值取自原文。",
            "译文的数据按编号对应原文。例如原文有 monthly-income，译文写 monthly-income: {label: Monthly income}，编号要一模一样。",
        ),
        en=Wording(
            "The metric “{metric}” of this translation has no value, and the original {original} has no such metric.",
            "Check the id; a translation gives the words, the value comes from the original.",
            "A translation's metrics are matched by id. If the original has monthly-income, the translation says monthly-income: {label: Monthly income}, with exactly that id.",
        ),
    ),
    Code(
        "metric-two-values",
        Severity.ERROR,
        zh=Wording(
            "数据“{metric}”在两种语言里不一样：这里是“{here:words}”，原文 {original} 是“{there:words}”。",
            "请核对来源，让两处一致；译文最好只写名称和单位，不写数值。",
            "同一项数据在各语言页面上必须相同。“30 万元”和“300,000 yuan”算相同；如果只把单位改成 yuan，数值 30 就错了一万倍。",
        ),
        en=Wording(
            "The metric “{metric}” differs between two languages: here “{here:words}”, in the original {original} “{there:words}”.",
            "Check the source and make both the same; a translation had best give label and unit alone.",
            "A metric must be the same on the pages of every language. 30 万元 and 300,000 yuan count as the same; but with the unit alone changed to yuan, the value 30 would be wrong ten-thousandfold.",
        ),
    ),
    Code(
        "metric-without-source",
        Severity.WARNING,
        zh=Wording(
            "数据“{metric}”没有写来源。",
            "请在这项数据下写“来源”（source），例如“来源: report”。",
            "读者看到数字会问从哪里来。来源写 content/sources.yaml 里的编号，还可以用“出处”（locator）写明页码或段落。不需要这项检查时，在 site.yaml 的“检查”（checks）里关闭“数字须有来源”。",
        ),
        en=Wording(
            "The metric “{metric}” names no source.",
            "Add `source` to it, such as `source: report`.",
            "Readers who see a number ask where it comes from. Give an id of content/sources.yaml, and with `locator` the page or paragraph. To switch this check off, set `numbers_need_sources` under `checks` in site.yaml.",
        ),
    ),
    Code(
        "metric-after-page",
        Severity.WARNING,
        zh=Wording(
            "数据“{metric}”截至 {as_of}，比页面的日期（{day}）还晚。",
            "请核对“截至”（as_of）；如果页面确实更新过，请改“更新日期”（updated）。",
            "数据的截止日期不会晚于页面更新或发布的日期。例如页面 2024-05-01 更新，数据却写着截至 2024-12，多半是年份写错了。",
        ),
        en=Wording(
            "The metric “{metric}” is as of {as_of}, later than the page itself ({day}).",
            "Check `as_of`; if the page was changed since, mend `updated`.",
            "A page cannot tell numbers from after the day on which it was changed or published. A page updated on 2024-05-01 with a number as of 2024-12 most likely has a wrong year.",
        ),
    ),
)

_LINKS = (
    Code(
        "link-source-missing",
        Severity.ERROR,
        zh=Wording(
            "链接指向的“{target}”不存在。",
            "请核对文件名和文件夹；从这个文件出发写相对路径，例如 ../brands/a.md。",
            "站内链接写对方的文件名，发布时会换成网址。同一文件夹里写 b.md，别的文件夹里写 ../brands/b.md。",
        ),
        en=Wording(
            "The link leads to “{target}”, which does not exist.",
            "Check the name and the folder; write the path from this file, such as ../brands/a.md.",
            "Links within the site name the other file, and publishing turns that into an address: b.md in the same folder, ../brands/b.md in another.",
        ),
    ),
    Code(
        "link-to-hidden",
        Severity.WARNING,
        zh=Wording(
            "链接指向的{kind:term}“{target}”还没有发布，这里只显示文字。",
            "请先发布它，或者去掉这个链接。",
            "对方是草稿、未到发布日期或已过期，读者打不开，所以只留文字。它发布以后链接会自动恢复；例如去掉那篇里的“草稿: 是”。",
        ),
        en=Wording(
            "The link leads to the {kind:term} “{target}”, which is not published, so only its text is shown.",
            "Publish that entry, or take the link away.",
            "The other entry is a draft, not yet due or expired, and readers could not open it. The link comes back by itself once it is published, for example when `draft: true` is removed there.",
        ),
    ),
    Code(
        "link-heading-missing",
        Severity.ERROR,
        zh=Wording(
            "{file} 里没有可以跳到的标题“#{fragment}”。",
            "请核对标题；井号后面写标题的文字，空格换成连字符。",
            "链接里 # 后面的部分是页内标题。例如“## 勘误和更正”对应 #勘误和更正；标题改了，链接也要跟着改。页面有译文时，以读者看到的那种语言为准。",
        ),
        en=Wording(
            "{file} has no heading “#{fragment}” to jump to.",
            "Check the heading; after the # stands its text, with hyphens for spaces.",
            "The part after # is a heading of the page: “## Corrections” is #corrections. When a heading changes, links to it must follow. Of a translated page, the language that the reader sees is the one that counts.",
        ),
    ),
    Code(
        "link-record-unknown",
        Severity.ERROR,
        zh=Wording(
            "{file} 里没有编号“{id}”。",
            "请在 # 后面写那里已有的编号，例如 {file}#{example}。",
            "链接到地点或主题时，写文件名、井号和编号，例如 ../places.yaml#bangren 会链接到这个地点的页面。",
        ),
        en=Wording(
            "{file} has no record with the id “{id}”.",
            "Write an id that stands there after the #, such as {file}#{example}.",
            "A link to a place or topic is the file's name, a # and the id: ../places.yaml#bangren leads to that place's page.",
        ),
    ),
    Code(
        "link-rooted",
        Severity.ERROR,
        zh=Wording(
            "站内链接“{target}”写成了网址。",
            "请改成对方的文件，从这个文件出发写相对路径，例如 ../stories/a.md。",
            "以 / 开头的网址在子目录下或 U 盘里打开就会失效，改了网址名也查不出来。写 .md 文件的相对路径，发布时会自动换成正确的网址。",
        ),
        en=Wording(
            "The link “{target}” within the site is written as an address.",
            "Name the other file instead, by its path from this one, such as ../stories/a.md.",
            "An address that begins with / breaks under a sub-path or on a USB stick, and nobody notices when it changes. With the relative path of the .md file, publishing puts in the right address.",
        ),
    ),
    Code(
        "link-leaves-content",
        Severity.ERROR,
        zh=Wording(
            "“{target}”指到了 content 文件夹外面。",
            "请把文件放进 content 文件夹，最好放在这篇文章旁边。",
            "网站只发布 content 文件夹里的文件，别处的文件可能是私人的。例如 ../../合同.pdf 要先复制到文章所在的文件夹。",
        ),
        en=Wording(
            "“{target}” leads out of the content folder.",
            "Put the file into the content folder, best beside this text.",
            "Only files within content are published; others may be private. Copy ../../contract.pdf into the folder of the text first.",
        ),
    ),
    Code(
        "link-without-scheme",
        Severity.ERROR,
        zh=Wording(
            "网址“{target}”前面少了 https://。",
            "请写完整网址，例如 {address}。",
            "不写 https:// 时，它会被当作本站的一个文件。例如 www.example.com 要写成 https://www.example.com。",
        ),
        en=Wording(
            "The address “{target}” lacks its https://.",
            "Write the whole address, such as {address}.",
            "Without https:// it is taken for a file of this site: write https://www.example.com, not www.example.com.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*_ENTRIES, *_RELATIONS, *_SOURCES, *_LINKS)
