"""Checks that a text can be read in a picture of a terminal.

usage: contrast.py PICTURE.xwd WIDTHxHEIGHT TEXT

WIDTHxHEIGHT is the size of a cell in pixels; the terminal is at the picture's upper left corner, without a border. TEXT is
a file with the rows that the terminal shows. Each letter and digit of it must have at least 4.5:1 with the color behind
it. Prints the rows in which one has less, and marks it; the exit status is 1 if there is any.
"""

import struct
import sys
import unicodedata
from collections import Counter

LEAST = 4.5  # WCAG 2.2, level AA


def picture(path):
    """Returns a picture's width and height, and a function that counts the colors of a rectangle."""
    with open(path, "rb") as file:
        data = file.read()
    header = struct.unpack(">25I", data[:100])
    size, version, width, height = header[0], header[1], header[4], header[5]
    order, per_pixel, line, colors = header[7], header[11], header[12], header[19]
    step = per_pixel // 8  # 3 where windows have different visuals
    assert version == 7 and step in (3, 4) and order == 0, f"this reads 3 or 4 bytes per pixel, blue first: {header}"
    start = size + colors * 12

    def count(left, top, across, down):
        pixels = Counter()
        for y in range(top, top + down):
            row = data[start + y * line + left * step : start + y * line + (left + across) * step]
            pixels.update(row[at : at + 3] for at in range(0, len(row), step))
        return [tuple(pixel[::-1]) for pixel, _ in pixels.most_common()]

    return width, height, count


def luminance(color):
    parts = [c / 255 / 12.92 if c <= 0.04045 * 255 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a, b):
    bright, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def cells(row):
    """Yields each character of a row with the column in which it begins."""
    column = 0
    for character in row:
        if unicodedata.combining(character):
            continue
        yield column, character
        column += 2 if unicodedata.east_asian_width(character) in "WF" else 1


def main(path, cell, text):
    cell_width, cell_height = map(int, cell.split("x"))
    width, height, count = picture(path)
    with open(text, encoding="utf-8") as file:
        rows = file.read().split("\n")
    letters, faint = 0, 0
    for y, row in enumerate(rows):
        marks, least = [" "] * len(row), None
        for x, character in cells(row):
            if not character.isalnum() or (x + 1) * cell_width > width or (y + 1) * cell_height > height:
                continue
            letters += 1
            behind, *ink = count(x * cell_width, y * cell_height, cell_width, cell_height)
            found = max((contrast(c, behind) for c in ink), default=1.0)
            if found < LEAST:
                faint += 1
                marks[x] = "^"
                least = found if least is None else min(least, found)
        if least is not None:
            print(row)
            print("".join(marks).rstrip(), f"{least:.1f}:1")
    print(f"{letters} letters, {faint} with less than {LEAST}:1")
    return 0 if letters > 100 and faint == 0 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
