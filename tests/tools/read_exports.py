"""Reads the exports of the example with pandas, as an analyst would: no options but the sheet's name."""
import sqlite3
import sys

import openpyxl
import pandas

lines = int(sys.argv[1])


def expect(holds, what):
    if not holds:
        sys.exit("pandas: " + what)


evidence = pandas.read_excel("positions.xlsx", sheet_name="Evidence")
expect(len(evidence) == lines, f"{len(evidence)} rows of evidence, {lines} expected")
expect(pandas.api.types.is_datetime64_any_dtype(evidence["date"]), "dates are no dates")
expect(set(evidence["stance"]) <= {"support", "oppose", "neutral"}, "stances are something else")

matrix = pandas.read_excel("positions.xlsx", sheet_name="Matrix", header=3)
expect(list(matrix.columns[:2]) == ["actor", "name"], "the matrix has other heads")
cells = pandas.read_excel("positions.xlsx", sheet_name="Cells")
expect(cells["lean"].dropna().between(-1, 1).all(), "a lean lies outside -1 to 1")

book = openpyxl.load_workbook("positions.xlsx")
expect(book.sheetnames == ["Matrix", "Cells", "Evidence", "Quotes", "Method"], "the sheets are others")
for sheet in book.worksheets:
    for row in sheet.iter_rows():
        for cell in row:
            expect(cell.data_type != "f", f"{sheet.title} {cell.coordinate} is a formula")
links = [cell for row in book["Matrix"].iter_rows(min_row=5, min_col=3) for cell in row if cell.hyperlink]
expect(links, "no cell leads to its evidence")
for cell in links:
    sheet, place = cell.hyperlink.location.replace("'", "").split("!")
    row = book[sheet][place].row
    actor = book["Matrix"].cell(cell.row, 1).value
    expect(book["Evidence"].cell(row, 2).value == actor or " " in cell.value, f"{cell.coordinate} leads to another's evidence")
    back = book["Evidence"].cell(row, 1).hyperlink
    if book["Evidence"].cell(row, 2).value == actor:
        expect(back.location.replace("'", "") == "Matrix!" + cell.coordinate, f"{cell.coordinate} has no way back")

csv = pandas.read_csv("evidence.csv")
expect(len(csv) == lines, "evidence.csv has other rows")
expect(list(pandas.read_csv("matrix.csv").columns[:2]) == ["actor", "name"], "matrix.csv has other heads")

with sqlite3.connect("positions.sqlite") as database:
    read = pandas.read_sql("SELECT * FROM evidence", database)
    expect(len(read) == lines, "SQLite has other rows")
    wide = pandas.read_sql("SELECT * FROM matrix_long", database).pivot(index="actor", columns="issue", values="code")
    expect(wide.loc["IRN"].notna().all(), "Iran lacks cells")
    expect(not list(database.execute("PRAGMA foreign_key_check")), "a key leads nowhere")
