"""From a square that stands askew in a picture to one that lies flat."""

from collections.abc import Sequence

Corner = tuple[float, float]
Square = tuple[Corner, Corner, Corner, Corner]
"""Top left, top right, bottom right, bottom left."""


def perspective(seen: Sequence[Corner], wanted: Sequence[Corner]) -> tuple[float, ...]:
    """Pillow's eight numbers: for each place in the wanted picture, where it comes from. Four corners each.

    Raises ValueError if three of them lie on one line.
    """
    rows, values = [], []
    for (x, y), (u, v) in zip(wanted, seen, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        values += [u, v]
    return tuple(_solve([[*row, value] for row, value in zip(rows, values, strict=True)]))


def place(numbers: Sequence[float], x: float, y: float) -> Corner:
    """Where a place in the wanted picture comes from."""
    a, b, c, d, e, f, g, h = numbers
    deep = g * x + h * y + 1
    return (a * x + b * y + c) / deep, (d * x + e * y + f) / deep


def _solve(table: list[list[float]]) -> list[float]:
    for n in range(len(table)):
        best = max(range(n, len(table)), key=lambda row: abs(table[row][n]))
        table[n], table[best] = table[best], table[n]
        if abs(table[n][n]) < 1e-9:
            raise ValueError("the corners are no square")
        table[n] = [cell / table[n][n] for cell in table[n]]
        for other in range(len(table)):
            if other != n:
                part = table[other][n]
                table[other] = [a - part * b for a, b in zip(table[other], table[n], strict=True)]
    return [row[-1] for row in table]
