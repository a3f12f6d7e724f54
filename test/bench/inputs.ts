/**
 * The workbooks the benchmark reads: rosters and reports of invented committees, in turn, each with an information
 * sheet, written by our own package writer so that making 5,000 of them takes seconds.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZipWriter } from '../../core/file/zip-writer.ts';
import { profiles } from '../../core/profiles/index.ts';
import type { Profile } from '../../core/profile.ts';
import { columnName } from '../../core/sheet.ts';
import { demoAttitude, demoBreadth, demoIssues, demoNames, demoPositions } from '../../functions/demo/texts.ts';
import { deflate } from '../../functions/zlib.ts';

type Value = string | number;
type Line = readonly Value[];

/** Rows of each kind of workbook. */
export interface BenchSize {
  readonly members: number;
  readonly streams: number;
}

/** What a committee of ordinary size sends. */
export const ordinarySize: BenchSize = { members: 18, streams: 60 };
/** The long reports and rosters the speed targets are set for. */
export const longSize: BenchSize = { members: 200, streams: 300 };

/** The ĐUK profile with as many committees as the benchmark asks for. */
export function benchProfile(workbooks: number): Profile {
  const base = profiles.get('duk-2021-2025');
  if (!base) throw new Error('the profile is gone');
  const committees = Array.from({ length: Math.ceil(workbooks / 2) }, (_, index) => ({
    id: `don-vi-${index}`,
    name: committeeName(index),
    aliases: [],
    level: 'upper' as const,
    basis: 'fixture' as const,
    from: null,
    to: null,
  }));
  const bloc = base.organisations.filter((organisation) => organisation.level === 'bloc');
  return { ...base, organisations: [...bloc, ...committees], limits: { workbookBytes: 512 * 1024 * 1024 } };
}

/** Writes `workbooks` files into the folder unless they are there; returns their paths. */
export function writeBenchInputs(folder: string, workbooks: number, size: BenchSize): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: workbooks }, (_, index) => {
    const path = join(folder, `${String(index).padStart(5, '0')}.xlsx`);
    if (!existsSync(path)) {
      const committee = Math.floor(index / 2);
      writeFileSync(path, index % 2 === 0 ? roster(committee, size.members) : benchReport(committee, size.streams));
    }
    return path;
  });
}

/** One roster of `rows` members. */
export function writeLongRoster(path: string, rows: number): void {
  if (!existsSync(path)) writeFileSync(path, roster(0, rows));
}

export function totalBytes(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + readFileSync(path).length, 0);
}

function committeeName(index: number): string {
  return `Đảng ủy Đơn vị số ${index}`;
}

function letterhead(name: string): Line[] {
  return [['ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG'], [name.toUpperCase()], []];
}

function roster(committee: number, members: number): Uint8Array {
  const lines: Line[] = [
    ...letterhead(committeeName(committee)),
    ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'],
    ['nhiệm kỳ 2020-2025'],
    ['(Kèm theo Quyết định số 21-QĐ/ĐU, ngày 15/6/2021)'],
    ['Quy chế hoạt động: số 05-QC/ĐU ngày 20/7/2021'],
    ['Ngày rà soát gần nhất: 15/01/2023'],
    [],
    [
      'STT',
      'Họ và tên',
      'Chức vụ',
      'Đơn vị/chi bộ đại diện',
      'Vai trò',
      'Số QĐ',
      'Ngày QĐ',
      'Nhiệm kỳ',
      'Trạng thái',
      'Ghi chú',
    ],
  ];
  for (let index = 0; index < members; index += 1) {
    const name = memberName(committee * members + index);
    const position = demoPositions[index % demoPositions.length] ?? '';
    const role = index === 0 ? 'Tổ trưởng' : 'Thành viên';
    lines.push([
      index + 1,
      name,
      position,
      `Chi bộ ${index + 1}`,
      role,
      '21-QĐ/ĐU',
      44_362,
      '2020-2025',
      'Đang hoạt động',
      '',
    ]);
  }
  return workbookBytes('Danh sách', lines, 7);
}

/** A name and the last two words of another: three hundred thousand before one comes again. */
function memberName(index: number): string {
  const first = demoNames[index % demoNames.length] ?? '';
  const other = demoNames[Math.floor(index / demoNames.length) % demoNames.length] ?? '';
  return `${first} ${other.split(' ').slice(1).join(' ')}`;
}

