/** The parts of a small, valid workbook, each of which a test may replace, add to or leave out. */
import { writeHostileZip, type HostileEntry, type HostileZip } from './zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A part by name; null leaves the usual part of that name out. */
export type PartMap = Readonly<Record<string, string | Uint8Array | null>>;

export function sheetXml(rows: string, after = '', before = ''): string {
  return `${head}<worksheet xmlns="${main}" xmlns:r="${office}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function relationshipsXml(...items: readonly string[]): string {
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

export function relationship(id: string, type: string, target: string, mode = ''): string {
  const full = type.includes(':') ? type : `${office}/${type}`;
  return `<Relationship Id="${id}" Type="${full}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`;
}

export function workbookXml(inside: string): string {
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}">${inside}</workbook>`;
}

export function contentTypesXml(mainType: string, more = ''): string {
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mainType}"/>${more}</Types>`;
}

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

export function stylesXml(
  cellFormats: string,
  fonts = '<font><name val="Times New Roman"/></font>',
  formats = '',
): string {
  return `${head}<styleSheet xmlns="${main}"><numFmts>${formats}</numFmts><fonts>${fonts}</fonts><cellXfs>${cellFormats}</cellXfs></styleSheet>`;
}

export function sharedStringsXml(items: string): string {
  return `${head}<sst xmlns="${main}">${items}</sst>`;
}

export const workbookRelationships = [
  relationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
  relationship('rId2', 'sharedStrings', 'sharedStrings.xml'),
  relationship('rId3', 'styles', 'styles.xml'),
];

const usual: PartMap = {
  '[Content_Types].xml': contentTypesXml(workbookType),
  '_rels/.rels': relationshipsXml(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': workbookXml('<sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets>'),
  'xl/_rels/workbook.xml.rels': relationshipsXml(...workbookRelationships),
  'xl/styles.xml': stylesXml('<xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/>'),
  'xl/sharedStrings.xml': sharedStringsXml('<si><t>một</t></si><si><t>hai</t></si>'),
  'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>'),
};

export function workbookEntries(changes: PartMap = {}): HostileEntry[] {
  return Object.entries({ ...usual, ...changes }).flatMap(([name, content]) =>
    content === null ? [] : [{ name, content }],
  );
}

/** The bytes of a workbook with some of its parts changed. */
export function workbookFile(changes: PartMap = {}, lies: HostileZip = {}): Uint8Array {
  return writeHostileZip(workbookEntries(changes), lies);
}

/** The same with the entries reworked. */
export function reworkedFile(rework: (entries: HostileEntry[]) => HostileEntry[], lies: HostileZip = {}): Uint8Array {
  return writeHostileZip(rework(workbookEntries()), lies);
}

/** Changes the entry of one name. */
export function withEntry(name: string, change: Partial<HostileEntry>): Uint8Array {
  return reworkedFile((entries) => entries.map((entry) => (entry.name === name ? { ...entry, ...change } : entry)));
}

/** A workbook whose first sheet has these rows. */
export function rowsFile(rows: string, after = '', before = ''): Uint8Array {
  return workbookFile({ 'xl/worksheets/sheet1.xml': sheetXml(rows, after, before) });
}
