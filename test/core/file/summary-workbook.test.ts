import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../../core/file/package.ts';
import { readWorkbook } from '../../../core/file/read.ts';
import { SheetFull, writeSummaryWorkbook } from '../../../core/file/summary-workbook.ts';
import { ZipWriter } from '../../../core/file/zip-writer.ts';
import { FigureMismatch } from '../../../core/file/summary/figures.ts';
import type { SubmissionRow, Summary } from '../../../core/merge/summary.ts';
import { a1, parseA1, type Sheet, type Workbook } from '../../../core/sheet.ts';
import { deflate, inflate } from '../../../functions/zlib.ts';
import { buildSummary } from './summary.ts';

const createdAt = '2023-11-30T02:00:00Z';
const limits = { workbookBytes: 64 << 20, entryBytes: 512 << 20, totalBytes: 1 << 30, ratio: 10_000 };
const summary = buildSummary({ organisations: 61 });

function write(of: Summary, includeMembers = true): Promise<Uint8Array> {
  return writeSummaryWorkbook(of, { deflate, inflate, includeMembers, createdAt });
}

function read(bytes: Uint8Array): Workbook {
  return readWorkbook(bytes, { inflate, limits });
}

function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** A sheet's values by address. */
function values(sheet: Sheet): Map<string, unknown> {
  return new Map(
    sheet.rows.flatMap((row) =>
      row.cells.map((cell) => [a1({ row: row.row, column: cell.column }), cell.value] as const),
    ),
  );
}

/** The column of a header, and its values from the first data row. */
function column(sheet: Sheet, header: string): unknown[] {
  const heads = sheet.rows.find(({ row }) => row === 4)?.cells ?? [];
  const at = heads.find(({ value }) => value === header)?.column;
  if (at === undefined) throw new Error(`no column ${header}`);
  return sheet.rows
    .filter(({ row }) => row > 4)
    .map((row) => row.cells.find((cell) => cell.column === at)?.value ?? null);
}

function part(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(openPackage(bytes, { inflate, limits }).read(name));
}