/** The report for November 2023 of that committee, under the name given; versions differ in one row. */
export function benchReport(
  committee: number,
  streams: number,
  name = committeeName(committee),
  version = 1,
): Uint8Array {
  const lines: Line[] = [
    ...letterhead(name),
    ['BÁO CÁO'],
    ['tình hình dư luận xã hội tháng 11 năm 2023'],
    [],
    ['Số, ký hiệu', `${committee + 1}-BC/ĐU`],
    ['Loại báo cáo', 'định kỳ'],
    ['Kính gửi', 'Ban Thường vụ Đảng ủy Khối (qua Ban Tuyên giáo Đảng ủy Khối)'],
    [],
    ['I. KHÁI QUÁT TÌNH HÌNH'],
    [
      'Trong tháng, tình hình tư tưởng cán bộ, đảng viên ổn định. Tiếp tục thực hiện Kết luận số 05-KL/ĐUK ngày 06/12/2021.',
    ],
    [],
    ['II. NỘI DUNG DƯ LUẬN'],
    ['STT', 'Lĩnh vực', 'Vấn đề', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
  ];
  for (let index = 0; index < streams; index += 1) {
    const issue = demoIssues[Math.floor(index / 2) % demoIssues.length];
    if (!issue) continue;
    const round = Math.floor(index / (demoIssues.length * 2));
    const week = index === 0 ? version : index + 1;
    const text = `${issue.streams[index % 2] ?? ''} Ý kiến được ghi nhận tại cuộc giao ban tuần ${week} của đơn vị số ${committee}.`;
    const breadth = demoBreadth[index % demoBreadth.length] ?? '';
    const attitude = demoAttitude[(index + committee) % demoAttitude.length] ?? '';
    lines.push([
      index + 1,
      issue.field,
      round === 0 ? issue.issue : `${issue.issue} (đợt ${round + 1})`,
      text,
      breadth,
      attitude,
    ]);
  }
  lines.push(
    [],
    ['III. VẤN ĐỀ NỔI CỘM'],
    ['Không có.'],
    [],
    ['IV. DỰ BÁO'],
    ['Dư luận tiếp tục quan tâm đời sống cuối năm.'],
    [],
  );
  lines.push(['V. ĐỀ XUẤT, KIẾN NGHỊ'], ['STT', 'Nội dung kiến nghị', 'Nơi nhận']);
  lines.push([1, 'Sớm công bố lộ trình cải cách tiền lương.', 'Bộ Nội vụ']);
  return workbookBytes('Báo cáo', lines, 0);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A two-sheet package with shared strings, as Excel writes them. */
function workbookBytes(name: string, lines: readonly Line[], dateColumn: number): Uint8Array {
  const strings = new Map<string, number>();
  const info: Line[] = [['Thông tin'], ['Mẫu biểu của đơn vị'], ['Ngày lập', '24/11/2023']];
  const parts: [string, Iterable<string>][] = [
    ['xl/worksheets/sheet1.xml', sheetXml(lines, dateColumn, strings)],
    ['xl/worksheets/sheet2.xml', sheetXml(info, 0, strings)],
    ['xl/sharedStrings.xml', stringsXml(strings)],
    ['xl/styles.xml', [stylesXml]],
    ['xl/workbook.xml', [workbookXml(name)]],
    ['xl/_rels/workbook.xml.rels', [workbookRels]],
    ['_rels/.rels', [rootRels]],
    ['[Content_Types].xml', [contentTypes]],
  ];
  const zip = new ZipWriter(deflate);
  for (const [part, chunks] of parts) zip.add(part, chunks);
  return zip.finish();
}

function* sheetXml(lines: readonly Line[], dateColumn: number, strings: Map<string, number>): Generator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetData>`;
  let pending = '';
  for (const [index, line] of lines.entries()) {
    const row = index + 1;
    pending += `<row r="${row}">${line.map((value, at) => cellXml(value, row, at + 1, dateColumn, strings)).join('')}</row>`;
    if (pending.length < 65_536) continue;
    yield pending;
    pending = '';
  }
  yield `${pending}</sheetData></worksheet>`;
}

function cellXml(value: Value, row: number, column: number, dateColumn: number, strings: Map<string, number>): string {
  const at = `r="${columnName(column)}${row}" s="${column === dateColumn ? 1 : 0}"`;
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
  if (value === '') return `<c ${at}/>`;
  const known = strings.get(value) ?? strings.size;
  strings.set(value, known);
  return `<c ${at} t="s"><v>${known}</v></c>`;
}

function* stringsXml(strings: ReadonlyMap<string, number>): Generator<string> {
  yield `${head}<sst xmlns="${main}" count="${strings.size}" uniqueCount="${strings.size}">`;
  let pending = '';
  for (const text of strings.keys()) {
    pending += `<si><t>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></si>`;
    if (pending.length < 65_536) continue;
    yield pending;
    pending = '';
  }
  yield `${pending}</sst>`;
}

const stylesXml = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function workbookXml(name: string): string {
  return `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/><sheet name="Thông tin" sheetId="2" r:id="rId2"/></sheets></workbook>`;
}

const workbookRels = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
const rootRels = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`;
