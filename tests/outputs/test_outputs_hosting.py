"""Files with HTTP headers, read by the servers that they are for."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from pathlib import Path

import pytest

from pages.pages_catalog import site
from showcase.content.configure import configure
from showcase.model.site import SiteConfig
from showcase.model.source import SourceFile
from showcase.outputs.headers import header_files
from showcase.pages.security import content_security_policy

FOREVER = "public, max-age=31536000, immutable"
MODULES = Path("/usr/lib/apache2/modules")
APACHE = shutil.which("apache2") or shutil.which("apache2", path="/usr/sbin")
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def config(*hosting: str, base_url: str = "https://example.org/brands") -> SiteConfig:
    return replace(site("zh-CN", base_url=base_url), hosting=hosting)


@pytest.fixture
def root() -> Iterator[Path]:
    """A server's root that whatever user the server runs as may read, with a site below it."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    for path in (
        "index.html",
        "404.html",
        "assets/site.css",
        "media/a.1234abcd-480.webp",
        "stories/media/index.html",
    ):
        file = folder / "root/brands" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, encoding="utf-8")
    yield folder
    shutil.rmtree(folder)


def written(folder: Path, settings: SiteConfig) -> None:
    for output in header_files(settings):
        file = folder / "root/brands" / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.data)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answer(port: int, path: str) -> tuple[int, Message, bytes]:
    """The answer of a server that may still be starting."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as response:
                return response.status, response.headers, response.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()
        except urllib.error.URLError:
            time.sleep(0.05)
    raise AssertionError("the server does not answer")


def expect_headers(port: int) -> None:
    policy = f"{content_security_policy(config())}; frame-ancestors 'self'"
    for path, cached in (
        ("/brands/", False),
        ("/brands/stories/media/", False),
        ("/brands/assets/site.css", True),
        ("/brands/media/a.1234abcd-480.webp", True),
        ("/brands/nowhere/", False),
        ("/brands/media/nowhere.webp", False),
    ):
        status, headers, body = answer(port, path)
        assert headers.get_all("Content-Security-Policy") == [policy], path
        assert headers.get_all("X-Content-Type-Options") == ["nosniff"], path
        assert headers.get_all("Cache-Control") == ([FOREVER] if cached else None), path
        assert (status, body == b"404.html") == ((404, True) if "nowhere" in path else (200, False)), path
    assert answer(port, "/brands/media/a.1234abcd-480.webp")[1]["Content-Type"] == "image/webp"


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed (Debian: nginx-core)")
def test_nginx_reads_its_file_and_answers_so(root: Path) -> None:
    written(root, config("nginx"))
    port = free_port()
    temporary = "".join(
        f"{name}_temp_path {root};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (root / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {root}/pid; error_log {root}/log; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary}\n"
        f"server {{ listen 127.0.0.1:{port}; root {root}/root; index index.html;\n"
        f"include {root}/root/brands/nginx-headers.conf; }} }}\n"
    )
    command = [str(NGINX), "-p", str(root), "-e", str(root / "log"), "-c", str(root / "nginx.conf")]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        expect_headers(port)
        assert answer(port, "/brands/nginx-headers.conf")[0] == 404
    finally:
        server.terminate()
        server.wait(10)


@pytest.mark.skipif(
    APACHE is None or not MODULES.is_dir(), reason="Apache is not installed (Debian: apache2-bin)"
)
def test_apache_reads_its_files_and_answers_so(root: Path) -> None:
    written(root, config("apache"))
    port = free_port()
    modules = "\n".join(
        f"LoadModule {name}_module {MODULES}/mod_{name}.so"
        for name in ("mpm_prefork", "authz_core", "dir", "headers", "mime")
    )
    user = "User www-data\nGroup www-data" if os.getuid() == 0 else ""
    (root / "httpd.conf").write_text(
        f"ServerRoot {root}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {root}/pid\nErrorLog {root}/log\n"
        f"{modules}\n{user}\nTypesConfig /dev/null\nDocumentRoot {root}/root\nDirectoryIndex index.html\n"
        f"<Directory {root}/root>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n"
        '<FilesMatch "^\\.ht">\nRequire all denied\n</FilesMatch>\n'
    )
    server = subprocess.Popen(
        [str(APACHE), "-X", "-f", str(root / "httpd.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        expect_headers(port)
    finally:
        server.terminate()
        server.wait(10)


def test_iis_is_told_the_same_in_sound_xml() -> None:
    files = {output.path: output.data for output in header_files(config("iis"))}
    assert sorted(files) == ["assets/web.config", "media/web.config", "web.config"]
    tree = ET.fromstring(files["web.config"])
    headers = {one.get("name"): one.get("value") for one in tree.iter("add")}
    assert (
        headers["Content-Security-Policy"] == f"{content_security_policy(config())}; frame-ancestors 'self'"
    )
    assert {one.get("fileExtension") for one in tree.iter("mimeMap")} >= {".webp", ".woff2"}
    assert [one.get("path") for one in tree.iter("error")] == ["/brands/404.html"]
    removed = [
        one.get("name") or one.get("fileExtension") or one.get("statusCode") for one in tree.iter("remove")
    ]
    assert {*headers, ".webp", "404"} <= set(removed)
    for folder in ("assets", "media"):
        cache = next(ET.fromstring(files[f"{folder}/web.config"]).iter("clientCache"))
        assert cache.get("cacheControlMaxAge") == "365.00:00:00"


def test_edgeone_is_told_the_same_in_sound_json() -> None:
    (output,) = header_files(config("edgeone"))
    rules = {
        rule["source"]: {one["key"]: one["value"] for one in rule["headers"]}
        for rule in json.loads(output.data)["headers"]
    }
    assert rules["/*"]["X-Content-Type-Options"] == "nosniff"
    assert rules["/media/*"] == {"Cache-Control": FOREVER}


@pytest.mark.parametrize(
    ("written", "hosting", "paths"),
    [
        ("", ("netlify",), ["_headers"]),
        ("托管: 无", ("none",), []),
        ("hosting: nginx", ("nginx",), ["nginx-headers.conf"]),
        (
            "托管: [Nginx, Apache, nginx]",
            ("nginx", "apache"),
            [".htaccess", "assets/.htaccess", "media/.htaccess", "nginx-headers.conf"],
        ),
    ],
)
def test_site_yaml_says_for_which_hosts(written: str, hosting: tuple[str, ...], paths: list[str]) -> None:
    source = SourceFile("site.yaml", f"title: a\nbase_url: https://example.org\n{written}\n".encode(), "")
    settings, faults = configure(source)
    assert faults == ()
    assert settings is not None
    assert settings.hosting == hosting
    assert [output.path for output in header_files(settings)] == paths


def test_an_unknown_host_is_told_with_the_nearest() -> None:
    _, faults = configure(
        SourceFile("site.yaml", "title: a\nbase_url: https://example.org\n托管: [ngnix]\n".encode(), "")
    )
    assert faults[0].suggestion == "Nginx"
    assert [(fault.code, fault.location.line) for fault in faults] == [("invalid-choice", 3)]