/** The number of the sheet part: parts are numbered in sheet order. */
function sheetPart(bytes: Uint8Array, name: string): string {
  const names = Array.from(part(bytes, 'xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g), ([, one]) => one);
  return part(bytes, `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`);
}

function hyperlinks(xml: string): { cell: string; sheet: string; target: string }[] {
  return Array.from(
    xml.matchAll(/<hyperlink ref="([A-Z]+\d+)" location="'([^']+)'!([A-Z]+\d+)"/g),
    ([, cell, sheet, target]) => ({
      cell: cell ?? '',
      sheet: (sheet ?? '').replace(/&#x([0-9A-F]+);/g, (_whole, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      ),
      target: target ?? '',
    }),
  );
}

describe('the summary workbook', async () => {
  const bytes = await write(summary);
  const workbook = read(bytes);

  it('has the eleven sheets in order', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Tổng quan',
      'Tình hình nộp',
      'Đội ngũ',
      'Danh sách',
      'Nội dung',
      'Kiến nghị',
      'Công tác năm',
      'Phát hiện',
      'Đối soát',
      'Nguồn',
      'So với kỳ trước',
    ]);
  });

  it('gives equal bytes for equal input', async () => {
    expect(Buffer.from(await write(buildSummary({ organisations: 61 }))).equals(Buffer.from(bytes))).toBe(true);
  });

  it('opens in exceljs with a table over the whole extent of each table sheet', async () => {
    const opened = new ExcelJS.Workbook();
    await opened.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    const rows: Record<string, number> = {
      'Tình hình nộp': summary.submissions.length,
      'Đội ngũ': summary.teams.length,
      'Danh sách': summary.members.length,
      'Nội dung': summary.streams.length,
      'Kiến nghị': summary.proposals.length,
      'Công tác năm': summary.year.length,
      'Phát hiện': summary.findings.length,
      'Đối soát': summary.reconciliation.length,
      Nguồn: summary.sources.length,
      'So với kỳ trước': summary.changes.length,
    };
    for (const [index, [name, count]] of Object.entries(rows).entries()) {
      const sheet = opened.getWorksheet(name);
      expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
      const table = part(bytes, `xl/tables/table${index + 1}.xml`);
      const last = /<autoFilter ref="A4:([A-Z]+)(\d+)"/.exec(table);
      expect(Number(last?.[2])).toBe(4 + count);
      expect(table).toContain(` ref="A4:${last?.[1] ?? ''}${4 + count}"`);
      expect(sheetPart(bytes, name)).toContain(`<dimension ref="A1:${last?.[1] ?? ''}${4 + count}"/>`);
      const headers = Array.from(table.matchAll(/<tableColumn id="\d+" name="([^"]+)"/g), ([, header]) => header);
      expect(headers).toEqual(headers.map((_header, at) => sheet?.getCell(4, at + 1).value));
    }
  });

  it('shows dates as dates and receipts in Vietnamese time', () => {
    const sheet = sheetOf(workbook, 'Tình hình nộp');
    const first = sheet.rows.find(({ row }) => row === 5)?.cells.find(({ column: at }) => at === 7);
    // 2023-11-20T00:00:11Z is 07:00:11 on 20 November in Việt Nam.
    expect(first?.value).toBeCloseTo(45250 + (7 * 3600 + 11) / 86_400, 9);
    expect(first?.style.date).toBe(true);
    expect(column(sheetOf(workbook, 'Đội ngũ'), 'Rà soát gần nhất').slice(0, 3)).toEqual([45092, '03/2022', '2021']);
  });

  it('says on the sheet how a size stands against its limits', () => {
    const verdicts = column(sheetOf(workbook, 'Đội ngũ'), 'Đánh giá');
    expect(verdicts).toEqual(
      summary.teams.map(({ size, minimum, maximum }) =>
        size > (maximum ?? 0)
          ? `vượt ${size - (maximum ?? 0)}`
          : size < (minimum ?? 0)
            ? `thiếu ${(minimum ?? 0) - size}`
            : 'đạt',
      ),
    );
    expect(verdicts).toContain('vượt 2');
    expect(verdicts).toContain('thiếu 1');
  });

  it('puts the figures first, capacity exceeded included', () => {
    const texts = [...values(sheetOf(workbook, 'Tổng quan')).values()];
    expect(texts).toContain('ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG');
    expect(texts).toContain('58/61');
    expect(texts).toContain(
      `vượt ${summary.figures.people - (summary.figures.capacity ?? 0)} so với ${summary.figures.capacity ?? 0}`,
    );
    expect(texts).toContain('cần đôn đốc');
    expect(texts).toContain('3 tổ chức chưa nộp, 4 tổ chức nộp muộn, 4 tổ chức nộp trong thời gian gia hạn chung.');
  });

  it('does not say of a committee whose report was turned down that it sent nothing', async () => {
    const owing = summary.submissions.filter((row) => row.timeliness === 'missing');
    const [silent, turnedDown, withdrawn] = owing.map(({ name }) => name);
    const submissions = summary.submissions.map((row): SubmissionRow => {
      if (row.name === turnedDown) return { ...row, status: 'rejected' };
      return row.name === withdrawn ? { ...row, status: 'withdrawn' } : row;
    });
    const texts = [...values(sheetOf(read(await write({ ...summary, submissions })), 'Tổng quan')).values()];
    expect(texts).toContain(`${silent}; ${turnedDown} (không đạt); ${withdrawn} (đã rút).`);
  });

  it('leads from every merged row to its source and back', () => {
    const keys = values(sheetOf(workbook, 'Nguồn'));
    const tables: [string, readonly { source: string | null }[]][] = [
      ['Tình hình nộp', summary.submissions],
      ['Đội ngũ', summary.teams],
      ['Danh sách', summary.members],
      ['Nội dung', summary.streams],
      ['Kiến nghị', summary.proposals],
      ['Công tác năm', summary.year],
    ];
    for (const [name, rows] of tables) {
      const links = new Map(hyperlinks(sheetPart(bytes, name)).map((link) => [parseA1(link.cell)?.row, link]));
      for (const [index, { source }] of rows.entries()) {
        const link = links.get(5 + index);
        if (source === null) expect(link).toBeUndefined();
        else expect([link?.sheet, keys.get(link?.target ?? '')]).toEqual(['Nguồn', source]);
      }
    }
    const back = hyperlinks(sheetPart(bytes, 'Nguồn'));
    expect(back).toHaveLength(summary.sources.length);
    const seventh = back[6];
    expect([seventh?.sheet, seventh?.target]).toEqual(['Danh sách', 'A10']);
  });

  it('has four charts over real cells, with the values those cells hold', () => {
    const overview = values(sheetOf(workbook, 'Tổng quan'));
    for (const number of [1, 2, 3, 4]) {
      const chart = part(bytes, `xl/charts/chart${number}.xml`);
      expect(chart).toContain('<c:legend>');
      const references = Array.from(
        chart.matchAll(
          /<c:f>'Tổng quan'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?<\/c:f><c:(?:str|num)Cache>(.*?)<\/c:(?:str|num)Cache>/g,
        ),
      );
      expect(references.length).toBeGreaterThanOrEqual(3);
      for (const [, left = '', top = '', right = left, bottom = top, cache = ''] of references) {
        const from = parseA1(left + top);
        const to = parseA1(right + bottom);
        const cells: string[] = [];
        for (let row = from?.row ?? 0; row <= (to?.row ?? 0); row += 1)
          for (let at = from?.column ?? 0; at <= (to?.column ?? 0); at += 1)
            cells.push(String(overview.get(a1({ row, column: at }))));
        expect(Array.from(cache.matchAll(/<c:v>(.*?)<\/c:v>/g), ([, text]) => text)).toEqual(cells);
      }
    }
    expect(part(bytes, 'xl/drawings/drawing1.xml').match(/<xdr:graphicFrame /g)).toHaveLength(4);
  });

  it('is set up for printing: A4 landscape, one page wide, headers repeated, page numbers', () => {
    for (const name of workbook.sheets.map((sheet) => sheet.name)) {
      const xml = sheetPart(bytes, name);
      const setUp = /<pageSetup [^>]*>/.exec(xml)?.[0];
      for (const attribute of ['paperSize="9"', 'orientation="landscape"', 'fitToWidth="1"', 'fitToHeight="0"'])
        expect(setUp).toContain(attribute);
      expect(/<oddFooter>[^<]*/.exec(xml)?.[0]).toContain('Trang &amp;P/&amp;N');
    }
    const names = part(bytes, 'xl/workbook.xml');
    expect(names.match(/_xlnm.Print_Titles/g)).toHaveLength(10);
    expect(names).toContain(`'!$A$1:$P$${4 + summary.submissions.length}<`.replace("'", '&apos;'));
    expect(names).not.toContain('externalReference');
  });
});

