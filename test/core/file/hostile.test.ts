import { describe, expect, test } from 'vitest';
import type { FileLimits } from '../../../core/file/limits.ts';
import { readWorkbook } from '../../../core/file/read.ts';
import { FileRefused, type RefusalCode } from '../../../core/file/refused.ts';
import { inflate as portableInflate } from '../../../core/file/portable-zlib.ts';
import { inflate } from '../../../functions/zlib.ts';
import {
  contentTypesXml,
  relationship,
  relationshipsXml,
  reworkedFile,
  rowsFile,
  sharedStringsXml,
  sheetXml,
  stylesXml,
  withEntry,
  workbookEntries,
  workbookFile,
  workbookRelationships,
  workbookType,
  workbookXml,
} from './hostile/workbook.ts';
import { cellsOf } from './hostile/cells.ts';
import { writeHostileZip } from './hostile/zip.ts';

const mebibyte = 1024 * 1024;
const sheet1 = 'xl/worksheets/sheet1.xml';
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusalOf(bytes: Uint8Array, limits: Partial<FileLimits> = {}, unpack = inflate): string {
  try {
    readWorkbook(bytes, { inflate: unpack, limits });
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
  return 'read';
}

/** A compound file with one stream name in its directory. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(`${stream}\0`, 'utf16le'), 1024);
  return bytes;
}

const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>';
const withDoctype = sheetXml('<row><c><v>1</v></c></row>').replace('<worksheet', `${doctype}<worksheet`);
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
const relsWith = (...more: string[]): string => relationshipsXml(...workbookRelationships, ...more);
const nested = `<row><c>${'<x>'.repeat(80)}${'</x>'.repeat(80)}</c></row>`;
const manyAttributes = Array.from({ length: 300_000 }, (_, index) => `a${index}="1"`).join(' ');

type Case = readonly [name: string, code: RefusalCode, bytes: () => Uint8Array, limits?: Partial<FileLimits>];

const refused: readonly Case[] = [
  // Not a workbook
  ['an empty file', 'empty-file', () => new Uint8Array(0)],
  ['a file of spaces', 'empty-file', () => ascii('   \r\n ')],
  ['a file above the cap', 'file-too-large', () => new Uint8Array(5 * mebibyte + 1)],
  ['an encrypted workbook', 'password-protected', () => compoundFile('EncryptedPackage')],
  ['an .xls renamed', 'legacy-xls', () => compoundFile('Workbook')],
  ['an Excel 95 .xls renamed', 'legacy-xls', () => compoundFile('Book')],
  ['a .doc renamed', 'ole-document', () => compoundFile('WordDocument')],
  ['HTML renamed', 'html-file', () => ascii('\uFEFF<html><body><table><tr><td>1</td></tr></table></body></html>')],
  ['XML Spreadsheet 2003', 'xml-file', () => ascii('<?xml version="1.0"?><Workbook xmlns="urn:x"/>')],
  ['CSV renamed', 'csv-file', () => ascii('STT,Họ và tên\r\n1,A\r\n')],
  ['CSV in UTF-16', 'csv-file', () => utf16('STT\tHọ và tên\r\n1\tA\r\n')],
  ['text renamed', 'text-file', () => ascii('Kính gửi Ban Tuyên giáo')],
  ['a PDF', 'pdf-file', () => ascii('%PDF-1.7\n')],
  ['an image', 'unknown-format', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
  [
    'a .docx renamed',
    'word-document',
    () =>
      workbookFile({
        '[Content_Types].xml': contentTypesXml(
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        ),
      }),
  ],
  [
    'a .pptx renamed',
    'presentation',
    () =>
      workbookFile({
        '[Content_Types].xml': contentTypesXml(
          'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
        ),
      }),
  ],
  [
    'an .ods renamed',
    'open-document',
    () =>
      writeHostileZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
        { name: 'content.xml', content: '<x/>' },
      ]),
  ],
  [
    'an .xlsb renamed',
    'binary-workbook',
    () =>
      workbookFile({
        '[Content_Types].xml': contentTypesXml('application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
      }),
  ],
  ['a plain ZIP', 'plain-zip', () => writeHostileZip([{ name: 'a.txt', content: 'a' }])],
  ['an empty ZIP', 'plain-zip', () => writeHostileZip([])],
  // The package
  ['a file cut short', 'package-truncated', () => workbookFile().slice(0, 900)],
  ['a trailer', 'package-trailing-bytes', () => workbookFile({}, { trailer: ascii('<script>') })],
  ['a second file before it', 'unknown-format', () => workbookFile({}, { prefix: Uint8Array.of(0xff, 0xd8, 0, 0) })],
  ['a prefix that looks like a ZIP', 'package-slack', () => workbookFile({}, { prefix: ascii('PK\x03\x04') })],
  ['bytes between entries and directory', 'package-slack', () => workbookFile({}, { gap: ascii('hidden') })],
  [
    'entries that share one record',
    'package-mismatch',
    () => reworkedFile((entries) => entries.map((entry, index) => (index > 0 ? { ...entry, offset: 0 } : entry))),
  ],
  [
    'entries that overlap',
    'package-overlap',
    () =>
      reworkedFile((entries) =>
        entries.map((entry, index) =>
          index === 0
            ? {
                ...entry,
                method: 0,
                central: { compressedSize: 5000, size: 5000 },
                local: { compressedSize: 5000, size: 5000 },
              }
            : entry,
        ),
      ),
  ],
  [
    '60,000 entries',
    'package-entries',
    () =>
      reworkedFile((entries) => [
        ...entries,
        ...Array.from({ length: 60_000 }, (_, index) => ({ name: `x/${index}`, content: '', method: 0 })),
      ]),
    { workbookBytes: 50 * mebibyte },
  ],
  ['a duplicate entry', 'entry-duplicate', () => reworkedFile((entries) => [...entries, ...entries.slice(-1)])],
  [
    'a duplicate in another case',
    'entry-duplicate',
    () => reworkedFile((entries) => [...entries, { name: 'XL/Worksheets/Sheet1.xml', content: '<x/>' }]),
  ],
  [
    'another name in the local header',
    'package-mismatch',
    () => withEntry(sheet1, { local: { name: 'xl/worksheets/sheet2.xml' } }),
  ],
  ['another size in the local header', 'package-mismatch', () => withEntry(sheet1, { local: { size: 10 } })],
  ['another checksum in the local header', 'package-mismatch', () => withEntry(sheet1, { local: { crc: 1 } })],
  ['another method in the local header', 'package-mismatch', () => withEntry(sheet1, { local: { method: 0 } })],
  ['a path out of the folder', 'entry-name', () => workbookFile({ '../evil.xml': '<x/>' })],
  ['an absolute path', 'entry-name', () => workbookFile({ '/evil.xml': '<x/>' })],
  ['a drive', 'entry-name', () => workbookFile({ 'C:evil.xml': '<x/>' })],
  [
    'a name __proto__',
    'entry-name',
    () => reworkedFile((entries) => [...entries, { name: 'xl/__proto__', content: '' }]),
  ],
  ['a control character in a name', 'entry-name', () => workbookFile({ 'xl/a\u0001.xml': '<x/>' })],
  ['a path out of the folder with backslashes', 'entry-name', () => workbookFile({ '..\\evil.xml': '<x/>' })],
  ['one name with slashes and with backslashes', 'entry-duplicate', () => workbookFile({ 'xl\\workbook.xml': '<x/>' })],
  ['a wrong checksum', 'entry-checksum', () => withEntry(sheet1, { central: { crc: 1 }, local: { crc: 1 } })],
  [
    'a declared size too small',
    'entry-damaged',
    () => withEntry(sheet1, { central: { size: 20 }, local: { size: 20 } }),
  ],
  [
    'a declared size too large',
    'entry-damaged',
    () => withEntry(sheet1, { central: { size: 9999 }, local: { size: 9999 } }),
  ],
  ['a ZIP password', 'entry-encrypted', () => withEntry(sheet1, { flags: 1 })],
  ['an unknown method', 'entry-method', () => withEntry(sheet1, { method: 14 })],
  ['a symbolic link', 'entry-symlink', () => withEntry(sheet1, { externalAttributes: 0xa1ff_0000 })],
  [
    'an entry above the cap',
    'entry-too-large',
    () => workbookFile({ 'xl/media/a.bin': new Uint8Array(33 * mebibyte) }),
  ],
  [
    'entries above the cap together',
    'package-too-large',
    () =>
      reworkedFile((entries) => [
        ...entries,
        ...['a', 'b', 'c'].map((name) => ({
          name,
          content: Buffer.alloc(25 * mebibyte),
          method: 8,
        })),
      ]),
    { ratio: 10_000 },
  ],
  ['a bomb of white space', 'compression-bomb', () => rowsFile(' '.repeat(20 * mebibyte))],
  [
    'a bomb with a lying size',
    'entry-damaged',
    () =>
      reworkedFile((entries) => [
        ...entries,
        { name: 'xl/bomb.bin', content: Buffer.alloc(40 * mebibyte), central: { size: 1000 }, local: { size: 1000 } },
      ]),
  ],
  ['a bomb of rows', 'compression-bomb', () => rowsFile('<row/>'.repeat(2_000_000))],
  [
    'a bomb of shared strings',
    'compression-bomb',
    () => workbookFile({ 'xl/sharedStrings.xml': sharedStringsXml('<si><t/></si>'.repeat(1_000_000)) }),
  ],
  // XML
  ['a DOCTYPE', 'xml-doctype', () => workbookFile({ [sheet1]: withDoctype })],
  ['a DOCTYPE in UTF-16', 'xml-doctype', () => workbookFile({ [sheet1]: utf16(withDoctype) })],
  ['a DOCTYPE in a part nobody reads', 'xml-doctype', () => workbookFile({ 'xl/theme/theme1.xml': `${doctype}<a/>` })],
  [
    'an external entity',
    'xml-doctype',
    () =>
      workbookFile({ 'xl/sharedStrings.xml': '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst>&x;</sst>' }),
  ],
  ['an entity nobody declared', 'xml-malformed', () => rowsFile('<row><c t="str"><v>&x;</v></c></row>')],
  [
    'DOCTYPE in UTF-16 without a mark',
    'xml-doctype',
    () => workbookFile({ [sheet1]: Buffer.from(withDoctype, 'utf16le') }),
  ],
  ['another encoding', 'xml-encoding', () => workbookFile({ [sheet1]: sheetXml('').replace('UTF-8', 'windows-1258') })],
  [
    'invalid UTF-8',
    'xml-encoding',
    () =>
      workbookFile({
        'xl/sharedStrings.xml': Buffer.concat([
          Buffer.from(sharedStringsXml('<si><t>')).subarray(0, -6),
          Buffer.from([0xc3, 0x28]),
          Buffer.from('</t></si></sst>'),
        ]),
      }),
  ],
  ['deep nesting', 'xml-depth', () => rowsFile(nested)],
  ['300,000 attributes', 'xml-attributes', () => rowsFile(`<row ${manyAttributes}/>`)],
  ['an attribute twice', 'xml-malformed', () => rowsFile('<row r="1" r="2"/>')],
  [
    'one text of 2 MiB',
    'xml-text',
    () => rowsFile(`<row><c t="str"><v>${'ab1 '.repeat(mebibyte / 2)}</v></c></row>`),
    { ratio: 1e9 },
  ],
  [
    'a text in many pieces',
    'xml-text',
    () => rowsFile(`<row><c t="str"><v>${`${'x'.repeat(5000)}<!-- -->`.repeat(300)}</v></c></row>`),
    { ratio: 1e9 },
  ],
  ['a control character', 'xml-malformed', () => rowsFile('<row><c t="str"><v>a\u0001b</v></c></row>')],
  ['a reference to a control character', 'xml-malformed', () => rowsFile('<row><c t="str"><v>a&#1;b</v></c></row>')],
  ['an element left open', 'xml-malformed', () => rowsFile('<row><c>')],
  ['crossed elements', 'xml-malformed', () => rowsFile('<row><c></row></c>')],
  ['a longer closing name', 'xml-malformed', () => rowsFile('<row><c></cc></row>')],
  ['text after the root', 'xml-malformed', () => workbookFile({ [sheet1]: `${sheetXml('')}x` })],
  ['a second root', 'xml-malformed', () => workbookFile({ [sheet1]: `${sheetXml('')}<x/>` })],
  ['an attribute without quotes', 'xml-malformed', () => rowsFile('<row r=1/>')],
  ['a bare ampersand', 'xml-malformed', () => rowsFile('<row><c t="str"><v>a & b</v></c></row>')],
  // The workbook
  ['no sheets', 'no-sheets', () => workbookFile({ 'xl/workbook.xml': workbookXml('<sheets/>') })],
  [
    '5,000 sheets',
    'too-many-sheets',
    () =>
      workbookFile({
        'xl/workbook.xml': workbookXml(
          `<sheets>${Array.from({ length: 5000 }, (_, index) => `<sheet name="S${index}" sheetId="${index}" r:id="rId1"/>`).join('')}</sheets>`,
        ),
      }),
  ],
  [
    'two sheets of one name',
    'workbook-structure',
    () =>
      workbookFile({
        'xl/workbook.xml': workbookXml(
          '<sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="a" sheetId="2" r:id="rId1"/></sheets>',
        ),
      }),
  ],
  ['a sheet without a part', 'missing-part', () => workbookFile({ [sheet1]: null })],
  ['a sheet of another format', 'workbook-structure', () => workbookFile({ [sheet1]: '<html/>' })],
  [
    'a sheet in a foreign namespace',
    'workbook-structure',
    () => workbookFile({ [sheet1]: '<worksheet xmlns="urn:x"><sheetData/></worksheet>' }),
  ],
  [
    'a target outside the package',
    'relationship-escapes',
    () =>
      workbookFile({
        'xl/_rels/workbook.xml.rels': relationshipsXml(relationship('rId1', 'worksheet', '../../../etc/passwd')),
      }),
  ],
  [
    'a sheet on the web',
    'relationship-escapes',
    () =>
      workbookFile({
        'xl/_rels/workbook.xml.rels': relationshipsXml(
          relationship('rId1', 'worksheet', 'https://example.org/s.xml', 'External'),
        ),
      }),
  ],
  [
    'a sheet at a file address',
    'relationship-escapes',
    () =>
      workbookFile({
        'xl/_rels/workbook.xml.rels': relationshipsXml(relationship('rId1', 'worksheet', 'file:///c:/s.xml')),
      }),
  ],
  [
    'an escaping relation in a part nobody reads',
    'relationship-escapes',
    () =>
      workbookFile({
        'xl/drawings/_rels/drawing1.xml.rels': relationshipsXml(relationship('rId1', 'image', '../../../../a.png')),
      }),
  ],
  [
    '5,000 relationships',
    'too-many-relationships',
    () =>
      workbookFile({
        'xl/_rels/workbook.xml.rels': relationshipsXml(
          ...Array.from({ length: 5000 }, (_, index) => relationship(`r${index}`, 'theme', 'theme.xml')),
        ),
      }),
    { ratio: 1e9 },
  ],
  [
    'a million styles',
    'too-many-styles',
    () => workbookFile({ 'xl/styles.xml': stylesXml('<xf numFmtId="0"/>'.repeat(1_000_000)) }),
    { ratio: 1e9 },
  ],
  [
    '50,000 number formats',
    'too-many-number-formats',
    () =>
      workbookFile({
        'xl/styles.xml': stylesXml(
          '<xf/>',
          '<font/>',
          Array.from(
            { length: 50_000 },
            (_, index) => `<numFmt numFmtId="${index + 200}" formatCode="0.${index}"/>`,
          ).join(''),
        ),
      }),
  ],
  [
    'too many strings',
    'too-many-strings',
    () => workbookFile({ 'xl/sharedStrings.xml': sharedStringsXml('<si><t/></si>'.repeat(30)) }),
    { sharedStrings: 29 },
  ],
  ['a string index out of range', 'string-index', () => rowsFile('<row><c t="s"><v>2</v></c></row>')],
  ['a negative string index', 'string-index', () => rowsFile('<row><c r="A1" t="s"><v>-1</v></c></row>')],
  ['a style index out of range', 'style-index', () => rowsFile('<row><c s="2"><v>2</v></c></row>')],
  ['a row below the grid', 'cell-reference', () => rowsFile('<row r="1048577"/>')],
  ['row 0', 'cell-reference', () => rowsFile('<row r="0"/>')],
  ['a column beyond the grid', 'cell-reference', () => rowsFile('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
  ['a cell of another row', 'cell-reference', () => rowsFile('<row r="1"><c r="A2"><v>1</v></c></row>')],
  ['a reference that is none', 'cell-reference', () => rowsFile('<row r="1"><c r="1A"><v>1</v></c></row>')],
  ['a cell twice', 'cell-duplicate', () => rowsFile('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')],
  [
    'a cell twice, apart',
    'cell-duplicate',
    () => rowsFile('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
  ],
  ['a row twice', 'cell-duplicate', () => rowsFile('<row r="1"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>')],
  [
    'a row twice, apart',
    'cell-duplicate',
    () => rowsFile('<row r="1"><c><v>1</v></c></row><row r="2"/><row r="1"><c><v>1</v></c></row>'),
  ],
  ['a number that is none', 'cell-value', () => rowsFile('<row><c r="A1"><v>0x10</v></c></row>')],
  ['a number beyond doubles', 'cell-value', () => rowsFile('<row><c><v>1e999</v></c></row>')],
  ['a boolean that is none', 'cell-value', () => rowsFile('<row><c t="b"><v>2</v></c></row>')],
  ['a length of time that is none', 'cell-value', () => rowsFile('<row><c t="d"><v>PT1H</v></c></row>')],
  ['a text of shared ones that are not there', 'string-index', () => workbookFile({ 'xl/sharedStrings.xml': null })],
  ['a small letter beyond the alphabet', 'cell-reference', () => rowsFile('<row r="1"><c r="{1"><v>1</v></c></row>')],
  ['a date that is none', 'cell-value', () => rowsFile('<row><c t="d"><v>2023-02-30</v></c></row>')],
  ['an unknown type', 'cell-value', () => rowsFile('<row><c t="z"><v>2</v></c></row>')],
  [
    'a merge over the whole grid',
    'merge-too-large',
    () => rowsFile('', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  ],
  ['a merge that is none', 'cell-reference', () => rowsFile('', '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>')],
  [
    'a merge of columns beyond the grid',
    'cell-reference',
    () => rowsFile('', '<mergeCells><mergeCell ref="A:XFE"/></mergeCells>'),
  ],
  [
    'too many merges',
    'too-many-merges',
    () => rowsFile('', `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(20_001)}</mergeCells>`),
  ],
  ['too many rows', 'too-many-rows', () => rowsFile('<row><c><v>1</v></c></row>'.repeat(11)), { rows: 10 }],
  ['too many columns', 'too-many-columns', () => rowsFile(`<row>${'<c><v>1</v></c>'.repeat(1025)}</row>`)],
  ['too many cells', 'too-many-cells', () => rowsFile(`<row>${'<c><v>1</v></c>'.repeat(11)}</row>`), { cells: 10 }],
  [
    'too many column definitions',
    'too-many-column-definitions',
    () => rowsFile('', '', `<cols>${'<col min="1" max="1"/>'.repeat(16_385)}</cols>`),
  ],
  [
    'too many names',
    'too-many-names',
    () =>
      workbookFile({
        'xl/workbook.xml': workbookXml(
          `<definedNames>${'<definedName name="a">1</definedName>'.repeat(20_001)}</definedNames>`,
        ),
      }),
    { ratio: 1e9 },
  ],
  [
    'too many comments',
    'too-many-comments',
    () =>
      workbookFile({
        'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml(relationship('r1', 'comments', '/xl/comments1.xml')),
        'xl/comments1.xml': `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList>${'<comment ref="A1"><text><t>x</t></text></comment>'.repeat(3)}</commentList></comments>`,
      }),
    { comments: 2 },
  ],
  [
    'too many properties',
    'too-many-properties',
    () =>
      workbookFile({
        '_rels/.rels': relationshipsXml(
          relationship('r1', 'officeDocument', 'xl/workbook.xml'),
          relationship('r2', 'extended-properties', 'docProps/app.xml'),
        ),
        'docProps/app.xml':
          '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><A>1</A><B>2</B><C>3</C></Properties>',
      }),
    { properties: 2 },
  ],
  // Policy
  [
    'a macro workbook renamed',
    'macros',
    () =>
      workbookFile({ '[Content_Types].xml': contentTypesXml('application/vnd.ms-excel.sheet.macroEnabled.main+xml') }),
  ],
  ['a macro part', 'macros', () => workbookFile({ 'xl/vbaProject.bin': Uint8Array.of(1) })],
  [
    'a macro part of another name',
    'macros',
    () =>
      workbookFile({
        'xl/x.bin': Uint8Array.of(1),
        '[Content_Types].xml': contentTypesXml(
          workbookType,
          '<Override PartName="/xl/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
        ),
      }),
  ],
  [
    'an Excel 4.0 macro sheet',
    'macros',
    () =>
      workbookFile({
        'xl/_rels/workbook.xml.rels': relsWith(
          relationship(
            'r9',
            'http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet',
            'macrosheets/sheet1.xml',
          ),
        ),
      }),
  ],
  [
    'a DDE link',
    'dde',
    () =>
      workbookFile({
        'xl/_rels/workbook.xml.rels': relsWith(relationship('r9', 'externalLink', 'externalLinks/externalLink1.xml')),
        'xl/externalLinks/externalLink1.xml':
          '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
      }),
  ],
  ['a DDE formula', 'dde', () => rowsFile("<row><c><f>cmd|'/c calc'!A0</f><v>1</v></c></row>")],
  [
    'a DDE name',
    'dde',
    () =>
      workbookFile({
        'xl/workbook.xml': workbookXml(
          "<sheets><sheet name='A' sheetId='1' r:id='rId1'/></sheets><definedNames><definedName name='x'>cmd|'/c calc'!A0</definedName></definedNames>",
        ),
      }),
  ],
];

describe('hostile files are refused, each with its own code', () => {
  for (const [name, code, bytes, limits] of refused)
    test(`${name}: ${code}`, () => {
      expect(refusalOf(bytes(), limits)).toBe(code);
    });

  test('the portable inflater refuses the same damage', () => {
    for (const [name, code, bytes, limits] of refused)
      if (code === 'entry-damaged' || code === 'entry-checksum')
        expect([name, refusalOf(bytes(), limits, portableInflate)]).toEqual([name, code]);
  });
});

/** Files that look odd but are read, with the exact cells. */
const odd: readonly (readonly [string, () => Uint8Array, Record<string, unknown>])[] = [
  ['an ordinary file', () => workbookFile(), { A1: 'một', B1: 2 }],
  [
    'a folder entry',
    () => reworkedFile((entries) => [{ name: 'xl/', content: '', method: 0 }, ...entries]),
    { A1: 'một', B1: 2 },
  ],
  [
    'stored entries',
    () => reworkedFile((entries) => entries.map((entry) => ({ ...entry, method: 0 }))),
    { A1: 'một', B1: 2 },
  ],
  [
    'data descriptors',
    () => reworkedFile((entries) => entries.map((entry) => ({ ...entry, descriptor: true }))),
    { A1: 'một', B1: 2 },
  ],
  [
    'Zip64 fields',
    () => reworkedFile((entries) => entries.map((entry) => ({ ...entry, zip64: true })), { zip64: true }),
    { A1: 'một', B1: 2 },
  ],
  [
    'a nested bomb, which nobody opens',
    () => workbookFile({ 'xl/media/inner.zip': writeHostileZip([{ name: 'a', content: Buffer.alloc(3 * mebibyte) }]) }),
    { A1: 'một', B1: 2 },
  ],
  [
    'UTF-16',
    () => workbookFile({ [sheet1]: utf16(sheetXml('<row><c t="str"><v>Đảng ủy</v></c></row>')) }),
    { A1: 'Đảng ủy' },
  ],
  ['a byte order mark', () => workbookFile({ [sheet1]: `\uFEFF${sheetXml('<row><c><v>1</v></c></row>')}` }), { A1: 1 }],
  [
    'a huge dimension',
    () => rowsFile('<row r="2"><c r="B2"><v>1</v></c></row>', '', '<dimension ref="A1:XFD1048576"/>'),
    { B2: 1 },
  ],
  [
    'the last corner',
    () =>
      rowsFile('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>'),
    { A1: 1, XFD1048576: 'x' },
  ],
  [
    '100,000 empty rows',
    () =>
      rowsFile(
        `${Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" s="1"/></row>`).join('')}<row r="300000"><c r="C300000"><v>7</v></c></row>`,
      ),
    { C300000: 7 },
  ],
  [
    'rows and cells out of order',
    () =>
      rowsFile('<row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>'),
    { A1: 0, A3: 1, B3: 2 },
  ],
  [
    'huge names, validations and filters',
    () =>
      rowsFile(
        '<row><c><v>1</v></c></row>',
        `<autoFilter ref="A1:XFD1048576"/><dataValidations><dataValidation sqref="A1:XFD1048576" type="list"><formula1>"${'x,'.repeat(50_000)}"</formula1></dataValidation></dataValidations>`,
      ),
    { A1: 1 },
  ],
  [
    'backslashes between folders',
    () => reworkedFile((entries) => entries.map((entry) => ({ ...entry, name: entry.name.replaceAll('/', '\\') }))),
    { A1: 'một', B1: 2 },
  ],
  [
    'an empty part packed to no bytes at all',
    () =>
      reworkedFile((entries) => [
        ...entries,
        { name: 'docProps/thumbnail.wmf', content: '', packed: new Uint8Array(0) },
      ]),
    { A1: 'một', B1: 2 },
  ],
  [
    'UTF-16 without a mark',
    () =>
      workbookFile({
        [sheet1]: Buffer.from(sheetXml('<row><c t="str"><v>Đảng ủy</v></c></row>'), 'utf16le').swap16(),
        'xl/styles.xml': Buffer.from(stylesXml('<xf/>'), 'utf16le'),
      }),
    { A1: 'Đảng ủy' },
  ],
  [
    'custom XML one folder too high',
    () =>
      workbookFile({
        '_rels/.rels': relationshipsXml(
          relationship('rId1', 'officeDocument', 'xl/workbook.xml'),
          relationship('rId2', 'customXml', '../customXml/item1.xml'),
        ),
        'customXml/item1.xml': '<x/>',
      }),
    { A1: 'một', B1: 2 },
  ],
  [
    'shared texts that nobody uses and that are not there',
    () => workbookFile({ 'xl/sharedStrings.xml': null, [sheet1]: sheetXml('<row><c><v>1</v></c></row>') }),
    { A1: 1 },
  ],
  ['an empty format', () => rowsFile('<row><c s="" r="A1"><v>1</v></c></row>'), { A1: 1 }],
  [
    'a javascript link',
    () =>
      workbookFile({
        'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml(
          relationship('r1', 'hyperlink', 'javascript:alert(1)', 'External'),
        ),
      }),
    { A1: 'một', B1: 2 },
  ],
  [
    'CDATA, comments and instructions',
    () => rowsFile('<!-- a --><row><?pi x?><c t="str"><v><![CDATA[<&]]>&amp;<!-- b -->c</v></c></row>'),
    { A1: '<&&c' },
  ],
];

describe('odd files are read', () => {
  test.each(odd)('%s', (_, bytes, cells) => {
    expect(cellsOf(readWorkbook(bytes(), { inflate }).sheets[0])).toEqual(cells);
    expect(cellsOf(readWorkbook(bytes(), { inflate: portableInflate }).sheets[0])).toEqual(cells);
  });
});

test('names from the file never reach an object', () => {
  const file = workbookFile({
    'xl/workbook.xml': workbookXml('<sheets><sheet name="__proto__" sheetId="1" r:id="rId1"/></sheets>'),
  });
  const workbook = readWorkbook(file, { inflate });
  expect(workbook.sheets[0]?.name).toBe('__proto__');
  expect(({} as Record<string, unknown>)['rows']).toBeUndefined();
  expect(workbookEntries()).toHaveLength(7);
});
