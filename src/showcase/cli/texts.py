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