describe('without members', async () => {
  const named: Summary = {
    ...summary,
    findings: summary.findings.map((row, index) =>
      index === 0
        ? {
            ...row,
            finding: { ...row.finding, message: { vi: 'Trùng tên: NGUYỄN văn an, hai dòng.', en: 'Nguyễn Văn An' } },
          }
        : row,
    ),
  };
  const bytes = await write(named, false);
  const workbook = read(bytes);

  it('leaves out the list and its sources', () => {
    expect(workbook.sheets.map(({ name }) => name)).not.toContain('Danh sách');
    const kept = column(sheetOf(workbook, 'Nguồn'), 'Mã nguồn');
    expect(kept).toHaveLength(summary.sources.length - summary.members.length);
    expect(kept).not.toContain(summary.members[0]?.source);
  });

  it('holds no member name anywhere', () => {
    const parts = openPackage(bytes, { inflate, limits });
    const all = parts.names
      .map((name) => new TextDecoder().decode(parts.read(name)))
      .join('\n')
      .toLowerCase();
    for (const { name } of summary.members) expect(all).not.toContain(name.toLowerCase());
    expect(column(sheetOf(workbook, 'Phát hiện'), 'Nội dung phát hiện')[0]).toBe(
      'Trùng tên: (đã ẩn họ tên), hai dòng.',
    );
  });
});

