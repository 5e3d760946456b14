"""What the command line says, in Chinese and English."""

from __future__ import annotations

from showcase.diagnostics.wording import MessageLanguage

_TEXTS: dict[str, tuple[str, str]] = {
    "program": (
        "把党建品牌和案例故事的 Markdown 文稿做成可以浏览、可以检索的静态网站。",
        "Makes a browsable, searchable static site of Party-building brands and their case stories.",
    ),
    "build": ("生成网站", "build the site"),
    "check": ("只检查，不写任何文件", "say everything that build would say, and write nothing"),
    "serve": ("本地预览，保存后自动刷新", "preview with live reload"),
    "new": ("新建网站、案例故事、品牌、单位或外观", "start a site, story, brand, organisation or theme"),
    "theme": ("检查外观，或给出网页数据的格式", "try a theme, or print the format of views"),
    "theme_check": (
        "用一个什么都有的网站试排外观，说出不合约定的地方",
        "render a theme on a site that has everything, and say where it breaks the contract",
    ),
    "theme_folder": ("外观的文件夹，或它的名称", "the theme's folder, or its name"),
    "theme_schema": ("网页数据的 JSON Schema", "the views as JSON Schema"),
    "theme_checked": (
        "外观“{name}”检查完毕：试排 {pages} 个网页，{summary}。",
        "Checked the theme “{name}” on {pages} pages: {summary}.",
    ),
    "new_extends": ("新外观在哪个外观上改", "the theme that a new theme builds on"),
    "created_theme": (
        "试一试：showcase theme check {name}；用它：在 site.yaml 里写 theme: {name}",
        "Try it: showcase theme check {name}. Use it: theme: {name} in site.yaml",
    ),
    "explain": ("详细说明一条提示", "explain a diagnostic in full"),
    "inspect": (
        "查看一个网页的数据，以及它为什么要重新生成",
        "show a page's view and why it is rendered again",
    ),
    "site": ("网站所在的文件夹（默认：当前文件夹）", "the site's folder (default: the current one)"),
    "output": (
        "输出文件夹（默认：网站文件夹下的 public）",
        "output folder (default: public in the site's folder)",
    ),
    "base_url": (
        "网站发布后的网址，代替 site.yaml 中的 base_url",
        "the published address, instead of site.yaml's base_url",
    ),
    "strict": ("有警告也算失败", "treat warnings as errors"),
    "drafts": ("连同草稿一起生成", "include drafts"),
    "clean": ("不用缓存，全部重新生成", "ignore the cache and make everything anew"),
    "portable": (
        "生成可以从 U 盘直接打开的版本（相对链接）",
        "links that work from any folder and from file:// (USB stick)",
    ),
    "jobs": ("并行的进程数", "number of processes"),
    "format": ("提示的格式", "format of the diagnostics"),
    "lang": ("提示的语言", "language of the messages"),
    "watch": ("一直检查，保存一次查一次", "check again after each save"),
    "host": ("监听的地址", "address to listen on"),
    "port": ("监听的端口；被占用时自动换下一个", "port to listen on; the next free one if it is taken"),
    "polling": (
        "网络盘、容器里收不到保存通知时使用",
        "for network and container folders that send no notifications",
    ),
    "code": (
        "提示的代码，如 unknown-field；不写则列出全部",
        "a code such as unknown-field; without one: the list of all",
    ),
    "url": ("网页的地址（如 /stories/a/）或文稿的路径", "a page's address (/stories/a/) or a source's path"),
    "new_kind": ("要新建什么", "what to start"),
    "new_name": ("网站的文件夹，或标题、名称", "the site's folder, or the title or name"),
    "new_id": ("文件名（默认由标题的拼音得出）", "file name (default: the title in pinyin)"),
    "export": ("导出展板", "export display boards"),
    "board": (
        "把一篇案例故事或一个品牌排成展板：可直接打印的 HTML；装有 Chromium 时还有 PDF",
        "set a story or brand as a display board: print-ready HTML and, where a Chromium is installed, PDF",
    ),
    "board_entry": (
        "案例故事或品牌：编号（文件名）、标题、文稿路径或网页地址",
        "the story or brand: its id (file name), title, source or page address",
    ),
    "board_size": ("尺寸：A3、A2、80x180cm（易拉宝）、90x120cm", "A3, A2, 80x180cm (roll-up) or 90x120cm"),
    "board_lang": (
        "用网站的哪种语言（默认：网站的主要语言）",
        "which of the site's languages (default: the main one)",
    ),
    "board_output": (
        "文件（以 .html 或 .pdf 结尾）或文件夹（默认：网站文件夹下的 boards）",
        "a file (ending in .html or .pdf) or a folder (default: boards in the site's folder)",
    ),
    "board_overwrite": ("已有同名文件时覆盖", "replace files that stand there already"),
    "board_theme": (
        "用哪个外观（默认：site.yaml 里的）",
        "the theme to use (default: the one in site.yaml)",
    ),
    "board_bleed": (
        "四边各加多少毫米出血（默认 0；印厂一般要 3）",
        "millimetres of bleed on each side (default 0; print shops mostly want 3)",
    ),
    "board_chromium": (
        "Chromium 或 Chrome 程序（默认：环境变量 SHOWCASE_CHROMIUM，再找 PATH）",
        "the Chromium or Chrome program (default: the variable SHOWCASE_CHROMIUM, then PATH)",
    ),
    "no_size": ("没有“{name}”这个尺寸。可选：{names}。", "There is no size “{name}”. There are: {names}."),
    "no_theme_named": (
        "没有“{name}”这个外观。可选：{names}。",
        "There is no theme “{name}”. There are: {names}.",
    ),
    "no_language": (
        "网站没有“{name}”这种语言。可选：{names}。",
        "The site has no language “{name}”. It has: {names}.",
    ),
    "no_entry": (
        "没有找到要发布的案例故事或品牌“{name}”。请写文件名（不带 .md）、标题或文稿路径；草稿要加 --drafts。",
        "No story or brand “{name}” is published. Give its file name (without .md), its title or its source; drafts want --drafts.",
    ),
    "board_ambiguous": (
        "“{name}”不止一个。请写明是哪一个：{names}。",
        "“{name}” is the name of more than one. Say which: {names}.",
    ),
    "board_untranslated": (
        "“{name}”没有 {code} 的译文，只有：{languages}。",
        "“{name}” has no translation into {code}; there is: {languages}.",
    ),
    "board_site_faulty": (
        "请先改好上面的错误，再导出展板；没有写任何文件。",
        "Mend the errors above first; no board was written.",
    ),
    "board_needs_base_url": (
        "展板上的二维码要指向网页，但不知道网站的网址。请在 site.yaml 里写 base_url（网址），或加 --base-url https://…。",
        "The board's QR code leads to the published page, and the site's address is not known. Set base_url in site.yaml, or add --base-url https://….",
    ),
    "board_stands": (
        "“{path}”已经在那里了，没有动它。要覆盖请加 --overwrite，或用 --output 换个地方。",
        "“{path}” stands there already and was left alone. Add --overwrite to replace it, or choose another place with --output.",
    ),
    "board_no_chromium": (
        "做 PDF 要用 Chromium 或 Chrome，这台电脑上没有找到。请安装一个，或用 --chromium（或环境变量 {variable}）指明程序；也可以只导出 .html，再在浏览器里打印成 PDF。",
        "A PDF is printed by Chromium or Chrome, and none was found. Install one, or name the program with --chromium (or the variable {variable}); or export .html and print it to PDF from a browser.",
    ),
    "board_chromium_missing": (
        "没有“{path}”这个程序，或者它不能运行。请检查 --chromium 或环境变量 SHOWCASE_CHROMIUM。",
        "There is no program “{path}”, or it cannot be run. See --chromium or the variable SHOWCASE_CHROMIUM.",
    ),
    "board_html_only": (
        "没有找到 Chromium 或 Chrome，所以只有 HTML。要 PDF，请安装一个或用 --chromium（或环境变量 {variable}）指明；也可以在浏览器里打开它，打印成 PDF（边距：无，勾选“背景图形”）。",
        "No Chromium or Chrome was found, so there is HTML only. For a PDF install one or name it with --chromium (or the variable {variable}); or print it from a browser (margins: none, background graphics: on).",
    ),
    "board_not_printed": (
        "“{program}”没有做出 PDF：{reason}。没有写任何文件。请在浏览器里试试能否打印，或换一个程序。",
        "“{program}” made no PDF: {reason}. No file was written. See whether it can print from its window, or name another program.",
    ),
    "board_runs_over": (
        "外观“{theme}”的 board.html 排出来是 {sheets} 页，不是一整张。没有写任何文件。请把字或间距改小一些（docs/theme-contract.md 说明了每部分的位置）。",
        "board.html of the theme “{theme}” takes {sheets} sheets instead of one of this size. No file was written. Make its type or spaces smaller (docs/theme-contract.md says how much room each part has).",
    ),
    "board_cannot_write": (
        "无法写入“{path}”：{reason}。请检查文件夹是否只读、磁盘是否已满。",
        "“{path}” could not be written: {reason}. See whether the folder is read-only or the disk is full.",
    ),
    "built": (
        "网站已生成：{output}（{pages} 个网页；写入 {written} 个文件，删除 {removed} 个，{unchanged} 个没有变化；{seconds} 秒）",
        "Site built: {output} ({pages} pages; {written} files written, {removed} removed, {unchanged} unchanged; {seconds} s)",
    ),
    "not_published": (
        "有错误，这次没有发布；原来的网站没有动。",
        "There are errors, so nothing was published; the site published before is untouched.",
    ),
    "checked": ("检查完毕：{pages} 个网页，{summary}。", "Checked: {pages} pages, {summary}."),
    "serving": ("预览地址：{url}（按 Ctrl+C 结束）", "Serving at {url} (Ctrl+C to stop)"),
    "rebuilt": (
        "已更新：{changed} 个文件有变化（{seconds} 秒）",
        "Updated: {changed} files changed ({seconds} s)",
    ),
    "stopped": ("预览已结束。", "Stopped."),
    "port_taken": (
        "没能在 {host} 上打开端口 {port}：{reason}。请换一个端口，例如 --port 8100。",
        "Could not listen on {host} port {port}: {reason}. Try another, such as --port 8100.",
    ),
    "created": ("已新建：{path}", "Created {path}"),
    "created_site": (
        "下一步：\n  showcase serve --site {path}\n然后打开 {path}/content/stories/ 里的文稿，改一改、存一下，网页会自动刷新。",
        "Next:\n  showcase serve --site {path}\nThen edit a story in {path}/content/stories/ and save: the page reloads by itself.",
    ),
    "unknown_code": ("没有名为“{code}”的提示。", "There is no diagnostic named “{code}”."),
    "did_you_mean": ("您是不是想写“{name}”？", "Did you mean “{name}”?"),
    "unknown_page": ("网站里没有这个网页：{url}", "The site has no such page: {url}"),
    "interrupted": ("已中断。", "Interrupted."),
    "crash": (
        "程序自身出错了，这不是您的文稿造成的。\n详细记录在：{path}\n请把这个文件交给维护人员。",
        "The program itself failed; your content is not to blame.\nThe details are in: {path}\nPlease give that file to whoever maintains the program.",
    ),
    "no_theme": (
        "没有名为“{name}”的外观，也没有这个文件夹。现有的外观：{names}",
        "There is no theme and no folder named “{name}”. Themes: {names}",
    ),
    "bad_theme_name": (
        "文件夹名“{name}”不能作外观的名称。请用小写字母、数字和连字符起名，例如 my-theme。",
        "A theme cannot be named “{name}” like this folder. Use lower-case letters, digits and hyphens, such as my-theme.",
    ),
    "no_folder": ("没有这个文件夹：{path}", "There is no such folder: {path}"),
    "bad_base_url": (
        "--base-url 要写完整网址，例如 https://example.org/brands，收到的是“{value}”。",
        "--base-url wants a whole address such as https://example.org/brands, not “{value}”.",
    ),
}


def say(language: MessageLanguage, key: str, **arguments: object) -> str:
    """The text `key` with its gaps filled."""
    chinese, english = _TEXTS[key]
    return (chinese if language == "zh" else english).format(**arguments)
