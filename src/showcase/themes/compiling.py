"""How templates become Python: Jinja's own way, but for what a page does hundreds of times.

Jinja asks the sandbox for every `a.b`, prints every value through two functions that make markup of it, and gives every
piece of text through all generators on its way up. What is written here means the same: a field of a view is read as such
where the value is a view, a text without special characters is printed as it is, and pieces that follow each other are
given as one.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst

PAID = {"paid_value": "_paid", "sought_in": "_sought", "joined_texts": "_joined", "spent_steps": "_spent"}
"""The counting filters (showcase.themes.environment) that are called by name: filter → name in the compiled template."""


class TemplateCompiler(CodeGenerator):
    """Compiles for an environment that has `view_fields` (field → types of views that have it) and `running`, the
    functions that the names of PAID, `_printed` and `_call` stand for."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's names
        self._fields: set[str] = set()
        super().visit_Template(node, frame)
        # They are looked up when a page runs, and so may stand last, when all are known.
        for field in sorted(self._fields):
            self.writeline(f"_has_{field} = environment.view_fields[{field!r}]")
        for name in (*PAID.values(), "_printed", "_call", "_module"):
            self.writeline(f"{name} = environment.running[{name!r}]")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        if frame.require_output_check or frame.buffer is not None or frame.eval_ctx.volatile:
            super().visit_Output(node, frame)
            return
        body = self._parts(node, frame)
        if len(body) > 1:
            self.writeline("yield concat((")
            self.indent()
        for item in body:
            if isinstance(item, list):
                text = self._output_const_repr(item)
                self.writeline(f"{text}," if len(body) > 1 else f"yield {text}")
                continue
            if len(body) > 1:
                self.newline(item)
            else:
                self.writeline("yield ", item)
            finalize = self._make_finalize()
            self._output_child_pre(item, frame, finalize)
            self.visit(item, frame)
            self._output_child_post(item, frame, finalize)
            if len(body) > 1:
                self.write(",")
        if len(body) > 1:
            self.outdent()
            self.writeline("))")

    def _parts(self, node: nodes.Output, frame: Frame) -> list[Any]:
        """What is printed, constants that follow each other put together in lists (as Jinja does)."""
        finalize = self._make_finalize()
        body: list[Any] = []
        for child in node.nodes:
            try:
                constant = self._output_child_to_const(child, frame, finalize)
            except Exception:  # noqa: BLE001 - it fails when the page runs, with its line
                body.append(child)
                continue
            if body and isinstance(body[-1], list):
                body[-1].append(constant)
            else:
                body.append([constant])
        return body

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("_printed(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        fields: Any = self.environment.view_fields  # type: ignore[attr-defined]
        if node.attr not in fields:
            self.write("environment.getattr(")
            self.visit(node.node, frame)
            self.write(f", {node.attr!r})")
            return
        self._fields.add(node.attr)
        value = self.temporary_identifier()
        self.write(f"({value}.{node.attr} if type({value} := ")
        self.visit(node.node, frame)
        self.write(f") in _has_{node.attr} else environment.getattr({value}, {node.attr!r}))")

    @optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        # Without the variables of loops and blocks: they are for functions that ask for a context, and none here does.
        self.write("_call(context, ")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    @optimizeconst
    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        name = PAID.get(node.name)
        if name is None or node.node is None:
            super().visit_Filter(node, frame)
            return
        self.write(f"{name}(")
        self.visit(node.node, frame)
        self.write(")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        # Modules that are the same wherever they are imported are made once.
        self.write("(_module(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r}) or ")
        super()._import_common(node, frame)
        self.write(")")
