"""Codes of `showcase new`."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code, Wording
from showcase.diagnostics.diagnostic import Severity

CODES: tuple[Code, ...] = (
    Code(
        "new-site-exists",
        Severity.ERROR,
        zh=Wording(
            "文件夹“{folder}”里已经有一个网站了。",
            "请换一个文件夹名；要在这个网站里添加内容，请用 showcase new story 标题。",
            "showcase new site 只在空的地方新建网站，从不覆盖已有文件。例如：showcase new site 我的网站。",
        ),
        en=Wording(
            "The folder “{folder}” holds a site already.",
            "Choose another folder; to add to this site, use showcase new story TITLE.",
            "showcase new site starts a site where there is none and never overwrites a file. "
            "For example: showcase new site my-site.",
        ),
    ),
    Code(
        "new-file-exists",
        Severity.ERROR,
        zh=Wording(
            "“{path}”已经存在，没有改动它。",
            "请换一个标题或文件夹，或者用 --id 另取文件名，例如 --id di-er-ge-gushi。",
            "新建文稿时从不覆盖已有的文件。文件名默认由标题的拼音得出，两个标题拼音相同就会相撞，这时请用 --id 指定。",
        ),
        en=Wording(
            "“{path}” exists already and was left as it is.",
            "Choose another title or folder, or another file name with --id, such as --id second-story.",
            "A new entry never overwrites a file. The file name comes from the title in pinyin, so two titles that sound "
            "alike clash; --id settles it.",
        ),
    ),
    Code(
        "new-no-site",
        Severity.ERROR,
        zh=Wording(
            "这个文件夹里没有 site.yaml，不是一个网站。",
            "请先进入网站的文件夹，或用 --site 指明它；还没有网站时，先运行 showcase new site 名称。",
            "案例故事、品牌和单位都放在网站的 content 文件夹里，所以要知道是哪个网站。例如：showcase new story 标题 --site 我的网站。",
        ),
        en=Wording(
            "There is no site.yaml in this folder, so it is not a site.",
            "Go to the site's folder or name it with --site; without a site yet, run showcase new site NAME first.",
            "Stories, brands and organisations live in a site's content folder, so the site must be known. "
            "For example: showcase new story TITLE --site my-site.",
        ),
    ),
    Code(
        "internal-error",
        Severity.ERROR,
        zh=Wording(
            "程序自身出错了，这不是您的文稿造成的；详细记录在这个文件里。",
            "请把这个文件交给维护人员。预览还在运行：撤销刚才的修改再保存，就能继续。",
            "显示的是上一次正确的网页。程序出错时不会改动您的任何文件。例如 showcase-crash-x1y2.txt 就是这样的记录。",
        ),
        en=Wording(
            "The program itself failed; your content is not to blame. The details are in this file.",
            "Give the file to whoever maintains the program. The preview still runs: take the last change back, save, and go on.",
            "What is shown is the last good site. None of your files is touched when the program fails. "
            "showcase-crash-x1y2.txt, for example, is such a file.",
        ),
    ),
    Code(
        "new-title-too-long",
        Severity.ERROR,
        zh=Wording(
            "标题太长了，有 {length} 个字符。",
            "请缩短到 {most} 个字符以内，详细的内容写进正文。",
            "标题会出现在列表、手机屏幕和搜索结果里，太长了显示不全。例如：showcase new story 村里的新水井。",
        ),
        en=Wording(
            "The title is too long: {length} characters.",
            "Keep it to {most} characters; details go into the text.",
            "Titles stand in lists, on phones and in search results, where long ones are cut off. "
            'For example: showcase new story "The new well".',
        ),
    ),
    Code(
        "new-no-title",
        Severity.ERROR,
        zh=Wording(
            "标题是空的。",
            "请在命令后面写上标题，例如 showcase new story 一个新故事。",
            "标题会写进文稿的文首信息，文件名也由它的拼音得出，所以不能空着。例如：showcase new brand 我们的品牌。",
        ),
        en=Wording(
            "The title is empty.",
            'Write a title after the command, such as showcase new story "A new story".',
            "The title goes into the front matter, and the file name is made from it, so it cannot be empty. "
            'For example: showcase new brand "Our brand".',
        ),
    ),
    Code(
        "new-cannot-write",
        Severity.ERROR,
        zh=Wording(
            "无法写入“{path}”：{reason:reason}。",
            "请检查文件夹是否只读、磁盘是否已满，然后再试一次。",
            "已经写好的文件会保留；解决问题后再次运行即可。例如 U 盘打开了写保护时就会这样。",
        ),
        en=Wording(
            "“{path}” could not be written: {reason:reason}.",
            "See whether the folder is read-only or the disk is full, then try again.",
            "Files already written are kept; run the command again once the cause is gone. "
            "A write-protected USB stick is one example.",
        ),
    ),
)
