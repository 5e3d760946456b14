"""Settings: lines of site.yaml, addresses of the site, and whole files of bytes."""

from __future__ import annotations

from hostile import SITE

REFUSED: dict[str, tuple[str, str]] = {
    "theme-up": ("theme: ../../x\n", "3:8 invalid-id"),
    "theme-abs": ("theme: /etc\n", "3:8 invalid-id"),
    "theme-dot": ("theme: .\n", "3:8 invalid-id"),
    "theme-nul": ('theme: "a\\0b"\n', "3:8 control-character"),
    "theme-num": ("theme: 1\n", "3:8 theme-unknown"),
    "theme-missing": ("theme: nowhere\n", "3:8 theme-unknown"),
    "theme-list": ("theme: [a]\n", "3:8 list-not-allowed"),
    "page0": ("page_size: 0\n", "3:12 size-out-of-range"),
    "page-1": ("page_size: -1\n", "3:12 size-out-of-range"),
    "page-big": ("page_size: 1000000000000000000000\n", "3:12 invalid-integer"),
    "page-f": ("page_size: 1.5\n", "3:12 invalid-integer"),
    "page-s": ("page_size: many\n", "3:12 invalid-integer"),
    "lang-bad": ("languages: [xx-YYYYYYYYYYY-1]\n", "3:13 invalid-language"),
    "lang-up": ("languages: [../x]\n", "3:13 invalid-language"),
    "lang-case": ("languages: [zh-CN, ZH-cn]\n", "3:20 language-twice"),
    "lang-reserved": ("languages: [zh-CN, stories]\n", "3:20 invalid-language"),
    "lang-num": ("languages: [1]\n", "3:13 invalid-language"),
    "feed-1": ("feed_size: -1\n", "3:12 size-out-of-range"),
    "feed0": ("feed_size: 0\n", "3:12 size-out-of-range"),
    "unknown": ("foo: bar\n", "3:1 unknown-field"),
    "par-unknown": ("parameters: {nope: 1}\n", "3:14 theme-parameter-unknown"),
    "par-type": ("parameters: {accent: 7}\n", "3:14 theme-parameter-choice"),
    "par-inj": ('parameters: {accent: own, accent_light: "red;}body{x"}\n', "3:27 theme-parameter-color"),
    "par-list": ("parameters: [a]\n", "3:13 map-expected"),
    "logo-up": ("parameters: {logo: ../../../../etc/passwd}\n", "3:14 theme-parameter-image"),
    "checks-bad": ("checks: {levels: {nope: off}}\n", "3:19 unknown-code"),
    "checks-type": ("checks: 5\n", "3:9 map-expected"),
    "level-bad": ("checks: {levels: {bare-url: loud}}\n", "3:29 invalid-choice"),
    "fields-bad": ("fields: {story: {title: {type: text, label: x}}}\n", "3:18 field-taken"),
    "fields-type": ("fields: {story: {x: {type: code, label: x}}}\n", "3:28 invalid-choice"),
    "fields-list": ("fields: [a]\n", "3:9 list-not-allowed"),
    "fields-proto": ("fields: {story: {__proto__: {type: text, label: x}}}\n", "3:18 field-name"),
    "search-bad": ("search: {engine: google}\n", "3:18 invalid-choice"),
    "search-str": ('search: "maybe"\n', "3:9 invalid-boolean"),
    "trans-bad": ("translations: {fr: {title: x}}\n", "3:16 translation-language"),
    "dup": ("title: b\n", "3:1 duplicate-key"),
    "laughs": ("x: &a [l,l,l,l,l,l,l,l,l]\nnotice: [*a,*a,*a,*a]\n", "3:1 unknown-field"),
    "pyobj": ("notice: !!python/name:os.system\n", "3:9 yaml-tag"),
}
"""Lines below title and base_url → line, column and code of the first error."""

SOUND: dict[str, str] = {
    "lang-empty": "languages: []\n",
    "lang-many": "languages: [" + ", ".join(f"{a}{b}" for a in "abcdefgh" for b in "abcdefghij") + "]\n",
    "lang-str": "languages: zh_CN\n",
    "notice-x": 'notice: "<script>x</script>"\n',
    "organ": 'organiser: {name: "<b>", contact: "javascript:alert(1)"}\n',
    "icp": 'filing: {icp: "<script>"}\n',
    "icp-num": "filing: {icp: 5}\n",
    "licence-x": 'licence: "<img src=x onerror=1>"\n',
}

ADDRESSES_REFUSED: dict[str, tuple[str, str]] = {
    "js": ("javascript:alert(1)", "2:11 unsafe-url"),
    "ftp": ("ftp://x.example", "2:11 unsafe-url"),
    "space": ("https://a b", "2:11 invalid-url"),
    "q": ("https://e.org/?a=b", "2:11 base-url-extra"),
    "frag": ("https://e.org/#x", "2:11 base-url-extra"),
    "user": ("https://u:p@e.org", "2:11 base-url-extra"),
    "none": ("e.org", "2:11 invalid-url"),
    "quote": ('https://e.org/"onload=x', "2:11 invalid-url"),
    "port": ("https://e.org:99999", "2:11 invalid-url"),
    "ip6": ("https://[::1", "2:11 invalid-url"),
    "num": ("5", "2:11 invalid-url"),
    "nl": ('"https://e.org\\nX: y"', "2:11 invalid-url"),
    "local": ("file:///tmp", "2:11 unsafe-url"),
    "ctl": ('"https://e.org/\\x07"', "2:11 control-character"),
    "dots": ("https://e.org/../x", "2:11 base-url-segments"),
    "enc": ("https://e.org/%2e%2e/", "2:11 base-url-segments"),
    "dbl": ("https://e.org//a//b", "2:11 base-url-segments"),
    "bs": ("https://e.org\\x", "2:11 invalid-url"),
}
"""base_url as YAML."""

ADDRESSES_SOUND: dict[str, str] = {
    "idn": "https://党建.中国",
    "empty": "",
}

FILES_REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty-file"),
    "list": (b"- a\n", "1:1 site-not-keys"),
    "scalar": (b"hello", "1:1 site-not-keys"),
    "bin": (bytes(range(256)), "3:115 unknown-encoding"),
    "null": (b"~\n", "1:1 site-not-keys"),
    "nul": (b"title: a\x00b\n", "1:9 nul-bytes"),
    "gbk": ("title: 站点\n".encode("gbk"), "1:8 wrong-encoding"),
    "u16": ("title: 站点\nbase_url: https://e.org\n".encode("utf-16"), "1:1 wrong-encoding"),
    "u16le": ("title: 站点\n".encode("utf-16-le"), "1:1 wrong-encoding"),
    "u32": ("title: 站点\n".encode("utf-32"), "1:1 wrong-encoding"),
    "big5": ("title: 站點\n".encode("big5"), "1:8 wrong-encoding"),
    "multi": (b"title: a\n---\ntitle: b\n", "2:1 yaml-documents"),
    "full": ("标题：站点\n".encode(), "1:1 required-missing"),
    "fullcolon": ("title：站点\n".encode(), "1:6 full-width-colon"),
    "deep": (b"title: " + b"[" * 5000, "1:8 bracket-not-closed"),
}

FILES_SOUND: dict[str, bytes] = {
    "bom": b"\xef\xbb\xbf" + SITE.encode(),
    "crlf": SITE.replace("\n", "\r\n").encode(),
    "cr": SITE.replace("\n", "\r").encode(),
    "tabs": b"title:\tx\n",
}
