import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { valueText, type Cell, type Workbook } from '../../../core/sheet.ts';
import { readWorkbook } from '../../../core/file/read.ts';
import { inflate } from '../../../functions/zlib.ts';
import { cellsOf } from './hostile/cells.ts';
import {
  relationship,
  relationshipsXml,
  rowsFile,
  sharedStringsXml,
  sheetXml,
  stylesXml,
  workbookFile,
  workbookRelationships,
  workbookXml,
  type PartMap,
} from './hostile/workbook.ts';

const sheet1 = 'xl/worksheets/sheet1.xml';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function readParts(changes: PartMap): Workbook {
  return readWorkbook(workbookFile(changes), { inflate });
}

function readRows(rows: string, after = '', before = ''): Workbook {
  return readWorkbook(rowsFile(rows, after, before), { inflate });
}

function firstCell(workbook: Workbook): Cell | undefined {
  return workbook.sheets[0]?.rows[0]?.cells[0];
}

describe('values', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['<c><v>12</v></c>', 12],
    ['<c r="A1"><v>12</v></c>', 12],
    ['<c r="A1" t="n"><v>-0.1</v></c>', -0.1],
    ['<c r="A1"><v>1.5E+3</v></c>', 1500],
    ['<c r="A1"><v>0</v></c>', 0],
    ['<c r="A1"><v>-0</v></c>', 0],
    ['<c r="A1"><v>0.30000000000000004</v></c>', 0.30000000000000004],
    ['<c r="A1"><v>123456789012345</v></c>', 123456789012345],
    ['<c r="A1"><v>1234567890123456789</v></c>', 1234567890123456789],
    ['<c r="A1"><v> 7 </v></c>', 7],
    ['<c t="s"><v>1</v></c>', 'hai'],
    ['<c r="A1" t="s"><v>1</v></c>', 'hai'],
    ['<c t="str"><v>00123</v></c>', '00123'],
    ['<c t="str"><v> a&#10;b </v></c>', ' a\nb '],
    ['<c t="str"><v>a\r\nb</v></c>', 'a\nb'],
    ['<c t="str"><v>a_x000D_b_x005F_x000D_c</v></c>', 'a\rb_x000D_c'],
    ['<c t="inlineStr"><is><t>Đảng ủy</t></is></c>', 'Đảng ủy'],
    ['<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>', 'ab'],
    ['<c t="b"><v>1</v></c>', true],
    ['<c t="b"><v>0</v></c>', false],
    ['<c t="e"><v>#REF!</v></c>', { error: '#REF!' }],
    ['<c t="d"><v>2021-06-15</v></c>', 44362],
    ['<c t="d"><v>2021-06-15T12:00:00</v></c>', 44362.5],
    ['<c t="d"><v>PT36H0M0.000S</v></c>', 1.5],
    ['<c t="d"><v>PT0H11M15.000S</v></c>', 0.0078125],
    ['<c r="a1"><v>7</v></c>', 7],
    ['<c t="d"><v>1900-02-28</v></c>', 59],
    ['<c t="d"><v>1900-03-01</v></c>', 61],
  ];
  test.each(cases)('%s', (xml, value) => {
    expect(firstCell(readRows(`<row>${xml}</row>`))?.value).toEqual(value);
  });

  const dropped = [
    '<c r="A1" s="1"/>',
    '<c s="1"></c>',
    '<c t="str"><v></v></c>',
    '<c t="str"><v> \u00a0\u200b\n</v></c>',
    '<c t="inlineStr"><is><t> </t></is></c>',
    '<c t="s"><v></v></c>',
    '<c><v></v></c>',
  ];
  test.each(dropped)('%s is no cell', (xml) => {
    expect(readRows(`<row>${xml}</row>`).sheets[0]?.rows).toEqual([]);
  });
});