describe('hostile and odd text', async () => {
  const texts = [
    '=1+1',
    '+84 1',
    '-2+3',
    '@SUM(A1)',
    '=HYPERLINK("http://example.org","x")',
    '\u0000\u0001\u001Fhết',
    '_x0041_',
    'dòng 1\r\ndòng 2\tcột',
    '\uD800 nửa ký tự',
    '<a href="x">&amp;</a>',
    '  hai đầu  ',
    'dài '.repeat(9_000),
  ];
  const [first] = summary.streams;
  if (!first) throw new Error('the summary has streams');
  const odd: Summary = {
    ...summary,
    streams: texts.map((text, index) => ({ ...first, field: text.slice(0, 200), issue: `${index}`, text })),
    figures: { ...summary.figures, streams: texts.length, issues: texts.length },
  };
  const bytes = await write(odd);
  const sheet = sheetOf(read(bytes), 'Nội dung');
  const shown = column(sheet, 'Luồng ý kiến');

  it('stays text, character for character', () => {
    expect(shown.slice(0, 5)).toEqual(texts.slice(0, 5));
    expect(shown[6]).toBe('_x0041_');
    expect(shown[7]).toBe('dòng 1\ndòng 2\tcột');
    expect(shown[8]).toBe('\uFFFD nửa ký tự');
    expect(shown[9]).toBe(texts[9]);
    expect(shown[10]).toBe(texts[10]);
    for (const row of sheet.rows.filter(({ row }) => row > 4))
      for (const cell of row.cells) expect(cell.formula).toBeUndefined();
    expect(part(bytes, 'xl/sharedStrings.xml')).toContain('_x0000__x0001__x001F_hết');
  });

  it('is cut with a note when a cell cannot hold it', () => {
    expect(String(shown[11])).toHaveLength(32_767);
    expect(shown[11]).toMatch(/ … \[đã cắt bớt: toàn văn có 36000 ký tự, xem tệp nguồn\]$/);
  });
});

describe('limits', () => {
  it('writes a valid workbook when nothing was merged', async () => {
    const empty = buildSummary({ organisations: 0 });
    const workbook = read(await write({ ...empty, previousPeriod: null, changes: [] }));
    expect(values(sheetOf(workbook, 'Công tác năm')).get('A2')).toBe('Không có bản ghi công tác năm nào trong kỳ này.');
    expect(values(sheetOf(workbook, 'So với kỳ trước')).get('A2')).toBe('Không có số liệu kỳ trước để so sánh.');
    expect([...values(sheetOf(workbook, 'Tổng quan')).values()]).toContain('Kỳ này không có luồng ý kiến nào.');
  });

  it('fails plainly when a sheet would need more rows than Excel has', async () => {
    const [change] = summary.changes;
    const most = 1_048_576 - 4;
    const full = { ...summary, changes: new Array<Summary['changes'][number]>(most + 1).fill(change ?? never()) };
    await expect(write(full)).rejects.toThrow(SheetFull);
    await expect(write(full)).rejects.toMatchObject({
      reason: {
        vi: 'Trang «So với kỳ trước» cần 1048577 dòng, vượt quá 1.048.576 dòng của Excel. Hãy tổng hợp theo từng nhóm tổ chức.',
      },
    });
  });

  it('fails when a figure does not tie to its rows', async () => {
    const wrong = { ...summary, figures: { ...summary.figures, streams: summary.figures.streams + 1 } };
    await expect(write(wrong)).rejects.toThrow(FigureMismatch);
  });

  it('uses link formulas where a sheet has more links than Excel keeps', async () => {
    const [member] = summary.members;
    const members = new Array<Summary['members'][number]>(65_531).fill(member ?? never());
    const xml = sheetPart(await write({ ...summary, members }), 'Danh sách');
    // The part has tens of megabytes: it is not put into a message.
    expect(xml.includes('<hyperlink ')).toBe(false);
    expect(xml.includes(`<f>HYPERLINK("#'Ngu&#x1ED3;n'!A6","S2")</f><v>S2</v>`)).toBe(true);
  });
});

