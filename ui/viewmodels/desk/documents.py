"""Files for whoever sits here: in their documents folder, each under a name of its own."""

from pathlib import Path

from platformdirs import user_documents_path


def keep_document(name: str, content: bytes) -> Path:
    """With a number where the name is taken; never over another file. Raises OSError."""
    folder = user_documents_path()
    folder.mkdir(parents=True, exist_ok=True)
    stem, suffix = Path(name).stem, Path(name).suffix
    for n in range(1, 1000):
        path = folder / (name if n == 1 else f"{stem} ({n}){suffix}")
        try:
            with path.open("xb") as file:
                file.write(content)
            return path
        except FileExistsError:
            continue
    raise FileExistsError(name)
