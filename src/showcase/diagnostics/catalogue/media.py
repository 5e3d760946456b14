"""Codes about pictures, films, sounds and other files."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code, Wording
from showcase.diagnostics.diagnostic import Severity

_FILES = (
    Code(
        "file-missing",
        Severity.ERROR,
        zh=Wording(
            "没有找到文件“{file}”。",
            "请把文件放到这篇文章旁边，并核对文件名（连同扩展名，如 .jpg）。",
            "图片和附件和文章放在同一个文件夹里，路径从文章出发写。Windows 可能隐藏了扩展名，看到的“照片”其实叫 照片.jpg。",
        ),
        en=Wording(
            "There is no file “{file}”.",
            "Put it beside this text and check its name, ending included (such as .jpg).",
            "Pictures and other files stand in the folder of the text, and paths start from there. Windows may hide endings: what it shows as photo is really photo.jpg.",
        ),
    ),
    Code(
        "file-case",
        Severity.ERROR,
        zh=Wording(
            "文件名“{file}”的大小写和实际文件“{real}”不一致。",
            "请照实际文件名的大小写来写。",
            "在 Windows 和 macOS 上大小写不同也能打开，可是网站服务器区分大小写，发布后就会缺图。例如 Photo.JPG 和 photo.jpg 是两个文件。",
        ),
        en=Wording(
            "“{file}” differs in upper and lower case from the file “{real}”.",
            "Write capitals and small letters exactly as in the file's name.",
            "On Windows and macOS both open the same file, but a web server tells them apart and the picture would be missing: Photo.JPG and photo.jpg are two files there.",
        ),
    ),
    Code(
        "file-type-not-published",
        Severity.ERROR,
        zh=Wording(
            "“{file}”是 {type} 类型，网站不发布这种文件。",
            "请转换成可以发布的类型：{known:list}。",
            "只发布读者能安全打开的文件，程序、脚本、网页和密钥等一律不发布。例如视频 .avi 请转成 .mp4，图片 .heic 请转成 .jpg。",
        ),
        en=Wording(
            "“{file}” is of the type {type}, which is not published.",
            "Convert it to a type that is: {known:list}.",
            "Only files that readers can open safely are published; programs, scripts, web pages and keys never are. Convert an .avi film to .mp4, a .heic picture to .jpg.",
        ),
    ),
    Code(
        "file-wrong-type",
        Severity.ERROR,
        zh=Wording(
            "这里放不了 {type} 文件“{file}”，只能放：{wanted:list}。",
            "请换一个文件，或者改用合适的写法：图片用 ![…](…)，视频用 ::video，录音用 ::audio，附件用普通链接。",
            "图片的位置放不了视频或文档，反过来也一样。例如 ![会议](meeting.mp4) 应写成 ::video[会议]{file=meeting.mp4}。",
        ),
        en=Wording(
            "“{file}” is a {type} file, but only these can stand here: {wanted:list}.",
            "Choose another file, or the right form: ![…](…) for pictures, ::video for films, ::audio for sounds, a plain link for documents.",
            "A picture's place cannot show a film or a document, nor the other way round: ![Meeting](meeting.mp4) should be ::video[Meeting]{file=meeting.mp4}.",
        ),
    ),
    Code(
        "file-too-large",
        Severity.ERROR,
        zh=Wording(
            "“{file}”有 {size} MB，超过了 {limit} MB，不能发布。",
            "请压缩或剪短它；长视频请放到视频平台，在文章里写链接。",
            "很大的文件读者下载不动，许多网站空间也放不下。例如 4K 视频转成 720p 的 .mp4，通常只有原来的十分之一。",
        ),
        en=Wording(
            "“{file}” has {size} MB, more than the {limit} MB that can be published.",
            "Compress or shorten it; put a long film on a video platform and link to it.",
            "Readers cannot load very large files, and many hosts refuse them. A 4K film as a 720p .mp4 is often a tenth of the size.",
        ),
    ),
    Code(
        "file-unreadable",
        Severity.ERROR,
        zh=Wording(
            "文件“{file}”读不出来。",
            "请确认文件还在、没有被别的程序占用，并且您有权打开它。",
            "扫描时文件还在，发布时却打不开，可能刚被移动、删除或锁定。例如网盘里的文件还没有下载到本机。",
        ),
        en=Wording(
            "The file “{file}” cannot be read.",
            "See that it is still there, that no other program holds it and that you may open it.",
            "The file was there when the folder was scanned, but could not be opened: it may have been moved, deleted or locked, or it lies in a cloud folder and was not fetched yet.",
        ),
    ),
    Code(
        "film-location",
        Severity.WARNING,
        zh=Wording(
            "视频“{file}”里记录了拍摄地点的坐标。",
            "请用视频软件重新导出，导出时不要保留位置信息。",
            "手机拍的视频会记下经纬度，原样发布就把拍摄地点（例如受访人的家）公开了。图片里的位置信息会自动清除，视频要在导出时清除。",
        ),
        en=Wording(
            "The film “{file}” holds the coordinates of where it was taken.",
            "Export it anew from a video program, without location data.",
            "Phones note latitude and longitude in a film, and publishing it as it is tells where it was taken, such as someone's home. From pictures this is removed by itself; for films it has to be done on export.",
        ),
    ),
    Code(
        "office-file",
        Severity.INFO,
        zh=Wording(
            "“{file}”是 Office 文件，里面可能留有作者姓名、单位和修订记录。",
            "请在 Office 里用“检查文档”清除这些信息，或者改发 PDF。",
            "Office 文件会记下作者、最后修改人和批注，原样发布就公开了。Word：文件 → 信息 → 检查问题 → 检查文档。",
        ),
        en=Wording(
            "“{file}” is an Office file and may hold its author's name, organisation and tracked changes.",
            "Remove them in Office with “Inspect Document”, or publish a PDF.",
            "Office files keep author, last editor and comments, and are published as they are. In Word: File → Info → Check for Issues → Inspect Document.",
        ),
    ),
)

_PICTURES = (
    Code(
        "medium-alt-missing",
        Severity.WARNING,
        zh=Wording(
            "图片“{file}”没有替代文字。",
            "请写“替代文字”（alt），用一句话说明图上有什么；纯装饰的图把“类型”（kind）写成“装饰”。",
            "看不见图片的读者靠替代文字知道内容，图片打不开时显示的也是它。例如“替代文字: 村民在大棚里采摘蔬菜”。",
        ),
        en=Wording(
            "The picture “{file}” has no alternative text.",
            "Add `alt`: one sentence on what it shows; for mere decoration set `kind: ornament`.",
            "Readers who cannot see the picture rely on this text; it also shows where the picture does not load. For example, `alt: Villagers pick vegetables in a greenhouse`.",
        ),
    ),
    Code(
        "map-not-approved",
        Severity.ERROR,
        zh=Wording(
            "地图“{file}”没有审图号。",
            "请写“审图号”（map_approval），例如 GS（2024）1234号；没有审图号的地图不要发布。",
            "向社会公开的地图应当经过审核并标明审图号（《地图管理条例》）。可以从自然资源部标准地图服务网站下载带审图号的地图。",
        ),
        en=Wording(
            "The map “{file}” has no approval number.",
            "Add `map_approval`, such as GS(2024)1234; do not publish a map without one.",
            "In China a map shown to the public must be reviewed and carry its approval number (Regulations on Map Management). Maps with numbers can be had from the standard map service of the Ministry of Natural Resources.",
        ),
    ),
    Code(
        "emblem-not-authorised",
        Severity.ERROR,
        zh=Wording(
            "徽标“{file}”没有写批准单位。",
            "请写“批准单位”（authority），说明谁批准使用；没有获准就换掉这张图。",
            "党徽、国徽等徽标的使用有专门规定，不能随意当作装饰。例如 authority: 某某县委组织部。",
        ),
        en=Wording(
            "The emblem “{file}” does not say who allowed its use.",
            "Add `authority`; without permission, use another picture.",
            "The emblems of the Party and the state may be used only under their own rules, not as decoration. Name the office that allowed it, as in `authority: The county's organisation department`.",
        ),
    ),
    Code(
        "minors-without-consent",
        Severity.ERROR,
        zh=Wording(
            "“{file}”里有未成年人，但没有写同意书编号。",
            "请先取得监护人同意，再写“同意书编号”（consent_record）；没有同意就换一张照片。",
            "公开不满十四周岁未成年人的个人信息要有监护人同意（《个人信息保护法》），对所有未成年人都应如此。编号只用于检查，不会发布，例如 consent_record: 2024-017。",
        ),
        en=Wording(
            "“{file}” shows minors, but no record of consent is named.",
            "Get the guardians' consent, then add `consent_record`; without it, use another photo.",
            "Publishing personal information of children under fourteen needs their guardians' consent (Personal Information Protection Law), and other minors deserve the same care. The number is only checked, never published, as in `consent_record: 2024-017`.",
        ),
    ),
    Code(
        "picture-unreadable",
        Severity.ERROR,
        zh=Wording(
            "“{file}”不是能打开的图片。",
            "请用看图软件打开它，另存为 .jpg 或 .png 后再用。",
            "文件可能是空的、没有下载完整，或者只是改了扩展名。例如把 .heic 照片直接改名为 .jpg，浏览器是打不开的。",
        ),
        en=Wording(
            "“{file}” is no picture that can be opened.",
            "Open it in a picture viewer and save it anew as .jpg or .png.",
            "The file may be empty, not completely downloaded, or only renamed: a .heic photo renamed to .jpg does not open in a browser.",
        ),
    ),
    Code(
        "picture-cut-off",
        Severity.ERROR,
        zh=Wording(
            "图片“{file}”不完整，后面一部分丢失了。",
            "请重新复制或下载这张图片。",
            "复制到一半就拔掉 U 盘、下载中断等，都会让图片只剩上半截。例如微信里的图要先点开原图再保存。",
        ),
        en=Wording(
            "The picture “{file}” is cut off: its end is missing.",
            "Copy or download it again.",
            "A USB stick that was pulled out too early or a broken download leaves half a picture. In a messenger, open the full picture before saving it.",
        ),
    ),
    Code(
        "picture-wrong-type",
        Severity.ERROR,
        zh=Wording(
            "“{file}”的扩展名是 {written}，内容却是 {real}。",
            "请把扩展名改成 {real}，并同时改正引用它的地方；或者重新另存为 {written}。",
            "扩展名和内容不一致时，有的浏览器不显示图片。例如截图软件存成 PNG，却起名叫 photo.jpg。",
        ),
        en=Wording(
            "“{file}” ends in {written}, but it is {real}.",
            "Change the ending to {real} there and where it is used, or save the picture anew as {written}.",
            "When ending and content differ, some browsers show nothing. For example, a screenshot saved as PNG but named photo.jpg.",
        ),
    ),
    Code(
        "picture-too-many-pixels",
        Severity.ERROR,
        zh=Wording(
            "图片“{file}”太大了：至少有 {pixels}00 万像素，最多只能处理 {limit}00 万像素。",
            "请先缩小到长边 4000 像素以内再用。",
            "网页上最多显示约 2400 像素宽。特别大的图会耗尽内存，也可能是恶意文件。例如扫描的地图请先用看图软件缩小。",
        ),
        en=Wording(
            "The picture “{file}” is too large: it has at least {pixels} million pixels, and at most {limit} million can be handled.",
            "Scale it down to at most 4000 pixels on its long side.",
            "Pages show about 2400 pixels across at most. Huge pictures exhaust memory and may be an attack. Scale down a scanned map in a picture viewer, for example.",
        ),
    ),
    Code(
        "picture-heavy",
        Severity.WARNING,
        zh=Wording(
            "图片“{file}”太重：读者打开网页要为它下载 {size}，最好不超过 {limit}。",
            "照片请另存为 JPEG；会动的 GIF 请转成 MP4，用 ::video 放进正文；SVG 请在绘图软件里简化，或导出为 PNG。",
            "照片发布时会自动缩小、压缩，但会动的图、SVG 和存成 PNG 的大照片压不了多少。农村的手机网络下载 500 kB 要好几秒。例如 12 秒的 GIF 有 8 MB，转成 MP4 往往不到 1 MB。",
        ),
        en=Wording(
            "The picture “{file}” is heavy: readers have to load {size} for it; at most {limit} would be good.",
            "Save a photo as JPEG; turn a moving GIF into an MP4 and show it with ::video; simplify an SVG in your drawing program, or export it as PNG.",
            "Photos are scaled and compressed when they are published, but moving pictures, SVG and large photos saved as PNG can hardly be made smaller. On a rural line 500 kB take some seconds. A GIF of 12 seconds may have 8 MB, and as MP4 often less than 1 MB.",
        ),
    ),
    Code(
        "svg-unsafe",
        Severity.ERROR,
        zh=Wording(
            "SVG 图片“{file}”里有“{found}”，不能发布。",
            "请在绘图软件里导出为“普通 SVG”，或者导出为 PNG。",
            "SVG 里可以藏有脚本和外部链接，会在读者的浏览器里运行，所以只发布纯图形。例如用 Inkscape 另存为“优化的 SVG”或导出 PNG。",
        ),
        en=Wording(
            "The SVG picture “{file}” holds “{found}” and cannot be published.",
            "Export it as plain SVG from your drawing program, or as PNG.",
            "An SVG can hold scripts and references that run in the reader's browser, so only pure drawings are published. In Inkscape, for example, save it as optimised SVG or export a PNG.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*_FILES, *_PICTURES)