const office = spawnSync('soffice', ['--version']).status === 0;

/** Converts with a fresh profile that always recalculates. */
function convert(bytes: Uint8Array, to: 'xlsx' | 'pdf'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  try {
    mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
    const item = (name: string): string =>
      `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="${name}" oor:op="fuse"><value>0</value></prop></item>`;
    writeFileSync(
      join(folder, 'profile', 'user', 'registrymodifications.xcu'),
      `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">${item('OOXMLRecalcMode')}</oor:items>`,
    );
    writeFileSync(join(folder, 'summary.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), join(folder, 'summary.xlsx')],
      { stdio: 'ignore' },
    );
    return new Uint8Array(readFileSync(join(folder, 'out', `summary.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.runIf(office)('in LibreOffice', { timeout: 180_000 }, () => {
  it.each([
    ['a month of 61 organisations', summary],
    ['more fields and attitudes than the overview shows', manyFields()],
    ['an empty month', buildSummary({ organisations: 0 })],
  ])('recalculates to the values we wrote: %s', async (_name, one) => {
    const bytes = await write(one);
    const ours = read(bytes);
    // Wrong cached values first, so that equal results prove a recalculation.
    const theirs = read(convert(spoiled(bytes), 'xlsx'));
    let formulas = 0;
    for (const sheet of ours.sheets) {
      const recalculated = values(sheetOf(theirs, sheet.name));
      for (const row of sheet.rows)
        for (const cell of row.cells) {
          if (cell.formula === undefined) continue;
          formulas += 1;
          const address = a1({ row: row.row, column: cell.column });
          const found = recalculated.get(address);
          if (typeof cell.value === 'number' && typeof found === 'number') expect(found).toBeCloseTo(cell.value, 9);
          else expect([sheet.name, address, found]).toEqual([sheet.name, address, cell.value]);
        }
    }
    expect(formulas).toBeGreaterThan(one.submissions.length > 0 ? 400 : 50);
  });

  it('prints', async () => {
    const pdf = convert(await write(buildSummary({ organisations: 12 })), 'pdf');
    expect(new TextDecoder('latin1').decode(pdf.subarray(0, 5))).toBe('%PDF-');
  });
});

/** The same package with every number a formula gave raised by one. */
function spoiled(bytes: Uint8Array): Uint8Array {
  const package_ = openPackage(bytes, { inflate, limits });
  const zip = new ZipWriter(deflate);
  for (const name of package_.names) {
    const content = package_.read(name);
    zip.add(name, [
      name.startsWith('xl/worksheets/sheet')
        ? new TextEncoder().encode(
            new TextDecoder()
              .decode(content)
              .replace(/<\/f><v>(-?\d+)<\/v>/g, (_all, value: string) => `</f><v>${Number(value) + 1}</v>`),
          )
        : content,
    ]);
  }
  return zip.finish();
}

function manyFields(): Summary {
  const [first] = summary.streams;
  if (!first) throw new Error('the summary has streams');
  const streams = Array.from({ length: 90 }, (_one, index) => ({
    ...first,
    field: `Lĩnh vực * ${index % 12}`,
    issue: `Vấn đề ${index % 30}`,
    attitude: index % 9 === 8 ? null : `~ý ${index % 9}?`,
  })).sort((a, b) => (a.field + a.issue < b.field + b.issue ? -1 : 1));
  const issues = new Set(streams.map((row) => `${row.field}/${row.issue}`)).size;
  return { ...summary, streams, figures: { ...summary.figures, streams: streams.length, issues } };
}

function never(): never {
  throw new Error('the summary has such rows');
}
