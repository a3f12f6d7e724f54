"""openpyxl's part of the benchmark: python3 openpyxl_job.py read|rows FOLDER COUNT OUT."""
import json
import os
import resource
import sys

import openpyxl
from openpyxl.styles import Alignment, Font

job, folder, count, out = sys.argv[1:5]
files = sorted(name for name in os.listdir(folder) if name.endswith(".xlsx"))[: int(count)]
rows = []
total = 0
for name in files:
    book = openpyxl.load_workbook(os.path.join(folder, name), read_only=True, data_only=True)
    for sheet in book.worksheets:
        for values in sheet.iter_rows(values_only=True):
            total += 1
            if job == "rows":
                rows.append(values)
    book.close()
if job == "rows":
    merged = openpyxl.Workbook(write_only=True)
    sheet = merged.create_sheet("All")
    font = Font(name="Times New Roman", size=12)
    alignment = Alignment(wrap_text=True, vertical="top")
    for values in rows:
        cells = []
        for value in values:
            cell = openpyxl.cell.WriteOnlyCell(sheet, value=value)
            cell.font = font
            cell.alignment = alignment
            cells.append(cell)
        sheet.append(cells)
    merged.save(out)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"work": total, "peak": usage.ru_maxrss / 1024, "cpu": usage.ru_utime + usage.ru_stime}))
