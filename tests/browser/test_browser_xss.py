"""What editors type is text: vectors in every field, each published page opened in a real Chromium."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext

from command_line import run_showcase
from shared_site import static_server

VECTORS = (
    "<script>window.__xss=1</script>",
    "\"><img src=x onerror='window.__xss=1'>",
    "'-window.__xss=1-'",
    "</script><script>window.__xss=1</script>",
    "</title><svg onload=window.__xss=1>",
    "javascript:window.__xss=1",
    "{{ ''.__class__ }}{% raw %}",
    "<!--<script>window.__xss=1//-->",
    "&lt;img src=x onerror=window.__xss=1&gt;",
)
SMUGGLED = """() => {
  const found = [];
  for (const node of document.querySelectorAll("*")) {
    for (const { name, value } of node.attributes) {
      if (name.startsWith("on")) found.push(`${node.tagName} ${name}`);
      if (["href", "src", "action", "formaction", "data"].includes(name) && /^\\s*(javascript|data|vbscript):/i.test(value))
        found.push(`${node.tagName} ${name}=${value}`);
    }
    if (node.tagName === "SCRIPT" && !node.src && node.type !== "application/ld+json") found.push("inline script");
    if (node.tagName === "SCRIPT" && node.type === "application/ld+json") JSON.parse(node.textContent);
    if (node.tagName === "IFRAME" || node.tagName === "OBJECT" || node.tagName === "EMBED") found.push(node.tagName);
  }
  if (window.__xss) found.push("executed");
  return found;
}"""


def quoted(vector: str) -> str:
    return "'" + vector.replace("'", "''") + "'"


def hostile_site(folder: Path) -> Path:
    """One story, brand and organisation a vector, and the vector in every text that they, the records and site.yaml hold."""
    for name in ("stories", "brands", "organisations", "pages"):
        (folder / "content" / name).mkdir(parents=True)
    first = quoted(VECTORS[1])
    (folder / "site.yaml").write_text(
        f"title: {first}\nsubtitle: {first}\ndescription: {first}\nnotice: {first}\nlicence: {first}\n"
        f"languages: [zh-CN]\norganiser: {{name: {first}, address: {first}, contact: {first}}}\n"
        f"filing: {{icp: {first}, public_security: {first}, site_code: {first}}}\n"
        "fields: {story: {remark: {type: text, label: '<b onclick=x>', alias: 备注}}}\n",
        encoding="utf-8",
    )
    places, topics, sources = [], [], []
    for number, vector in enumerate(VECTORS):
        text = quoted(vector)
        places.append(f"- {{id: p{number}, name: {text}, level: village, summary: {text}}}\n")
        topics.append(f"- {{id: t{number}, name: {text}, summary: {text}}}\n")
        sources.append(
            f"- {{id: s{number}, name: {text}, kind: {text}, title: {text}, publisher: {text}, note: {text}}}\n"
        )
        (folder / f"content/brands/b{number}.md").write_text(
            f"---\ntitle: {text}\nsummary: {text}\nshort_name: {text}\n---\n\n{vector}\n", encoding="utf-8"
        )
        (folder / f"content/organisations/o{number}.md").write_text(
            f"---\ntitle: {text}\nsummary: {text}\nkind: {text}\n---\n\n{vector}\n", encoding="utf-8"
        )
        (folder / f"content/stories/v{number}.md").write_text(
            f"---\ntitle: {text}\nsummary: {text}\nbrand: b{number}\norganisation: o{number}\nplace: p{number}\n"
            f"topics: [t{number}]\nsources: [{{source: s{number}, locator: {text}}}]\nremark: {text}\n"
            f"metrics:\n  m: {{label: {text}, value: 3, unit: {text}, period: {text}, definition: {text},"
            f" source: s{number}, locator: {text}}}\n---\n\n{vector}\n\n## {vector}\n\n"
            f"`{vector}` :metric[m] [{vector}](https://example.org/?q=%22%3E) :cite[s{number}]{{P1}}\n\n"
            f":::quote{{by=甲}}\n他说 {vector}\n:::\n\n| {vector.replace('|', '')} |\n| --- |\n| x |\n\n[^1]\n\n[^1]: {vector}\n",
            encoding="utf-8",
        )
    for name, records in (("places", places), ("topics", topics), ("sources", sources)):
        (folder / f"content/{name}.yaml").write_text("".join(records), encoding="utf-8")
    return folder


def test_no_field_smuggles_markup_or_runs(tmp_path: Path, context: BrowserContext) -> None:
    site = hostile_site(tmp_path / "site")
    result = run_showcase("build", cwd=site)
    # A vector that Markdown or the schema refuses is told; what is left must publish.
    assert result.code == 0, result.errors
    pages = sorted((site / "public").rglob("*.html"))
    assert len(pages) > 5 * len(VECTORS)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    with static_server(site / "public") as address:
        for path in pages:
            page.goto(f"{address}/{path.relative_to(site / 'public').as_posix()}")
            assert page.evaluate(SMUGGLED) == [], path
        for number, vector in enumerate(VECTORS):
            page.goto(f"{address}/stories/v{number}/")
            assert page.locator("h1").text_content() == vector
        page.goto(f"{address}/search/?q=script")
        page.locator("#search-results li").first.wait_for()
        assert page.evaluate(SMUGGLED) == []
        mark = "%22%3E%3Cimg%20src%3Dx%20onerror%3Dwindow.__xss%3D1%3E"
        page.goto(f"{address}/search/?q={mark}&brand={mark}&place={mark}&language={mark}")
        page.locator(".search-chip").first.wait_for()
        assert page.evaluate(SMUGGLED) == []
