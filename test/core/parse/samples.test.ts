import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ParsedWorkbook, Report, Roster } from '../../../core/document.ts';
import { readWorkbook } from '../../../core/file/read.ts';
import { parseWorkbook } from '../../../core/parse/workbook.ts';
import { a1 } from '../../../core/sheet.ts';
import { inflate } from '../../../functions/zlib.ts';
import { profile } from './neutral.ts';

function parse(file: string): ParsedWorkbook {
  const bytes = readFileSync(new URL(`../../fixtures/samples/${file}`, import.meta.url));
  return parseWorkbook(readWorkbook(bytes, { inflate }), profile);
}

const untouched = {
  missingColumns: [],
  unexpectedColumns: [],
  refusedColumns: [],
  template: null,
  otherCandidates: [],
};

test.each([
  ['ttxvn-danh-sach.xlsx', 'ttxvn', 'Danh sách', 'A11', [12, 30], '21-QĐ/ĐU', [], 17],
  ['tu-phap-danh-sach.xlsx', 'tu-phap', 'Danh sách', 'A11', [12, 33], '40-QĐ/ĐU', [], 22],
  ['co-so-danh-sach-nfd-1904.xlsx', 'tap-chi-mau', 'Sheet1', 'A10', [11, 14], null, ['C54'], 4],
] as const)('%s', (file, organisation, sheetName, table, [first, last], decision, strays, members) => {
  const parsed = parse(file);
  const roster = parsed.document as Roster;
  expect(parsed.kind).toBe('roster');
  expect(roster).toMatchObject({
    organisation,
    sheet: sheetName,
    title: { row: 4, column: 1 },
    teamKind: { value: 'team' },
    term: { row: 5, value: '2020-2025' },
    regulation: { value: { number: '05-QC/ĐU', date: { iso: '2021-07-20' } } },
    reviewedOn: { value: { iso: '2023-01-15', asText: false } },
    inspectedOn: null,
    attestation: null,
  });
  expect(roster.table && a1(roster.table)).toBe(table);
  expect(roster.decision?.value.number ?? null).toBe(decision);
  expect(roster.members).toHaveLength(members);
  expect([roster.members[0]?.row, roster.members.at(-1)?.row]).toEqual([first, last]);
  expect(
    roster.members.every(
      ({ name, position, unit, role, term, status, active }) =>
        [name, position, unit, role, term, status].every((one) => one !== null) && active,
    ),
  ).toBe(true);
  expect(parsed.structure).toMatchObject(untouched);
  expect(parsed.structure.strays.map((stray) => a1(stray))).toEqual(strays);
});

test('dates kept as text are told from dates', () => {
  const { members } = parse('tu-phap-danh-sach.xlsx').document as Roster;
  const asText = members.flatMap(({ decisionDate }) => (decisionDate?.value.asText ? [a1(decisionDate)] : []));
  expect(asText).toEqual(['G14', 'G15', 'G16']);
  expect(members.every(({ decisionDate }) => decisionDate?.value.iso === '2021-05-31')).toBe(true);
});

test.each([
  ['ttxvn-bao-cao-2023-11.xlsx', 'ttxvn', '58-BC/ĐU', '2023-11', 8, 30, 34],
  ['tu-phap-bao-cao-2023-11.xlsx', 'tu-phap', '112-BC/ĐU', '2023-11', 8, 30, 34],
  ['tu-phap-bao-cao-vntime.xlsx', 'tu-phap', '113-BC/ĐU', '2023-11', 4, 26, 30],
  ['ttxvn-bao-cao-2023-10-khong-phat-sinh.xlsx', 'ttxvn', '51-BC/ĐU', '2023-10', 0, 22, 26],
] as const)('%s', (file, organisation, number, period, streams, forecastRow, proposalRow) => {
  const parsed = parse(file);
  const report = parsed.document as Report;
  expect(parsed.kind).toBe('report');
  expect(report).toMatchObject({
    organisation,
    number: { row: 7, column: 2, value: number },
    period: { value: period },
    date: { row: 8, column: 2, value: { iso: `${period}-24`, asText: false } },
    type: { row: 9, value: 'periodic' },
    addressee: { row: 10, column: 2 },
    overview: [{ row: 13, column: 1 }],
    salient: [],
    forecast: [{ row: forecastRow, column: 1 }],
    proposals: [{ row: proposalRow, text: { column: 2 }, recipient: { column: 3, value: 'Bộ Nội vụ' } }],
  });
  expect(report.streams.map(({ row }) => row)).toEqual(Array.from({ length: streams }, (_, index) => 17 + index));
  expect(report.nil && a1(report.nil)).toBe(streams === 0 ? 'A16' : null);
  expect(parsed.structure).toMatchObject({ ...untouched, strays: [] });
});

test('the cells of a stream', () => {
  const { streams } = parse('ttxvn-bao-cao-2023-11.xlsx').document as Report;
  const { field, issue, text, breadth, attitude } = streams[2] ?? {};
  expect([field, issue, text, breadth, attitude].map((one) => one && a1(one))).toEqual([
    'B19',
    'C19',
    'D19',
    'E19',
    'F19',
  ]);
  expect([field?.value, issue?.value, breadth?.value, attitude?.value]).toEqual([
    'Kinh tế - xã hội',
    'Nhà ở xã hội',
    'Đa số',
    'tán thành',
  ]);
});