describe('formulas', () => {
  const cases: readonly (readonly [string, string | undefined, unknown])[] = [
    ['<c><f>1+1</f><v>2</v></c>', '1+1', 2],
    ['<c><f>1+1</f></c>', '1+1', null],
    ['<c><f>1+1</f><v></v></c>', '1+1', null],
    ['<c><f>1+1</f><v/></c>', '1+1', null],
    ['<c><f>0</f><v>0</v></c>', '0', 0],
    ['<c t="b"><f>1=2</f><v>0</v></c>', '1=2', false],
    ['<c t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', '"a"&"b"', 'ab'],
    ['<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '1/0', { error: '#DIV/0!' }],
    ['<c><f t="shared" si="0"/><v>3</v></c>', '', 3],
    ['<c><f>Table1[a|b]&amp;"|"&amp;\'x|y\'!A1</f><v>3</v></c>', 'Table1[a|b]&"|"&\'x|y\'!A1', 3],
  ];
  test.each(cases)('%s', (xml, formula, value) => {
    const cell = firstCell(readRows(`<row>${xml}</row>`));
    expect([cell?.formula, cell?.value]).toEqual([formula, value]);
  });

  test('a formula that shows nothing is no cell', () => {
    expect(readRows('<row><c t="str"><f>IF(1,"")</f><v></v></c></row>').sheets[0]?.rows).toEqual([]);
  });
});

test('rows and cells without a reference follow the one before', () => {
  const rows = '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="7"/><row><c><v>8</v></c></row>';
  expect(cellsOf(readRows(rows).sheets[0])).toEqual({ A1: 1, D1: 4, E1: 5, A8: 8 });
});

describe('styles', () => {
  const fonts = '<font><sz val="11"/><name val=".VnTime"/></font><font><name val="VNI-Times"/></font>';
  const formats = '<numFmt numFmtId="170" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="171" formatCode="0.0"/>';
  const styles = stylesXml(
    '<xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="1"/><xf numFmtId="170" fontId="1"/><xf numFmtId="171" fontId="0"/><xf numFmtId="14" fontId="1"/>',
    fonts,
    formats,
  );
  const cells = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>1</v></c>`).join('');
  const row = readParts({ 'xl/styles.xml': styles, [sheet1]: sheetXml(`<row>${cells}<c><v>1</v></c></row>`) }).sheets[0]
    ?.rows[0];

  test('of a choice of forms the fallback counts', () => {
    const choice = (own: string, fallback: string): string =>
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:hs="urn:hs"><mc:Choice Requires="hs">${own}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
    const twoForms = stylesXml(
      `<xf fontId="0"/>${choice('<xf fontId="0"/><xf fontId="0"/>', '<xf fontId="1"/>')}<xf numFmtId="14" fontId="2"/>`,
      `<font><name val="A"/></font>${choice('<font><name val="X"/></font>', '<font><name val="B"/></font>')}<font><name val="C"/></font>`,
    );
    const three = '<c s="0"><v>1</v></c><c s="1"><v>1</v></c><c s="2"><v>1</v></c>';
    const read = readParts({ 'xl/styles.xml': twoForms, [sheet1]: sheetXml(`<row>${three}</row>`) }).sheets[0];
    expect(read?.rows[0]?.cells.map(({ style }) => [style.font, style.date])).toEqual([
      ['A', false],
      ['B', false],
      ['C', true],
    ]);
  });

  test('font and number format of the cell format', () => {
    expect(row?.cells.map((cell) => cell.style)).toEqual([
      { font: '.VnTime', numberFormat: 'General', date: false },
      { font: 'VNI-Times', numberFormat: 'mm-dd-yy', date: true },
      { font: 'VNI-Times', numberFormat: '[$-42A]dd/mm/yyyy;@', date: true },
      { font: '.VnTime', numberFormat: '0.0', date: false },
      { font: 'VNI-Times', numberFormat: 'mm-dd-yy', date: true },
      { font: '.VnTime', numberFormat: 'General', date: false },
    ]);
  });

  test('equal formats share one object', () => {
    expect(row?.cells[1]?.style).toBe(row?.cells[4]?.style);
    expect(row?.cells[0]?.style).toBe(row?.cells[5]?.style);
  });

  test('a stored date is a date in any format', () => {
    expect(firstCell(readRows('<row><c t="d"><v>2021-06-15</v></c></row>'))?.style.date).toBe(true);
  });
});

describe('rich text', () => {
  const strings = sharedStringsXml(
    '<si><r><rPr><rFont val=".VnTime"/></rPr><t xml:space="preserve">TiÕng </t></r><r><t>Việt</t></r></si>' +
      '<si><r><rPr><b/><rFont val="Times New Roman"/></rPr><t>a</t></r><r><rPr><rFont val="Times New Roman"/></rPr><t>b</t></r></si>' +
      '<si><r><rPr><b/></rPr><t>c</t></r><r><t>d</t></r></si>',
  );
  const cells = readParts({
    'xl/sharedStrings.xml': strings,
    [sheet1]: sheetXml(
      '<row><c t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c t="inlineStr"><is><r><rPr><rFont val="VNI-Times"/></rPr><t>e</t></r></is></c></row>',
    ),
  }).sheets[0]?.rows[0]?.cells;

  test('runs are kept where a font differs from that of the cell', () => {
    expect(cells?.map((cell) => [cell.value, cell.runs])).toEqual([
      [
        'TiÕng Việt',
        [
          { font: '.VnTime', text: 'TiÕng ' },
          { font: 'Times New Roman', text: 'Việt' },
        ],
      ],
      ['ab', undefined],
      ['cd', undefined],
      ['e', [{ font: 'VNI-Times', text: 'e' }]],
    ]);
  });
});

describe('sheets', () => {
  test('a sheet that refers to no part is none', () => {
    const sheets = '<sheet name="A" sheetId="1" r:id="rId1"/><sheet name="Module1" sheetId="2" r:id=""/>';
    const workbook = readParts({
      'xl/workbook.xml': workbookXml(`<sheets>${sheets}</sheets>`),
      [sheet1]: sheetXml('<row><c><v>1</v></c></row>'),
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['A']);
  });

  test('whole columns and rows merge to the edge of the grid, an unknown state hides nothing', () => {
    const merges = '<mergeCells><mergeCell ref="A:A"/><mergeCell ref="$B:$D"/><mergeCell ref="7:9"/></mergeCells>';
    const workbook = readParts({
      'xl/workbook.xml': workbookXml('<sheets><sheet name="A" sheetId="1" state="show" r:id="rId1"/></sheets>'),
      [sheet1]: sheetXml('<row><c><v>1</v></c></row>', merges),
    });
    expect(workbook.sheets[0]).toMatchObject({
      state: 'visible',
      merges: [
        { top: 1, left: 1, bottom: 1_048_576, right: 1 },
        { top: 1, left: 2, bottom: 1_048_576, right: 4 },
        { top: 7, left: 1, bottom: 9, right: 16_384 },
      ],
    });
  });

  test('hidden rows, columns and sheets, filters, merges, headers', () => {
    const workbook = readParts({
      'xl/workbook.xml': workbookXml(
        '<workbookPr date1904="true"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B&amp;C" sheetId="2" state="veryHidden" r:id="rId4"/></sheets>',
      ),
      'xl/_rels/workbook.xml.rels': relationshipsXml(
        ...workbookRelationships,
        relationship('rId4', 'worksheet', '/xl/worksheets/other.xml'),
      ),
      [sheet1]: sheetXml(
        '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>',
        '<autoFilter ref="A1:B9"><filterColumn colId="0"/></autoFilter><mergeCells><mergeCell ref="A1:D2"/><mergeCell ref="B5"/></mergeCells><headerFooter><oddHeader>&amp;CMẬT</oddHeader><oddFooter/></headerFooter>',
        '<cols><col min="2" max="3" hidden="true"/><col min="4" max="4"/></cols>',
      ),
      'xl/worksheets/other.xml': sheetXml(
        '<row><c><v>9</v></c></row>',
        '<autoFilter ref="A1:B9"><filterColumn colId="0"/></autoFilter>',
      ),
    });
    expect(workbook.date1904).toBe(true);
    const [first, second] = workbook.sheets;
    expect(first).toMatchObject({
      name: 'A',
      state: 'visible',
      merges: [
        { top: 1, left: 1, bottom: 2, right: 4 },
        { top: 5, left: 2, bottom: 5, right: 2 },
      ],
      hiddenColumns: [[2, 3]],
      filtered: true,
      headersFooters: ['&CMẬT'],
    });
    expect(first?.rows.map((row) => row.hidden)).toEqual([true, false]);
    expect(second).toMatchObject({ name: 'B&C', state: 'veryHidden', filtered: false });
    expect(cellsOf(second)).toEqual({ A1: 9 });
  });

  test('a table with an active filter', () => {
    const table = `<table xmlns="${main}"><autoFilter ref="A1:B9"><filterColumn colId="0"/></autoFilter></table>`;
    const workbook = readParts({
      [sheet1]: sheetXml('<row r="3" hidden="1"/>'),
      'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml(relationship('r1', 'table', '../tables/table1.xml')),
      'xl/tables/table1.xml': table,
    });
    expect(workbook.sheets[0]?.filtered).toBe(true);
  });

  test('notes and threads', () => {
    const notes = `<comments xmlns="${main}"><authors/><commentList><comment ref="B2" authorId="0"><text><r><t>ghi </t></r><r><t>chú</t></r></text></comment><comment ref="A1" authorId="0"><text><t>[Threaded comment] …</t></text></comment></commentList></comments>`;
    const threads =
      '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" id="1"><text>hỏi</text></threadedComment><threadedComment ref="A1" id="2" parentId="1"><text>đáp</text></threadedComment></ThreadedComments>';
    const workbook = readParts({
      'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml(
        relationship('r1', 'comments', '../comments1.xml'),
        relationship(
          'r2',
          'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
          '../threadedComments/t1.xml',
        ),
      ),
      'xl/comments1.xml': notes,
      'xl/threadedComments/t1.xml': threads,
    });
    expect(workbook.sheets[0]?.comments).toEqual([
      { row: 1, column: 1, text: 'hỏi' },
      { row: 1, column: 1, text: 'đáp' },
      { row: 2, column: 2, text: 'ghi chú' },
    ]);
  });
});

test('document properties', () => {
  const workbook = readParts({
    '_rels/.rels': relationshipsXml(
      relationship('r1', 'officeDocument', '/xl/workbook.xml'),
      relationship(
        'r2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ),
      relationship('r3', 'extended-properties', 'docProps/app.xml'),
      relationship('r4', 'custom-properties', 'docProps/custom.xml'),
    ),
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Danh sách</dc:title><cp:keywords>mật</cp:keywords><dc:subject/></cp:coreProperties>',
    'docProps/app.xml':
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Đảng ủy</Company><TitlesOfParts><x/></TitlesOfParts></Properties>',
    'docProps/custom.xml':
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="x" pid="2" name="BlocRollupTemplate"><vt:lpwstr>roster/1</vt:lpwstr></property></Properties>',
  });
  expect([...workbook.properties]).toEqual([
    ['title', 'Danh sách'],
    ['keywords', 'mật'],
    ['company', 'Đảng ủy'],
    ['BlocRollupTemplate', 'roster/1'],
  ]);
});

test('features are told', () => {
  const workbook = readParts({
    'xl/_rels/workbook.xml.rels': relationshipsXml(
      ...workbookRelationships,
      relationship('r4', 'connections', 'connections.xml'),
      relationship('r5', 'externalLink', 'externalLinks/externalLink1.xml'),
      relationship('r6', 'pivotCacheDefinition', 'pivotCache/p1.xml'),
    ),
    'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${main}"><externalBook/></externalLink>`,
    'xl/embeddings/oleObject1.bin': Uint8Array.of(1),
  });
  expect(workbook.features).toEqual(['external-links', 'connections', 'embedded-objects', 'pivot-tables']);
});

