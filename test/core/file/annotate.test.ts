import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotateWorkbook, clearAnnotations } from '../../../core/file/annotate.ts';
import { openPackage } from '../../../core/file/package.ts';
import { readWorkbook } from '../../../core/file/read.ts';
import { ZipWriter } from '../../../core/file/zip-writer.ts';
import type { Finding } from '../../../core/finding.ts';
import { a1 } from '../../../core/sheet.ts';
import { deflate, inflate } from '../../../functions/zlib.ts';

const zlib = { inflate, deflate };
const samples = join(import.meta.dirname, '../../fixtures/samples');
const sampleNames = readdirSync(samples).filter((name) => name.endsWith('.xlsx'));

function sample(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(samples, name)));
}

function finding(change: Partial<Finding> = {}): Finding {
  return {
    id: '0123456789abcdef',
    rule: 'text-date',
    severity: 'warning',
    group: 'text-date',
    sheet: 'Danh sách',
    cell: 'B12',
    related: [],
    message: { vi: 'Ngày được gõ thành chữ.', en: 'The date is text.' },
    remedy: { vi: 'Nhập lại ngày.', en: 'Enter the date again.' },
    cites: [{ document: '05-KL/ĐUK', clause: 'khoản 2', quote: 'rà soát', from: null, to: null }],
    fix: null,
    ...change,
  };
}

