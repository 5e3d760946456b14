"""What every theme must have: the templates of the page kinds and of the directives."""

from __future__ import annotations

import ast

PAGE_KINDS = (
    "home",
    "story",
    "brand",
    "organisation",
    "place",
    "topic",
    "year",
    "stories",
    "entry_index",
    "place_index",
    "year_index",
    "source_index",
    "search",
    "page",
    "not_found",
    "redirect",
)
DIRECTIVES = (
    "alert",
    "audio",
    "cite",
    "download",
    "figure",
    "gallery",
    "image",
    "metric",
    "metrics",
    "quote",
    "timeline",
    "video",
)
REQUIRED_TEMPLATES = (
    "base.html",
    *(f"{kind}.html" for kind in PAGE_KINDS),
    *(f"directives/{name}.html" for name in DIRECTIVES),
)


def view_reference() -> str:
    """The views as Markdown tables, made from the source of showcase.model.view: what docs/theme-contract.md holds."""
    import inspect

    from showcase.model import view

    tree = ast.parse(inspect.getsource(view))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return "\n".join(_class_table(node) for node in classes)


def _class_table(node: ast.ClassDef) -> str:
    bases = [ast.unparse(base) for base in node.bases]
    beside = f" (and the fields of `{bases[0]}`)" if bases else ""
    lines = [f"### {node.name}{beside}", "", " ".join((ast.get_docstring(node) or "").split()), ""]
    rows = _field_rows(node)
    if rows:
        lines += ["| field | type | meaning |", "| --- | --- | --- |", *rows, ""]
    return "\n".join(lines)


def _field_rows(node: ast.ClassDef) -> list[str]:
    """A row for each field; the string below a field is its meaning."""
    rows = []
    following = [*node.body[1:], None]
    for statement, after in zip(node.body, following, strict=True):
        if not isinstance(statement, ast.AnnAssign):
            continue
        meaning = ""
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            meaning = " ".join(str(after.value.value).split())
        rows.append(
            f"| `{ast.unparse(statement.target)}` | {_type_in_words(statement.annotation)} | {meaning} |"
        )
    return rows


def _type_in_words(annotation: ast.expr) -> str:
    """`tuple[Link, ...]` reads "list of Link", `str` "text"."""
    match annotation:
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=[item, ast.Constant()])):
            return f"list of {_type_in_words(item)}"
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=items)):
            return f"({', '.join(_type_in_words(item) for item in items)})"
        case ast.Subscript(value=ast.Name(id="dict"), slice=ast.Tuple(elts=[key, value])):
            return f"map from {_type_in_words(key)} to {_type_in_words(value)}"
        case ast.BinOp(left=left, right=right):
            return f"{_type_in_words(left)} or {_type_in_words(right)}"
    written = ast.unparse(annotation)
    return {
        "str": "text",
        "int": "whole number",
        "float": "number",
        "bool": "true or false",
        "None": "none",
    }.get(written, written)
