"""Loading a theme: its layers found, read, checked, and merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from showcase import __version__
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location, has_errors
from showcase.model.site import SiteConfig
from showcase.store.codec import digest, encode
from showcase.store.store import Store
from showcase.text.nearest import nearest
from showcase.themes.definition import ThemeDefinition, read_definition
from showcase.themes.interface_texts import merge_texts
from showcase.themes.layer_files import LayerFiles, read_layer
from showcase.themes.layers import LayerFolder, ground_folder, leads_outside, theme_folders, theme_names
from showcase.themes.parameters import check_images, choices, merge_definitions, parameter_values
from showcase.themes.stylesheets import check_stylesheets, with_lower_sheets, with_parameters
from showcase.themes.template_checks import check_templates
from showcase.themes.theme import Asset, ParameterValue, TemplateSource, Theme

MAX_LAYERS = 12


def load_theme(
    site: SiteConfig, site_themes: Path | None, store: Store | None = None
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme that the site names, with every layer, and all faults; None when a fault leaves nothing to render with.

    Layers, topmost first: the site's own folder of that name (`site_themes`), the shipped theme of that name, then what
    `extends` names, in the same way. `store` spares templates that were checked before.
    """
    chain = _Chain(site_themes, site.theme_location)
    chain.follow(site.theme, None)
    found = chain.found
    if not chain.layers:
        return None, tuple(found)
    if not chain.definitions:
        label = chain.layers[0].folder.label
        found.append(
            make_diagnostic("theme-file-missing", Location(f"{label}/theme.yaml"), {"name": site.theme})
        )
        return None, tuple(found)

    if chain.broken:
        # The layers below are not known, and whatever they would give would only seem to be missing.
        return None, tuple(found)
    ground, faults = read_layer(ground_folder())
    found += faults
    chain.layers.append(ground)
    definitions = merge_definitions(chain.definitions)
    parameters, faults = parameter_values(site, definitions)
    found += faults
    strings, faults = merge_texts(chain.layers)
    found += faults
    templates = _templates(chain.layers)
    assets = _assets(chain.layers, parameters)
    found += check_images(site, definitions, parameters, assets)
    outside_links = next((one.outside_links for one in chain.definitions if one.outside_links), "links")
    named = next((layer for layer in chain.definitions if layer.name == site.theme), chain.definitions[0])
    theme = Theme(
        name=site.theme,
        version=named.version,
        templates=templates,
        assets=assets,
        strings=strings,
        parameters=parameters,
        digest=digest(
            site.theme,
            named.version,
            encode(templates),
            *(part for asset in assets.values() for part in (asset.path, asset.data)),
            encode(strings),
            encode(parameters),
            outside_links,
        ),
        outside_links=outside_links,
        choices=choices(definitions),
    )
    found += check_templates(theme, chain.layers[0].folder.label, store)
    found += check_stylesheets(theme, dict(_asset_labels(chain.layers)))
    return (None if has_errors(found) else theme), tuple(found)


@dataclass(slots=True)
class _Chain:
    """The layers as they are found, topmost first."""

    site_themes: Path | None
    asked_at: Location
    layers: list[LayerFiles] = field(default_factory=list)
    definitions: list[ThemeDefinition] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    broken: bool = False
    """What a theme extends is not there, or its theme.yaml does not say."""
    _seen: set[Path] = field(default_factory=set)

    def follow(self, name: str, asked: ThemeDefinition | None) -> None:
        """Adds the folders of theme `name`, then of what it extends. `asked` is who extends it."""
        while True:
            folders = theme_folders(name, self.site_themes)
            if folders and self.site_themes and leads_outside(name, self.site_themes):
                where = Location(f"{self.site_themes.name}/{name}")
                self.found.append(make_diagnostic("theme-link-outside", where))
            fresh = [folder for folder in folders if folder.path.resolve() not in self._seen]
            if not fresh:
                self._refuse(name, asked, loop=bool(folders))
                return
            if len(self.layers) + len(fresh) > MAX_LAYERS:
                self._refuse(name, asked, loop=True)
                return
            definition = self._add(fresh)
            if definition is None or not definition.extends:
                return
            name, asked = definition.extends, definition

    def _add(self, folders: list[LayerFolder]) -> ThemeDefinition | None:
        """Reads the folders of one name; the first theme.yaml that extends another theme says how it goes on."""
        last: ThemeDefinition | None = None
        for folder in folders:
            self._seen.add(folder.path.resolve())
            files, faults = read_layer(folder)
            self.layers.append(files)
            self.found += faults
            if files.theme_yaml is None:
                continue
            last, faults = read_definition(files.theme_yaml, folder.name, __version__)
            self.found += faults
            self.broken = self.broken or any(fault.code == "theme-yaml" for fault in faults)
            self.definitions.append(last)
            if last.extends and last.extends != folder.name:
                return last
        if last is not None and last.extends == last.name and len(folders) > 1:
            # A site's theme that extends the shipped one of the same name: that one is the next layer anyway.
            return None
        return last

    def _refuse(self, name: str, asked: ThemeDefinition | None, *, loop: bool) -> None:
        if asked is None:
            suggestion = nearest(name, theme_names(self.site_themes))
            names = ", ".join(theme_names(self.site_themes))
            self.found.append(
                make_diagnostic(
                    "theme-unknown",
                    self.asked_at,
                    {"name": name, "names": names},
                    suggestion=suggestion,
                )
            )
            return
        self.broken = True
        where = asked.extends_location or asked.location
        code = "theme-extends-loop" if loop else "theme-extends-unknown"
        suggestion = "" if loop else nearest(name, theme_names(self.site_themes))
        self.found.append(
            asked.source.diagnostic(code, where, {"name": name, "theme": asked.name}, suggestion=suggestion)
        )


def _templates(layers: list[LayerFiles]) -> dict[str, tuple[TemplateSource, ...]]:
    """Path → every layer's version, topmost first; paths in order of name."""
    versions: dict[str, list[TemplateSource]] = {}
    for number, files in _numbered(layers):
        for path, text in files.templates:
            versions.setdefault(path, []).append(TemplateSource(path, number, text.path, text.text))
    return {path: tuple(versions[path]) for path in sorted(versions)}


def _numbered(layers: list[LayerFiles]) -> list[tuple[int, LayerFiles]]:
    """The site's own layer is 0, the others count from 1."""
    first = 0 if layers[0].folder.own else 1
    return list(enumerate(layers, first))


def _assets(layers: list[LayerFiles], parameters: Mapping[str, ParameterValue]) -> dict[str, Asset]:
    versions: dict[str, list[bytes]] = {}
    for files in layers:
        for path, data in files.assets:
            versions.setdefault(path, []).append(data)
    return {
        path: Asset(path, with_parameters(path, with_lower_sheets(path, versions[path]), parameters))
        for path in sorted(versions)
    }


def _asset_labels(layers: list[LayerFiles]) -> list[tuple[str, str]]:
    """Path of each asset → how messages call the file that won. Lower layers first, so that the topmost stays."""
    return [
        (path, f"{files.folder.label}/assets/{path}")
        for files in reversed(layers)
        for path, _ in files.assets
    ]
