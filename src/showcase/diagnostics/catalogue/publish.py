"""Codes of the area "publish"."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code, Wording
from showcase.diagnostics.diagnostic import Severity

CODES: tuple[Code, ...] = (
    Code(
        "publish-into-root",
        Severity.ERROR,
        zh=Wording(
            "不能把网站输出到“{folder}”：它是磁盘的根目录或您的用户文件夹。",
            "请用 --output 指定一个专门的文件夹，例如 public。",
            "输出文件夹里的旧网页会被清理，所以它应当只放生成的网站。例如：showcase build --output public。",
        ),
        en=Wording(
            "The site cannot be published into “{folder}”: it is the root of a disk or your home folder.",
            "Name a folder of its own with --output, such as public.",
            "Old pages are removed from the output folder, so it should hold nothing but the site. "
            "For example: showcase build --output public.",
        ),
    ),
    Code(
        "publish-into-system",
        Severity.ERROR,
        zh=Wording(
            "不能把网站输出到“{folder}”：那是操作系统自己的文件夹。",
            "请用 --output 指定一个专门的文件夹，例如 public，或网站服务器的网页目录，例如 /var/www/html。",
            "写进系统文件夹会损坏电脑，多半是路径写错了。例如：showcase build --output public。",
        ),
        en=Wording(
            "The site cannot be published into “{folder}”: that folder is the operating system's own.",
            "Name a folder of its own with --output, such as public, or the web server's folder, such as /var/www/html.",
            "Files among the system's would harm the computer; most likely the path was mistyped. "
            "For example: showcase build --output public.",
        ),
    ),
    Code(
        "publish-into-sources",
        Severity.ERROR,
        zh=Wording(
            "不能把网站输出到“{folder}”：那里有源文件（{reason}）。",
            "请用 --output 指定另一个文件夹，例如 public。",
            "网站的源文件（site.yaml、content、themes、.git）和生成的网站要分开放，免得互相覆盖。例如源文件在 网站/content，输出到 网站/public。",
        ),
        en=Wording(
            "The site cannot be published into “{folder}”: it holds sources ({reason}).",
            "Name another folder with --output, such as public.",
            "A site's sources (site.yaml, content, themes, .git) and the published site are kept apart, so that neither "
            "overwrites the other. For example, sources in site/content, output in site/public.",
        ),
    ),
    Code(
        "publish-not-folder",
        Severity.ERROR,
        zh=Wording(
            "不能把网站输出到“{folder}”：它是一个文件，不是文件夹。",
            "请换一个名称，或者先移走这个文件。",
            "输出需要一个文件夹，没有时会自动新建。例如已经有一个叫 public 的文件，就用 --output site-output 换一个名称。",
        ),
        en=Wording(
            "The site cannot be published into “{folder}”: it is a file, not a folder.",
            "Choose another name, or move that file away.",
            "The output is a folder, made where there is none. With a file called public, for example, "
            "use --output site-output.",
        ),
    ),
    Code(
        "publish-busy",
        Severity.ERROR,
        zh=Wording(
            "另一个 showcase 正在往“{folder}”里写网站。",
            "请等它写完再试；如果开着预览或另一个窗口，请先关掉。",
            "两次生成同时写一个文件夹，网页会新旧混杂，所以一次只许一个。例如定时任务和手工生成撞在了一起。",
        ),
        en=Wording(
            "Another showcase is publishing into “{folder}” at this moment.",
            "Try again when it has finished; close a preview or another window first.",
            "Two builds writing into one folder would mix old pages with new, so only one may. "
            "A scheduled build and one by hand may have met, for example.",
        ),
    ),
    Code(
        "publish-foreign-file",
        Severity.ERROR,
        zh=Wording(
            "输出文件夹里的“{path}”不是 showcase 写的，没有动它。",
            "请把这个文件移走或改名，或者用 --output 换一个空文件夹。",
            "showcase 只覆盖和删除自己写过的文件（记在 showcase-manifest.json 里）。例如手工放进去的 index.html 会被保留，但网站首页也要用这个名称，两者只能留一个。",
        ),
        en=Wording(
            "“{path}” in the output folder was not written by showcase and was left alone.",
            "Move or rename that file, or choose an empty folder with --output.",
            "showcase overwrites and removes only files that it wrote itself (listed in showcase-manifest.json). "
            "An index.html put there by hand is kept, for example, but the home page needs that name.",
        ),
    ),
    Code(
        "publish-path-unsafe",
        Severity.ERROR,
        zh=Wording(
            "“{path}”不能作为网站文件的名称。",
            "请改掉文稿的“网址名”或文件名：不要用 Windows 的保留名（如 con、nul）、反斜杠、冒号，也不要太长。",
            "网站要能放到任何电脑和 U 盘上，所以文件名只能用各种系统都认识的。例如把网址名 con 改成 con-story。",
        ),
        en=Wording(
            "“{path}” cannot be the name of a published file.",
            "Change the entry's slug or file name: no names that Windows reserves (con, nul), no backslash or colon, "
            "and not too long.",
            "A site must fit on any computer and USB stick, so names must suit all of them. "
            "For example, change the slug con to con-story.",
        ),
    ),
    Code(
        "publish-path-clash",
        Severity.ERROR,
        zh=Wording(
            "网站里的“{path}”和“{other}”不能同时存在。",
            "请改掉其中一篇的“网址名”。",
            "Windows 和 macOS 不区分文件名的大小写，文件和文件夹也不能同名。例如 Keqin 和 keqin 在 U 盘上会互相覆盖。",
        ),
        en=Wording(
            "“{path}” and “{other}” cannot both be in the site.",
            "Change the slug of one of the two entries.",
            "Windows and macOS do not tell capitals apart, and a file cannot have a folder's name. "
            "Keqin and keqin, for example, would overwrite each other on a USB stick.",
        ),
    ),
    Code(
        "publish-disk-full",
        Severity.ERROR,
        zh=Wording(
            "磁盘满了，网站没有写完。",
            "请腾出空间后再生成一次；已有的网页都是完整的。",
            "每个文件要么是新的，要么还是旧的，不会有写了一半的。腾出空间后再运行一次就会补齐，例如清空回收站。",
        ),
        en=Wording(
            "The disk is full; the site was not written to the end.",
            "Free some space and build again; every page that is there is whole.",
            "Each file is either the new one or still the old one, never half of it. "
            "Another build completes the site once there is room, for example after emptying the bin.",
        ),
    ),
    Code(
        "publish-no-permission",
        Severity.ERROR,
        zh=Wording(
            "没有权限写入“{folder}”。",
            "请检查这个文件夹是不是只读，或者用 --output 换一个能写的文件夹。",
            "输出文件夹可能属于别的用户，或在写保护的 U 盘上。例如由管理员建立的 public，普通用户写不进去。",
        ),
        en=Wording(
            "There is no permission to write into “{folder}”.",
            "See whether the folder is read-only, or choose another with --output.",
            "The output folder may belong to another user or lie on a write-protected stick. "
            "A public made by an administrator is one example.",
        ),
    ),
    Code(
        "publish-failed",
        Severity.ERROR,
        zh=Wording(
            "网站没有写完：{detail:reason}（{folder}）。",
            "请检查输出文件夹还在不在、磁盘是否正常，再生成一次。",
            "系统拒绝了一次读写，例如 U 盘被拔掉，或文件夹在生成时被删除。已有的网页都是完整的。",
        ),
        en=Wording(
            "The site was not written to the end: {detail:reason} ({folder}).",
            "See whether the output folder is still there and the disk is well, then build again.",
            "The system refused to read or write, for example because a USB stick was pulled out or the folder deleted. "
            "Every page that is there is whole.",
        ),
    ),
)
