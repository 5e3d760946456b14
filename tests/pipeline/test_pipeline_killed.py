"""A program that is killed leaves nothing running behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

_BUSY = """
import os, time
from showcase.workers import Workers

def work(item, context):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(0.01)

with Workers(2) as workers:
    list(workers.map(work, range(10**6), None))
"""


def test_processes_of_the_pool_end_with_a_killed_program(tmp_path: Path) -> None:
    script = tmp_path / "busy.py"
    script.write_text(_BUSY, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, bufsize=0) as program:
        assert program.stdout
        found: set[int] = set()
        while len(found) < 2:
            found.add(int(program.stdout.readline()))
        os.kill(program.pid, signal.SIGKILL)
        try:
            # The pipe that all of them write to ends when the last of them does.
            program.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            for process in found:
                os.kill(process, signal.SIGKILL)
            raise
