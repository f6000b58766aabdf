"""What this machine must have before the environment can be made: the libraries of Qt, and venv."""

from __future__ import annotations

import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

LIBRARIES = Path(__file__).with_name("libraries.txt")
QUIET_APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120")


class CannotPrepareError(Exception):
    """The person at the machine has to do something first; the text says what."""


def wanted() -> dict[str, str]:
    """Library file to package name."""
    rows = (line.split() for line in LIBRARIES.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[1] for row in rows if row and row[0] != "#"}


def present_libraries() -> set[str]:
    """The shared libraries of this machine's own kind that the loader knows."""
    ldconfig = shutil.which("ldconfig", path="/sbin:/usr/sbin:" + os.environ.get("PATH", ""))
    if ldconfig is None:
        return set()
    listed = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=True).stdout
    here = "x86-64" if os.uname().machine == "x86_64" else ""
    return {line.split()[0] for line in listed.splitlines()[1:] if line.strip() and here in line}


def missing_packages(needs_venv: bool) -> list[str]:
    """The packages to install, none when all is there. Only Linux borrows libraries from the system."""
    if not sys.platform.startswith("linux"):
        return []
    present = present_libraries()
    importlib.invalidate_caches()  # venv may have been installed a moment ago
    packages = {package for library, package in wanted().items() if library not in present}
    if needs_venv and importlib.util.find_spec("ensurepip") is None:
        packages.add("python3-venv")
    return sorted(packages)


def install(packages: list[str]) -> None:
    """Installs them without ever asking; says the one line to paste where that is not possible."""
    names = " ".join(packages)
    line = f"apt-get update && apt-get install -y --no-install-recommends {names}"
    if shutil.which("apt-get") is None:
        raise CannotPrepareError(f"This machine lacks what these Debian packages hold: {names}")
    sudo = _way_to_root()
    if sudo is None:
        paste = f"{'sudo sh' if shutil.which('sudo') else 'su'} -c '{line}'"
        raise CannotPrepareError(
            f"System packages are missing. Paste this line, then try again:\n\n{paste}\n"
        )
    print(f"Installing system packages: {names}", flush=True)
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*sudo, *QUIET_APT, *step], stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        if done.returncode and step[0] == "install":
            print(done.stdout, done.stderr, file=sys.stderr)
            raise CannotPrepareError(f"apt-get could not. As root, this line tells more:\n\n{line}\n")


def _way_to_root() -> list[str] | None:
    """Nothing to put before a command for root, `sudo -n` where it needs no password, None for neither."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    silent = subprocess.run(["sudo", "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True)
    return ["sudo", "-n"] if silent.returncode == 0 else None
