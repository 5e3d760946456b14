"""site.yaml: every key under both names, every fault at once."""

from __future__ import annotations

import pytest
from content_sources import codes, source

from showcase.content.configure import configure
from showcase.diagnostics.diagnostic import Diagnostic, Severity
from showcase.model.site import Organiser, SiteConfig

FULL = """网站名称: 党建品牌
副标题: 副
简介: 简
网址: https://a.cn/anli/
语言: [zh-CN, en, bo]
译文:
  en: {title: Brands, organiser: {name: Office}}
  bo: {title: བོད}
外观: plain
外观参数: {accent: "#c00", columns: 3, ratio: 1.5, wide: true, code: "007", plain: 007}
主办单位: {名称: 组织部, 地址: 某地, 联系方式: a@b.cn}
备案: {ICP备案号: 京ICP备12345678号-1, 公安备案号: 京公网安备11010102000001号, 网站标识码: "1100000001"}
声明: 声
许可: CC BY 4.0
每页条数: 12
订阅条数: 5
检索: 否
检查: {数字须有来源: 否, 级别: {full-width-quotes: error, value-too-long: off}}
自定义字段:
  案例故事:
    industry: {值类型: 选项, 中文名: 行业, 选择项: [农业, 商业], 必填: 是}
"""


def read(text: str) -> tuple[SiteConfig, tuple[Diagnostic, ...]]:
    config, faults = configure(source(text, "site.yaml"))
    assert config is not None
    return config, faults


def test_every_key_by_its_chinese_name() -> None:
    config, faults = read(FULL)
    assert codes(faults) == []
    main, english, tibetan = config.languages
    assert (main.code, main.label, main.title, main.subtitle) == ("zh-CN", "中文", "党建品牌", "副")
    assert main.organiser == Organiser("组织部", "某地", "a@b.cn")
    assert (english.label, english.title, english.subtitle) == ("English", "Brands", "副")
    assert english.organiser == Organiser("Office", "某地", "a@b.cn")
    assert tibetan.label == "བོད་ཡིག"
    assert config.base_url == "https://a.cn/anli"
    assert config.base_path == "/anli"
    assert config.theme == "plain"
    assert config.theme_parameters == {
        "accent": "#c00",
        "columns": 3,
        "ratio": 1.5,
        "wide": True,
        "code": "007",
        "plain": "007",
    }
    assert config.theme_parameter_locations["columns"].line == 10
    assert config.filing.icp == "京ICP备12345678号-1"
    assert (config.page_size, config.feed_size, config.search) == (12, 5, False)
    assert not config.numbers_need_sources
    assert config.levels == {"full-width-quotes": Severity.ERROR}
    assert config.silenced == ("value-too-long",)
    field = config.fields[0]
    assert (field.name, field.type, field.label, field.alias) == ("industry", "choice", "行业", "行业")
    assert (field.required, field.choices) == (True, ("农业", "商业"))


def test_defaults() -> None:
    config, faults = read("title: 站点\n")
    assert codes(faults) == ["base-url-missing"]
    assert config.language == "zh-CN"
    assert (config.theme, config.page_size, config.feed_size, config.search) == ("heritage", 24, 20, True)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("base_url: ftp://a.cn", "unsafe-url"),
        ("base_url: mailto:a@b.cn", "base-url-invalid"),
        ("base_url: a.cn", "invalid-url"),
        ("base_url: https://a.cn/?x=1", "base-url-extra"),
        ("base_url: https://u:p@a.cn/", "base-url-extra"),
        ("base_url: https://a.cn/x/../b", "base-url-segments"),
        ("languages: 中文", "invalid-language"),
        ("languages: [zh-CN, zh-CN]", "language-twice"),
        ("languages: [zh-CN, en]", "site-untranslated"),
        ("translations: {en: {title: x}}", "translation-language"),
        ("page_size: 0", "size-out-of-range"),
        ("feed_size: 999999999", "size-out-of-range"),
        ("page_size: 很多", "invalid-integer"),
        ("search: 也许", "invalid-boolean"),
        ("filing: {icp: 备案中}", "icp-form"),
        ("filing: {public_security: 备案中}", "public-security-form"),
        ("filing: {site_code: 无}", "site-code-form"),
        ("checks: {levels: {base-url-mising: off}}", "unknown-code"),
        ("checks: {levels: {base-url-missing: never}}", "invalid-choice"),
        ("checks: {levels: {unknown-field: off}}", "error-stays-error"),
        ("fields: {story: {Industry: {type: text}}}", "field-name"),
        ("fields: {story: {title: {type: text}}}", "field-taken"),
        ("fields: {story: {a: {type: text, alias: 标题}}}", "field-taken"),
        ("fields: {story: {a: {type: text, alias: 'x:y'}}}", "field-alias"),
        ("fields: {story: {a: {type: choice}}}", "field-without-choices"),
        ("fields: {story: {a: {type: text, choices: [x]}}}", "field-with-choices"),
        ("fields: {story: {a: {type: 长文}}}", "invalid-choice"),
        ("fields: {stories: {a: {type: text}}}", "unknown-field"),
        ("tilte2: x", "unknown-field"),
        ("parameters: {accent: #c00}", "full-width-list"),
        ("parameters: 3", "map-expected"),
    ],
)
def test_faults(lines: str, code: str) -> None:
    base = "" if "base_url" in lines else "base_url: https://a.cn\n"
    _, faults = read(f"title: 站点\n{base}{lines}\n")
    assert codes(faults) == [code]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://a.cn/x/../b", "https://a.cn/b"),
        ("https://a.cn/../..", "https://a.cn"),
        ("https://a.cn/./b/.", "https://a.cn/b"),
        ("https://a.cn/x/%2E%2e/b/", "https://a.cn/b"),
        ("https://a.cn//b", "https://a.cn/b"),
        ("https://a.cn/b//c", "https://a.cn/b/c"),
        ("https://a.cn/...", ""),
        ("https://a.cn/b.c/", ""),
        ("https://a.cn//", ""),
    ],
)
def test_an_address_that_browsers_read_otherwise_is_told(written: str, meant: str) -> None:
    config, faults = read(f"title: 站点\nbase_url: {written}\n")
    assert [(one.code, one.replacement) for one in faults] == (
        [("base-url-segments", meant)] if meant else []
    )
    assert config.base_url == (meant or written.rstrip("/"))


def test_suggests_the_code_that_was_meant() -> None:
    _, faults = read("title: a\nbase_url: https://a.cn\nchecks: {levels: {base-url-mising: off}}\n")
    assert faults[0].suggestion == "base-url-missing"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("# 注释\n", "empty-file"),
        ("只有文字\n", "site-not-keys"),
        ("- a\n", "site-not-keys"),
    ],
)
def test_no_settings(text: str, code: str) -> None:
    config, faults = configure(source(text, "site.yaml"))
    assert config is None
    assert codes(faults) == [code]


def test_missing() -> None:
    config, faults = configure(None)
    assert config is None
    assert codes(faults) == ["site-missing"]
