"""The lines that `make bench` prints: what was measured, beside what it must reach."""

import statistics
from collections.abc import Callable, Sequence
from time import perf_counter


def line(work: str, measured: str, wanted: str) -> None:
    print(f"| {work} | {measured} | {wanted} |", flush=True)


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    return share(values, 0.95)


def share(values: Sequence[float], below: float) -> float:
    """The value that such a share of them stays below."""
    return sorted(values)[int(len(values) * below)]


def ms(value: float) -> str:
    return f"{value * 1000:.2f} ms"