/** Unpacked parts by name. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const source = openPackage(bytes, { inflate });
  return new Map(source.names.map((name) => [name, Buffer.from(source.read(name)).toString('latin1')]));
}

function textOf(bytes: Uint8Array, part: string): string {
  return new TextDecoder().decode(openPackage(bytes, { inflate }).read(part));
}

function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const writer = new ZipWriter(deflate);
  for (const [name, content] of Object.entries(parts))
    writer.add(name, [typeof content === 'string' ? new TextEncoder().encode(content) : content]);
  return writer.finish();
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A one-sheet package; every part can be replaced and parts added. */
function smallWorkbook(change: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  return packed({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData><row r="12"><c r="B12" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`,
    ...change,
  });
}

const commentsRels = `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="${office}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>`;
const userDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>11</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>';

/** A sheet on which the user has a note on B12. */
function withUserComment(text: string, author = 'Văn thư'): Uint8Array {
  return smallWorkbook({
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}" xmlns:r="${office}"><sheetData><row r="12"><c r="B12"><v>1</v></c></row></sheetData><legacyDrawing r:id="rId2"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': commentsRels,
    'xl/comments1.xml': `<comments xmlns="${main}"><authors><author>${author}</author></authors><commentList><comment ref="B12" authorId="0"><text>${text}</text></comment></commentList></comments>`,
    'xl/drawings/vmlDrawing1.vml': userDrawing,
  });
}

/** Comments as a reader of our own sees them. */
function commentsIn(bytes: Uint8Array, sheet = 'Danh sách'): [string, string][] {
  const workbook = readWorkbook(bytes, { inflate });
  return (workbook.sheets.find(({ name }) => name === sheet)?.comments ?? []).map((one) => [a1(one), one.text]);
}

const note = 'CẢNH BÁO [text-date]: Ngày được gõ thành chữ.\nCách xử lý: Nhập lại ngày.\nCăn cứ: 05-KL/ĐUK, khoản 2';

describe.each(sampleNames)('annotating %s', (name) => {
  const original = sample(name);
  const [sheet] = readWorkbook(original, { inflate }).sheets;
  const annotated = annotateWorkbook(
    original,
    [finding({ sheet: sheet?.name ?? '', cell: 'A4' }), finding({ sheet: null, cell: null, severity: 'info' })],
    zlib,
  );

  it('leaves every other part byte for byte as it was, packed bytes too', () => {
    const before = openPackage(original, { inflate });
    const after = openPackage(annotated, { inflate });
    const touched = before.names.filter((part) => Buffer.compare(before.raw(part), after.raw(part)) !== 0);
    const allowed =
      /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet1\.xml)$/;
    expect(touched.filter((part) => !allowed.test(part))).toEqual([]);
    expect(touched).toHaveLength(4);
  });

  it('adds one element to the sheet and takes nothing away', () => {
    const before = textOf(original, 'xl/worksheets/sheet1.xml');
    const after = textOf(annotated, 'xl/worksheets/sheet1.xml');
    const [drawing] = /<legacyDrawing [^>]*\/>/.exec(after) ?? [''];
    expect(drawing).not.toBe('');
    expect(after.replace(drawing, '')).toBe(before);
  });

  it('keeps every value, formula and format', () => {
    const [after] = readWorkbook(annotated, { inflate }).sheets;
    expect(after).toEqual({ ...sheet, comments: after?.comments });
    expect(after?.comments.map((one) => [a1(one), one.text])).toEqual([['A4', note]]);
  });

  it('is taken back to the same entries', () => {
    const cleared = clearAnnotations(annotated, zlib);
    expect(openPackage(cleared, { inflate }).names).toEqual(openPackage(original, { inflate }).names);
    expect(partsOf(cleared)).toEqual(partsOf(original));
  });

  it('gives the same bytes each time, also when it replaces an earlier annotation', () => {
    const again = [finding({ sheet: sheet?.name ?? '', cell: 'A5' })];
    expect(annotateWorkbook(annotated, again, zlib)).toEqual(annotateWorkbook(original, again, zlib));
  });
});

describe('the findings sheet', () => {
  it('lists findings with severity, rule, place, message, remedy and clause', () => {
    const bytes = annotateWorkbook(
      smallWorkbook(),
      [finding({ severity: 'error' }), finding({ sheet: null, cell: null, severity: 'info', cites: [] })],
      zlib,
    );
    const sheets = readWorkbook(bytes, { inflate }).sheets;
    expect(sheets.map(({ name }) => name)).toEqual(['Danh sách', 'Phát hiện']);
    expect(sheets[1]?.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      ['Phát hiện khi kiểm tra tệp: 1 lỗi, 0 cảnh báo, 1 thông tin'],
      ['Mức độ', 'Quy tắc', 'Trang', 'Ô', 'Phát hiện', 'Cách xử lý', 'Căn cứ'],
      [
        'LỖI',
        'text-date',
        'Danh sách',
        'B12',
        'Ngày được gõ thành chữ.',
        'Nhập lại ngày.',
        '05-KL/ĐUK, khoản 2: «rà soát»',
      ],
      ['THÔNG TIN', 'text-date', '(cả tệp)', 'Ngày được gõ thành chữ.', 'Nhập lại ngày.'],
    ]);
    expect(textOf(bytes, 'xl/worksheets/sheet2.xml')).toContain(
      `<hyperlinks><hyperlink ref="D4" location="'Danh sách'!B12" display="B12"/></hyperlinks>`,
    );
  });

  it('says so when there is nothing to list', () => {
    const bytes = annotateWorkbook(smallWorkbook(), [], zlib);
    const sheet = readWorkbook(bytes, { inflate }).sheets[1];
    expect(sheet?.rows.flatMap(({ cells }) => cells.map(({ value }) => value))).toEqual(['Không có phát hiện nào.']);
    expect(partsOf(clearAnnotations(bytes, zlib))).toEqual(partsOf(smallWorkbook()));
  });

  it.each([
    ['Phát hiện', 'Phát hiện (2)'],
    ['PHÁT HIỆN', 'Phát hiện (2)'],
    ['Phát hiện'.normalize('NFD'), 'Phát hiện (2)'],
    ['Phát hiện khác', 'Phát hiện'],
  ])('beside a sheet called %s is called %s', (taken, expected) => {
    const bytes = smallWorkbook({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${taken}" sheetId="7" r:id="rId1"/></sheets></workbook>`,
    });
    const annotated = annotateWorkbook(bytes, [finding()], zlib);
    expect(readWorkbook(annotated, { inflate }).sheets.map(({ name }) => name)).toEqual([taken, expected]);
    expect(textOf(annotated, 'xl/workbook.xml')).toContain('sheetId="8"');
  });

  it('quotes sheet names in links and makes no link to a sheet that is not there', () => {
    const name = `Tổ "A" & 'B'`;
    const bytes = smallWorkbook({
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Tổ &quot;A&quot; &amp; 'B'" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    });
    const annotated = annotateWorkbook(bytes, [finding({ sheet: name }), finding({ sheet: 'Không có' })], zlib);
    const links = textOf(annotated, 'xl/worksheets/sheet2.xml').match(/<hyperlink [^>]*>/g);
    expect(links).toEqual([`<hyperlink ref="D4" location="'Tổ &quot;A&quot; &amp; ''B'''!B12" display="B12"/>`]);
    expect(commentsIn(annotated, name)).toEqual([['B12', note]]);
  });

  it('numbers its table after those of the workbook', () => {
    const bytes = smallWorkbook({
      'xl/tables/table1.xml': `<table xmlns="${main}" id="7" name="PhatHienKiemTra" displayName="PhatHienKiemTra" ref="A1:B2"/>`,
    });
    const table = textOf(annotateWorkbook(bytes, [finding()], zlib), 'xl/tables/table2.xml');
    expect(table).toContain(' id="8" name="PhatHienKiemTra8" displayName="PhatHienKiemTra8"');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '<b>&"', 'a\u0000b', '_x0041_', '\uD800'])(
    'keeps %j as text',
    (text) => {
      const bytes = annotateWorkbook(smallWorkbook(), [finding({ message: { vi: text, en: text } })], zlib);
      const sheet = readWorkbook(bytes, { inflate }).sheets[1];
      const cell = sheet?.rows.at(-1)?.cells.find(({ column }) => column === 5);
      const shown = text.replace('\u0000', '\uFFFD').replace('\uD800', '\uFFFD');
      expect(cell?.value).toBe(shown);
      expect(cell?.formula).toBeUndefined();
      expect(commentsIn(bytes)[0]?.[1]).toContain(shown);
    },
  );
});

describe('notes on cells', () => {
  it('joins the findings of a cell, worst first', () => {
    const bytes = annotateWorkbook(
      smallWorkbook(),
      [finding(), finding({ rule: 'term', severity: 'error', cites: [] })],
      zlib,
    );
    expect(commentsIn(bytes)).toEqual([
      ['B12', `LỖI [term]: Ngày được gõ thành chữ.\nCách xử lý: Nhập lại ngày.\n\n${note}`],
    ]);
  });

  it('names how many findings a long note leaves out', () => {
    const long = finding({ message: { vi: 'a'.repeat(1_500), en: '' } });
    const [[, text] = []] = commentsIn(annotateWorkbook(smallWorkbook(), [long, long, long, long], zlib));
    expect(text?.endsWith('… và 2 phát hiện nữa, xem trang «Phát hiện».')).toBe(true);
  });

  it.each(['A0', 'XFE1', 'A1048577', 'b12', 'B12:B13', '"><x'])('leaves a finding at %s to the sheet', (cell) => {
    const bytes = annotateWorkbook(smallWorkbook(), [finding({ cell })], zlib);
    expect(openPackage(bytes, { inflate }).has('xl/comments1.xml')).toBe(false);
    expect(textOf(bytes, 'xl/worksheets/sheet2.xml')).not.toContain('<hyperlink ');
  });

  it.each([
    ['of one piece', '<t>Đã hỏi đơn vị</t>', '<r><t>Đã hỏi đơn vị</t></r><r>'],
    ['of runs', '<r><rPr><b/></rPr><t>Đã hỏi đơn vị</t></r>', '<r><rPr><b/></rPr><t>Đã hỏi đơn vị</t></r><r>'],
  ])('adds to a note %s of the user’s, word for word', (_kind, user, expected) => {
    const original = withUserComment(user);
    const bytes = annotateWorkbook(original, [finding()], zlib);
    expect(textOf(bytes, 'xl/comments1.xml')).toContain(`authorId="0"><text>${expected}`);
    expect(textOf(bytes, 'xl/comments1.xml')).toContain('<authors><author>Văn thư</author></authors>');
    expect(commentsIn(bytes)).toEqual([['B12', `Đã hỏi đơn vị\n\nTổng hợp Khối:\n${note}`]]);
    expect(textOf(bytes, 'xl/drawings/vmlDrawing1.vml')).toBe(userDrawing);
    expect(partsOf(clearAnnotations(bytes, zlib))).toEqual(partsOf(original));
  });

  it('extends the comments and the drawing a sheet has', () => {
    const original = withUserComment('<t>Đã hỏi đơn vị</t>');
    const bytes = annotateWorkbook(original, [finding({ cell: 'C3' })], zlib);
    expect(commentsIn(bytes)).toEqual([
      ['C3', note],
      ['B12', 'Đã hỏi đơn vị'],
    ]);
    const drawing = textOf(bytes, 'xl/drawings/vmlDrawing1.vml');
    expect(drawing.startsWith(userDrawing.slice(0, -'</xml>'.length))).toBe(true);
    expect(drawing.match(/_x0000_s\d+/g)).toEqual(['_x0000_s1025', '_x0000_s1026']);
    expect(drawing.match(/<v:shapetype/g)).toHaveLength(1);
    const sheet = openPackage(bytes, { inflate }).raw('xl/worksheets/sheet1.xml');
    expect(sheet).toEqual(openPackage(original, { inflate }).raw('xl/worksheets/sheet1.xml'));
    expect(partsOf(clearAnnotations(bytes, zlib))).toEqual(partsOf(original));
  });

  it('leaves a conversation’s note to Excel', () => {
    const original = withUserComment('<t>[Threaded comment]</t>', 'tc={0F6F6F6F-0000-4000-8000-000000000000}');
    const bytes = annotateWorkbook(original, [finding()], zlib);
    for (const part of ['xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml', 'xl/worksheets/sheet1.xml'])
      expect(textOf(bytes, part)).toBe(textOf(original, part));
    expect(textOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('Ngày được gõ thành chữ.');
  });

  it('takes its place among the elements of a worksheet', () => {
    const before = `<worksheet xmlns="${main}" xmlns:r="${office}"><sheetData/><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>`;
    for (const after of [
      '<tableParts count="0"/>',
      '<extLst/>',
      '<legacyDrawingHF r:id="x"/>',
      '<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>',
      '',
    ]) {
      const original = smallWorkbook({ 'xl/worksheets/sheet1.xml': `${before}${after}</worksheet>` });
      const sheet = textOf(annotateWorkbook(original, [finding()], zlib), 'xl/worksheets/sheet1.xml');
      expect(sheet).toBe(`${before}<legacyDrawing xmlns:r="${office}" r:id="rIdNoteBoxes"/>${after}</worksheet>`);
    }
  });
});

describe('workbooks of other programs', () => {
  const prefixed = {
    '[Content_Types].xml': `<ct:Types xmlns:ct="http://schemas.openxmlformats.org/package/2006/content-types"><ct:Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><ct:Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><ct:Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></ct:Types>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="${main}"><x:sheets><x:sheet name="Danh sách" sheetId="4" rel:id="R1" xmlns:rel="${office}"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<p:Relationships xmlns:p="${rels}"><p:Relationship Id="R1" Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml"/></p:Relationships>`,
    'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData/></x:worksheet>`,
  };

  it('keeps to prefixes and absolute targets', () => {
    const original = smallWorkbook(prefixed);
    const bytes = annotateWorkbook(original, [finding()], zlib);
    expect(textOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<x:sheetData/><x:legacyDrawing xmlns:r=');
    expect(textOf(bytes, 'xl/workbook.xml')).toContain('/><x:sheet xmlns:r=');
    expect(textOf(bytes, '[Content_Types].xml')).toContain('<ct:Override PartName="/xl/comments1.xml"');
    expect(commentsIn(bytes)).toEqual([['B12', note]]);
    expect(partsOf(clearAnnotations(bytes, zlib))).toEqual(partsOf(original));
  });

  it('opens empty elements and closes them again', () => {
    const original = smallWorkbook({
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}" />`,
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${rels}"/>`,
    });
    const bytes = annotateWorkbook(original, [finding()], zlib);
    expect(textOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/ ><legacyDrawing [^>]*\/><\/worksheet>$/);
    expect(commentsIn(bytes)).toEqual([['B12', note]]);
    expect(partsOf(clearAnnotations(bytes, zlib))).toEqual(partsOf(original));
  });

  it.each([
    ['with a mark', '\uFEFF'],
    ['without one', ''],
  ])('edits UTF-16 parts %s in UTF-16', (_, mark) => {
    const utf16 = Buffer.from(`${mark}<worksheet xmlns="${main}"><sheetData/></worksheet>`, 'utf16le');
    const original = smallWorkbook({ 'xl/worksheets/sheet1.xml': new Uint8Array(utf16) });
    const bytes = annotateWorkbook(original, [finding()], zlib);
    expect(commentsIn(bytes)).toEqual([['B12', note]]);
    expect(partsOf(clearAnnotations(bytes, zlib))).toEqual(partsOf(original));
  });

  it('finds the content types whatever the case of their name', () => {
    const parts = [...partsOf(smallWorkbook())].map(([name, text]) => [
      name.replace('[C', '[c'),
      Buffer.from(text, 'latin1'),
    ]);
    const original = packed(Object.fromEntries(parts) as Record<string, Buffer>);
    expect(commentsIn(annotateWorkbook(original, [finding()], zlib))).toEqual([['B12', note]]);
  });

  it('writes strict namespaces into a strict workbook', () => {
    const strict = (text: string): string =>
      text
        .replaceAll(main, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(office, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
    const parts = Object.fromEntries(
      [...partsOf(smallWorkbook())].map(([name, text]) => [name, strict(Buffer.from(text, 'latin1').toString('utf8'))]),
    );
    const bytes = annotateWorkbook(packed(parts), [finding()], zlib);
    expect(textOf(bytes, 'xl/comments1.xml')).toContain('http://purl.oclc.org/ooxml/spreadsheetml/main');
    expect(textOf(bytes, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(
      'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
    );
    expect(commentsIn(bytes)).toEqual([['B12', note]]);
  });
});

describe('clearing', () => {
  it('gives a workbook without annotations back as it is', () => {
    const bytes = smallWorkbook();
    expect(clearAnnotations(bytes, zlib)).toBe(bytes);
  });

  it('does not guess where a part was edited since', () => {
    const annotated = annotateWorkbook(smallWorkbook(), [finding()], zlib);
    const parts = Object.fromEntries(
      openPackage(annotated, { inflate }).names.map((name) => [name, textOf(annotated, name)]),
    );
    const sheet = 'xl/worksheets/sheet1.xml';
    const edited = packed({ ...parts, [sheet]: (parts[sheet] ?? '').replace('<t>x</t>', '<t>yy</t>') });
    expect(clearAnnotations(edited, zlib)).toBe(edited);
  });
});

const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

describe.skipIf(soffice === undefined)('in LibreOffice', () => {
  it('opens with its notes, findings and links', () => {
    const folder = mkdtempSync(join(tmpdir(), 'annotate-'));
    const file = join(folder, 'in.xlsx');
    const [name = ''] = sampleNames.filter((one) => one === 'ttxvn-danh-sach.xlsx');
    writeFileSync(file, annotateWorkbook(sample(name), [finding()], zlib));
    execFileSync(
      soffice ?? '',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        file,
      ],
      { stdio: 'ignore' },
    );
    const saved = new Uint8Array(readFileSync(join(folder, 'out', 'in.xlsx')));
    expect(commentsIn(saved)).toEqual([['B12', note]]);
    expect(readWorkbook(saved, { inflate }).sheets.map((sheet) => sheet.name)).toEqual(['Danh sách', 'Phát hiện']);
  }, 60_000);
});
