"""Makes this clone ready to run (or, with --dev, to test): system libraries, `.venv`, the locked packages.

Needs nothing but python3. A second call finds its stamp and is done in a few hundredths of a second.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from system import CannotPrepareError, install, missing_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}


def main(arguments: list[str]) -> int:
    try:
        prepare("dev" if "--dev" in arguments else "run")
    except CannotPrepareError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def prepare(kind: str) -> None:
    """Does what is still to do for `run` or `dev`."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file meets whatever python3 the machine has
        raise CannotPrepareError(f"Python 3.11 or newer is needed; {sys.executable} is older.")
    usable = is_usable(kind)
    packages = missing_packages(needs_venv=not usable)
    if packages:
        install(packages)
    still = missing_packages(needs_venv=not usable)
    if still:
        raise CannotPrepareError(f"Installed, yet {sys.executable} still misses: {' '.join(still)}")
    if not usable:
        make_environment()
    if not is_current(kind):
        install_packages(kind)


def is_usable(kind: str) -> bool:
    """Whether `.venv` has a working python and pip; a current stamp is taken at its word."""
    if not PYTHON.exists():
        return False
    return (
        is_current(kind) or subprocess.run([PYTHON, "-c", "import pip"], capture_output=True).returncode == 0
    )


def make_environment() -> None:
    """A new `.venv`; what an interrupted try left is swept away."""
    print("Making the environment .venv", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", str(VENV)])


def install_packages(kind: str) -> None:
    """Exactly the locked versions, then the product itself as a link to this folder."""
    print(f"Installing the packages of {LOCKS[kind]} (once; some 350 MB to load)", flush=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    if not sys.stdout.isatty():
        pip.append("-q")
    run([*pip, "-r", LOCKS[kind]])
    run([*pip, "--no-deps", "--no-build-isolation", "-e", "."])
    stamp(kind).write_text(fingerprint(kind), encoding="utf-8")


def is_current(kind: str) -> bool:
    """An environment for tests is good for running, too."""
    return any(_matches(one) for one in {kind, "dev"})


def _matches(kind: str) -> bool:
    return stamp(kind).exists() and stamp(kind).read_text(encoding="utf-8") == fingerprint(kind)


def stamp(kind: str) -> Path:
    return VENV / f"yizhan-{kind}.stamp"


def fingerprint(kind: str) -> str:
    """Changes when the lock, the project file, this folder's place or Python (as in 3.11) changes."""
    parts = [(ROOT / name).read_bytes() for name in (LOCKS[kind], "pyproject.toml")]
    parts += [str(ROOT).encode(), "{}.{}".format(*sys.version_info).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def run(command: list[str]) -> None:
    if subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL).returncode:
        raise CannotPrepareError(f"This did not work (its own words are above): {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
