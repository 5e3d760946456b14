"""Interface texts, style sheets and theme.yaml that must be refused, and some that must not."""

from __future__ import annotations

TEXTS_REFUSED: dict[str, tuple[str | bytes, str]] = {
    "str": ("hello", "1:1 theme-yaml"),
    "list": ("- a", "1:1 theme-yaml"),
    "nested": ("a: {b: [c]}", "1:8 theme-text-value"),
    "place": ('home: "{nope}"', "1:7 theme-text-value"),
    "place2": ('home: "{0.__class__}"', "1:7 theme-text-value"),
    "gbk": ("home: 首".encode("gbk"), "1 theme-file-encoding"),
    "fmt": ('home: "{"', "1:7 theme-text-value"),
    "laughs": ("a: &a [x,x]\nhome: [*a,*a]", "1:4 theme-yaml"),
}
"""strings/zh-CN.yaml → line, column and code of the first error."""

TEXTS_SOUND: dict[str, str] = {
    "html": 'home: "<script>x</script>"',
    "num": "home: 5",
}

SHEETS_REFUSED: dict[str, tuple[str, str]] = {
    "url": ("body{background:url(../../../../../etc/passwd)}", "1:21 theme-asset-unknown"),
    "missing": ("body{background:url(nope.png)}", "1:21 theme-asset-unknown"),
    "bang": ('@import "!nope.css";', "1:10 theme-asset-unknown"),
    "par": ("body{color:parameter(nope)}", "1:22 theme-sheet-parameter"),
    "esc": ('body{background:url("\\2e\\2e/x")}', "1:22 theme-asset-unknown"),
}

SHEETS_SOUND: dict[str, str | bytes] = {
    "imp": "@import url(https://evil.example/x.css);",
    "urlhttp": "body{background:url(https://evil.example/x.png)}",
    "data": "body{background:url(data:image/png;base64,xx)}",
    "cycle": '@import "site.css";',
    "bin": bytes(range(256)),
    "unclosed": "body{ /* ",
}

THEMES_REFUSED: dict[str, tuple[str, str]] = {
    "empty": ("", "themes/own/templates theme-template-missing"),
    "list": ("- a", "themes/own/theme.yaml:1:1 theme-yaml"),
    "scalar": ("x", "themes/own/theme.yaml:1:1 theme-yaml"),
    "noname": ("version: 1", "themes/own/templates theme-template-missing"),
    "ext-self": (
        "name: own\nversion: 1.0.0\nextends: own\n",
        "themes/own/theme.yaml:3:10 theme-extends-loop",
    ),
    "ext-up": (
        "name: own\nversion: 1.0.0\nextends: ../../x\n",
        "themes/own/theme.yaml:3:10 theme-extends-unknown",
    ),
    "ext-none": ("name: own\nversion: 1.0.0\n", "themes/own/templates theme-template-missing"),
    "ver": ("name: own\nversion: [1]\nextends: heritage\n", "themes/own/theme.yaml:2:10 theme-value"),
    "req": (
        'name: own\nversion: 1.0.0\nextends: heritage\nshowcase: ">=99"\n',
        "themes/own/theme.yaml:4:11 theme-version",
    ),
    "req-bad": (
        'name: own\nversion: 1.0.0\nextends: heritage\nshowcase: "~~"\n',
        "themes/own/theme.yaml:4:11 theme-value",
    ),
    "par": (
        "name: own\nversion: 1.0.0\nextends: heritage\nparameters: {a: {type: nope}}\n",
        "themes/own/theme.yaml:4:24 theme-value",
    ),
    "par2": (
        "name: own\nversion: 1.0.0\nextends: heritage\nparameters: [a]\n",
        "themes/own/theme.yaml:4:13 theme-value",
    ),
    "par3": (
        'name: own\nversion: 1.0.0\nextends: heritage\nparameters: {accent: {type: color, default: "x;}"}}\n',
        "themes/own/theme.yaml:4:45 theme-parameter-color",
    ),
}
"""theme.yaml of the theme `own`."""
