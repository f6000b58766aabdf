#!/usr/bin/env python3
"""Lints all QML, warnings being errors, after telling qmllint which types Python declares with @QmlElement.

The types are asked from the living classes (their QMetaObject): whatever Qt itself sees, qmllint sees too.
They go to build/qmltypes/<module>/ as qmldir and plugins.qmltypes.
"""

from __future__ import annotations

import importlib
import importlib.util
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import PySide6
from PySide6 import QtQml
from PySide6.QtCore import QMetaMethod, QMetaObject, QMetaProperty, QObject

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "qmltypes"
QML = ROOT / "ui" / "qml"
# The program itself: the wrapper pyside6-qmllint repeats every file name.
QMLLINT = Path(PySide6.__file__).with_name("qmllint")

exported: dict[type[QObject], dict[str, Any]] = defaultdict(dict)


def main() -> int:
    files = sorted(str(path) for path in QML.rglob("*.qml"))
    if not files:
        print("qmllint: no QML files yet")
        return 0
    listen_to_decorators()
    import_screens()
    write_modules()
    command = [str(QMLLINT), "-I", str(OUT), "-I", str(QML), "--max-warnings", "0", *files]
    found = subprocess.run(command, cwd=ROOT).returncode
    print(f"qmllint: {len(files)} files, {'all well' if not found else 'see above'}")
    return found


def listen_to_decorators() -> None:
    """Takes notes of what PySide6's decorators are used on; they do their own work as ever."""
    for name, notes in (
        ("QmlElement", {"exported": True}),
        ("QmlSingleton", {"singleton": True}),
        ("QmlUncreatable", {"uncreatable": True}),
        ("QmlNamedElement", {}),
    ):
        setattr(QtQml, name, noting(getattr(QtQml, name), notes))


def noting(original: Callable[..., Any], notes: dict[str, Any]) -> Callable[..., Any]:
    def decorate(argument: Any = None) -> Any:
        if isinstance(argument, type):
            exported[argument].update(notes)
            # PySide6 reads QML_IMPORT_NAME from the globals of whoever calls the decorator.
            return eval(
                "original(cls)", vars(sys.modules[argument.__module__]), dict(original=original, cls=argument)
            )
        more = notes or {"exported": True, "name": argument}
        return noting(original(argument), more)  # called with a name or a reason: decorates next

    return decorate


def import_screens() -> None:
    sys.path.insert(0, str(ROOT))
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if "QML_IMPORT_NAME" in path.read_text(encoding="utf-8"):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def write_modules() -> None:
    modules: dict[str, list[type[QObject]]] = defaultdict(list)
    for cls in exported:
        modules[sys.modules[cls.__module__].QML_IMPORT_NAME].append(cls)
    for uri, classes in modules.items():
        folder = OUT.joinpath(*uri.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "qmldir").write_text(f"module {uri}\ntypeinfo plugins.qmltypes\ndepends QtQuick\n")
        bodies = "".join(component(cls, uri) for cls in with_bases(classes))
        (folder / "plugins.qmltypes").write_text(f"import QtQuick.tooling 1.2\nModule {{\n{bodies}}}\n")


def with_bases(classes: list[type[QObject]]) -> list[type[QObject]]:
    """The classes and their own Python bases, each once."""
    line = [base for cls in classes for base in cls.__mro__ if issubclass(base, QObject) and is_ours(base)]
    return list(dict.fromkeys(line))


def is_ours(cls: type[QObject]) -> bool:
    return not cls.__module__.startswith(("PySide6", "Shiboken"))


def component(cls: type[QObject], uri: str) -> str:
    meta: QMetaObject = cls.staticMetaObject  # type: ignore[attr-defined]  # the stubs leave it out
    above = meta.superClass()
    notes = exported.get(cls, {})
    lines = [
        f'name: "{meta.className()}"',
        'accessSemantics: "reference"',
        f'prototype: "{above.className()}"',
    ]
    if "exported" in notes:
        lines += [
            f'exports: ["{uri}/{notes.get("name", cls.__name__)} 1.0"]',
            "exportMetaObjectRevisions: [256]",
        ]
    lines += ["isSingleton: true"] if notes.get("singleton") else []
    lines += ["isCreatable: false"] if notes.get("singleton") or notes.get("uncreatable") else []
    lines += [enumeration(meta, i) for i in range(meta.enumeratorOffset(), meta.enumeratorCount())]
    lines += [property_(meta.property(i)) for i in range(meta.propertyOffset(), meta.propertyCount())]
    lines += [method(meta.method(i)) for i in range(meta.methodOffset(), meta.methodCount())]
    return "    Component {\n" + "".join(f"        {line}\n" for line in lines) + "    }\n"


def enumeration(meta: QMetaObject, index: int) -> str:
    one = meta.enumerator(index)
    keys = ", ".join(f'"{text(one.key(i))}"' for i in range(one.keyCount()))
    return f'Enum {{ name: "{text(one.name())}"; values: [{keys}] }}'


def property_(one: QMetaProperty) -> str:
    name = text(one.name())
    parts = [f'name: "{name}"', type_of(text(one.typeName())), f'read: "{name}"']
    if one.isWritable():
        parts.append(f'write: "set_{name}"')
    else:
        parts.append("isReadonly: true")
    if one.hasNotifySignal():
        parts.append(f'notify: "{text(one.notifySignal().name())}"')
    if one.isConstant():
        parts.append("isPropertyConstant: true")
    return "Property { " + "; ".join(parts) + " }"


def method(one: QMetaMethod) -> str:
    kind = "Signal" if one.methodType() == QMetaMethod.MethodType.Signal else "Method"
    parts = [f'name: "{text(one.name())}"']
    if text(one.typeName()) not in ("", "void"):
        parts.append(type_of(text(one.typeName())))
    names = [text(name) or f"a{i}" for i, name in enumerate(one.parameterNames(), start=1)]
    types = [type_of(text(each)) for each in one.parameterTypes()]
    given = [f'Parameter {{ name: "{name}"; {each} }}' for name, each in zip(names, types, strict=True)]
    return f"{kind} {{ " + "; ".join([*parts, " ".join(given)]) + " }"


def type_of(name: str) -> str:
    pointer = "; isPointer: true" if name.endswith("*") else ""
    return f'type: "{name.rstrip("*")}"{pointer}'


def text(raw: Any) -> str:
    return raw if isinstance(raw, str) else bytes(raw).decode()


if __name__ == "__main__":
    sys.exit(main())