describe('what other programs write', () => {
  test('prefixed elements', () => {
    const x = (xml: string): string =>
      xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replaceAll(`xmlns="${main}"`, `xmlns:x="${main}"`);
    const workbook = readParts({
      'xl/workbook.xml': x(workbookXml('<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>')),
      'xl/styles.xml': x(stylesXml('<xf numFmtId="14"/>')),
      'xl/sharedStrings.xml': x(sharedStringsXml('<si><t>một</t></si>')),
      [sheet1]: x(sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>')),
    });
    expect(cellsOf(workbook.sheets[0])).toEqual({ A1: 'một', B1: ['=1+1', 2] });
    expect(firstCell(workbook)?.style.date).toBe(true);
  });

  test('elements of other namespaces are passed over', () => {
    const rows =
      '<row xmlns:y="urn:y"><y:c><y:v>5</y:v></y:c><c><v>1</v><y:v>2</y:v></c></row><row xmlns="urn:y" r="2"><c><v>1</v></c></row>';
    expect(cellsOf(readRows(rows).sheets[0])).toEqual({ A1: 1 });
  });

  test('the strict form', () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/',
          'http://purl.oclc.org/ooxml/officeDocument/',
        );
    const workbook = readParts({
      '_rels/.rels': strict(relationshipsXml(relationship('r1', 'officeDocument', 'xl/workbook.xml'))),
      'xl/workbook.xml': strict(workbookXml('<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>')),
      'xl/_rels/workbook.xml.rels': strict(relationshipsXml(...workbookRelationships)),
      'xl/styles.xml': strict(stylesXml('<xf/>')),
      'xl/sharedStrings.xml': strict(sharedStringsXml('<si><t>một</t></si>')),
      [sheet1]: strict(sheetXml('<row><c t="s"><v>0</v></c></row>')),
    });
    expect(cellsOf(workbook.sheets[0])).toEqual({ A1: 'một' });
  });

  test('no styles and no shared strings', () => {
    const workbook = readParts({
      'xl/styles.xml': null,
      'xl/sharedStrings.xml': null,
      'xl/_rels/workbook.xml.rels': relationshipsXml(relationship('rId1', 'worksheet', '/xl/worksheets/Sheet1.xml')),
      [sheet1]: sheetXml('<row><c r="A1" s="3"><v>1</v></c></row>'),
    });
    expect(firstCell(workbook)).toEqual({
      column: 1,
      value: 1,
      style: { font: 'Calibri', numberFormat: 'General', date: false },
    });
  });
});

