"""`make pictures`: the README's pictures, sheets of what the tour has just photographed."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
TOUR, OUT = ROOT / "build" / "tour", ROOT / "assets" / "pictures"
GAP = 12
KIOSK, DESK = (324, 576, 5), (820, 461, 2)  # wide, high, columns
PAPER = "#d8d2c6"
SHEETS = {
    "around": ["home-zh-01", "home-zh-02", "home-zh-04", "home-zh-05", "offline-zh-0*", "busy-zh-0*", "trouble-zh-0*",
               "mistake-zh-0*", "home-zh-large-01"],
    "errand": ["tickets-zh-0*", "tickets_form-zh-0*", "tickets-zh-large-0[1345]", "tickets-en-0[34]"],
    "room": ["rooms-zh-0*", "rooms_person-zh-0[4567]", "rooms_refused-zh-0[57]", "rooms-zh-large-0[235]", "rooms-en-0[38]"],
    "book": ["library_search-zh-0*", "library_borrow-zh-0*", "library_return-zh-0[25]", "library_loans-zh-0[13]",
             "library_wrong_pin-zh-0[24]", "library_hold-zh-0[34]", "library_loans-zh-large-01", "library_borrow-en-05"],
    "slip": ["slip_number-zh-0*", "slip_booking-zh-0*", "slip_check_in-zh-0*", "slip_unknown-zh-0*",
             "slip_rating-zh-0[13]", "slip_weekly-zh-01",
             "slip_waiting-zh-01", "slip_number-zh-large-01"],
    "desk": ["desk_today-zh-01", "desk_counter-zh-02", "desk_requests-zh-03", "desk_today-zh-03"],
    "more": ["home_calls-zh-01", "tickets_again-zh-01", "tickets_closed-zh-0[23]", "rooms_instead-zh-0[56]",
             "rooms_weekly-zh-05", "library_classes-zh-0[12]", "library_family-zh-01", "library_queue-zh-02", "my_page-zh-0*",
             "my_books_remembered-zh-01"],
}  # fmt: skip


def main() -> None:
    OUT.mkdir(exist_ok=True)
    for name, patterns in SHEETS.items():
        files = [path for pattern in patterns for path in sorted(TOUR.glob(f"{pattern}.png"))]
        sheet(files).save(OUT / f"{name}.png", optimize=True)
        print(f"assets/pictures/{name}.png: {len(files)} screens")


def sheet(files: list[Path]) -> Image.Image:
    with Image.open(files[0]) as first:
        wide, high, columns = DESK if first.width > first.height else KIOSK
    rows = -(-len(files) // columns)
    page = Image.new("RGB", (columns * (wide + GAP) + GAP, rows * (high + GAP) + GAP), PAPER)
    for n, path in enumerate(files):
        with Image.open(path) as picture:
            small = picture.convert("RGB").resize((wide, high), Image.Resampling.LANCZOS)
        page.paste(small, (GAP + n % columns * (wide + GAP), GAP + n // columns * (high + GAP)))
    return page.quantize(128)


if __name__ == "__main__":
    main()
