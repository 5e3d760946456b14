"""Documents to search, and the reader run in a real browser without a page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from showcase.model.page import Output
from showcase.search.client import engine_script
from showcase.search.documents import SearchDocument, SpokenName
from showcase.search.index import language_index
from showcase.search.packing import pack_rising
from showcase.store.memory_store import MemoryStore
from showcase.workers import Workers

# Universal Declaration of Human Rights, article 1 (Tibetan, public text of the UN).
UDHR = (
    "འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས་ཙམ་ཉིད་ནས་ཆེ་མཐོངས་དང༌། ཐོབ་ཐངགི་རང་དབང་འདྲ་མཉམ་དུ་ཡོད་ལ། "
    "ཁོང་ཚོར་རང་བྱུང་གི་བློ་རྩལ་དང་བསམ་ཚུལ་བཟང་པོ་འདོན་པའི་འོས་བབས་ཀྱང་ཡོད། དེ་བཞིན་ཕན་ཚུན་གཅིག་གིས་གཅིག་ལ་བུ་སྤུན་གྱི་"
    "འདུ་ཤེས་འཛིན་པའི་བྱ་སྤྱོད་ཀྱང་ལག་ལེན་བསྟར་དགོས་པ་ཡིན༎"
)

_NEWEST_FIRST = (
    SearchDocument(
        kind="story",
        id="shrimp",
        url="/stories/shrimp/",
        title="海拔4,600米的卤虫养殖",
        names=(
            SpokenName("西藏自治区"),
            SpokenName("阿里地区"),
            SpokenName("改则县"),
            SpokenName("产业增收"),
        ),
        summary="工作队引进技术人员，指导村民养殖卤虫。",
        headings=("卤虫资源",),
        texts=(
            "克勤村平均海拔超过4,600米，群众以放牧为主。",
            "村集体收入每年增加超过 300,000 元。Ｗｉ－Ｆｉ is not in the report.",
        ),
        places=("tibet", "ngari", "gerze"),
        topics=("income",),
        year="2021",
        date="2021年",
        place="西藏自治区 · 阿里地区 · 改则县",
    ),
    SearchDocument(
        kind="story",
        id="haircut",
        url="/stories/haircut/",
        title="Brine shrimp and haircuts: 驻村工作队的理发员",
        names=(SpokenName("西藏自治区"), SpokenName("阿里地区"), SpokenName("服务群众")),
        summary="队长自费购买理发工具，为村民免费理发。",
        texts=("村党支部书记说，工作队把村当作家，把村民当作亲人。幸福不会从天而降，村民说。",),
        places=("tibet", "ngari"),
        topics=("service",),
        year="undated",
        place="西藏自治区 · 阿里地区",
    ),
    SearchDocument(
        kind="story",
        id="udhr",
        url="/stories/udhr/",
        title="人权宣言",
        summary="Universal Declaration of Human Rights",
        texts=(UDHR,),
        topics=("service",),
        year="undated",
    ),
    SearchDocument(
        kind="brand",
        id="happy",
        url="/brands/happy/",
        title="雪巴社区“幸福党建”",
        names=(SpokenName("雪巴社区"), SpokenName("幸福")),
        summary="琼结县涌现的地方品牌之一。",
        texts=("这样的品牌加强了基层组织，帮助农牧民增加收入。",),
        brands=("happy",),
        places=("tibet", "shannan"),
    ),
    SearchDocument(
        kind="page",
        id="about",
        url="/about/",
        title="关于本站",
        summary="本站的事实出自一篇报道。",
        texts=("Gêrzê 即改则。",),
    ),
    SearchDocument(
        kind="place",
        id="tibet",
        url="/places/tibet/",
        title="西藏自治区",
        other_titles=(SpokenName("西藏"),),
        places=("tibet",),
    ),
    SearchDocument(
        kind="place",
        id="ngari",
        url="/places/ngari/",
        title="阿里地区",
        names=(SpokenName("西藏自治区"),),
        places=("tibet", "ngari"),
    ),
    SearchDocument(
        kind="place",
        id="changyang",
        url="/places/changyang/",
        title="长阳",
        pinyin="chang yang",
        places=("changyang",),
    ),
    SearchDocument(kind="topic", id="service", url="/topics/service/", title="服务群众", topics=("service",)),
)
DOCUMENTS = _NEWEST_FIRST[::-1]

FACETS: list[Any] = [
    [
        "kind",
        [
            [kind, "", 0, pack_rising(n for n, d in enumerate(DOCUMENTS) if d.kind == kind)]
            for kind in ("story", "brand", "page", "place", "topic")
        ],
    ],
    [
        "place",
        [
            [place, name, depth, pack_rising(n for n, d in enumerate(DOCUMENTS) if place in d.places)]
            for place, name, depth in (
                ("tibet", "西藏自治区", 0),
                ("ngari", "阿里地区", 1),
                ("shannan", "山南市", 1),
            )
        ],
    ],
    [
        "year",
        [
            [year, "", 0, pack_rising(n for n, d in enumerate(DOCUMENTS) if d.year == year)]
            for year in ("2021", "undated")
        ],
    ],
]


def sample_index(
    documents: Sequence[SearchDocument] = DOCUMENTS, *, whole_bytes: int = 1 << 30
) -> tuple[Output, ...]:
    """The index of some documents; `whole_bytes=0` cuts it into shards."""
    return language_index(
        "zh-CN",
        documents,
        FACETS if documents is DOCUMENTS else [],
        MemoryStore(),
        Workers(1),
        whole_bytes=whole_bytes,
    )


def file_data(output: Output) -> Any:
    """What a file hands to the reader."""
    text = output.data.decode()
    assert text.startswith("showcaseSearch.add(")
    assert text.endswith(")\n")
    return json.loads(text[len("showcaseSearch.add(") : -2])


class Reader:
    """client/engine/ in a browser tab, without a search page."""

    def __init__(self, browser: Any) -> None:
        self.page = browser.new_page()
        self.page.add_script_tag(content=engine_script())

    def open(self, outputs: Iterable[Output]) -> None:
        """Opens an index whose files are given instead of loaded; requests are counted."""
        files = {output.path.rpartition("/")[2]: file_data(output) for output in outputs}
        self.page.evaluate(
            """async (files) => {
                window.requests = [];
                window.index = await openIndex(async (name) => { requests.push(name); return files[name]; });
            }""",
            files,
        )

    def units(self, text: str) -> list[str]:
        """The units of a text, traditional characters left as they are."""
        return self.page.evaluate("text => units(text, new Map()).map(unit => unit.text)", text)

    def numbers(self, query: str) -> tuple[str, list[int]]:
        """How the query was met and the documents found, best first."""
        found = self.page.evaluate("query => search(index, query)", query)
        return found["mode"], found["order"]

    def ids(self, query: str) -> list[str]:
        """The ids of sample documents that hold all of the query."""
        mode, order = self.numbers(query)
        return [DOCUMENTS[number].id for number in order] if mode == "all" else []