describe('the sample workbooks', () => {
  const folder = new URL('../../fixtures/samples/', import.meta.url);
  test.each(readdirSync(folder).filter((name) => name.endsWith('.xlsx')))('%s is read', (name) => {
    const workbook = readWorkbook(readFileSync(new URL(name, folder)), { inflate });
    expect(workbook.sheets[0]?.rows.length).toBeGreaterThan(10);
    expect(valueText(firstCell(workbook)?.value ?? null).normalize('NFC')).toContain('ĐẢNG');
    expect(workbook.features).toEqual([]);
  });

  test('dates, names and the stray cell', () => {
    const roster = readWorkbook(readFileSync(new URL('co-so-danh-sach-nfd-1904.xlsx', folder)), { inflate });
    expect(roster.date1904).toBe(true);
    expect(cellsOf(roster.sheets[0])).toMatchObject({ A11: 1, H17: 'PHÓ BÍ THƯ', C54: 'x' });
    const report = readWorkbook(readFileSync(new URL('ttxvn-bao-cao-2023-11.xlsx', folder)), { inflate });
    expect(report.sheets[0]?.rows.find((row) => row.row === 8)?.cells[1]).toMatchObject({
      value: 45254,
      style: { numberFormat: 'dd/mm/yyyy', date: true },
    });
  });
});
