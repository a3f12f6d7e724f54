/** The added sheet: a table of all findings, each with a link to its cell. Uses no style the workbook lacks. */
import type { Finding } from '../../finding.ts';
import { textXml } from './escape.ts';
import { basisText, severityTitle } from './notes.ts';
import type { Dialect } from './workbook-parts.ts';
import { xmlDeclaration } from './workbook-parts.ts';
import { attributeXml } from './elements.ts';

/** Excel allows 31 characters. */
const wantedName = 'Phát hiện';

const columns = [
  { header: 'Mức độ', width: 13 },
  { header: 'Quy tắc', width: 24 },
  { header: 'Trang', width: 18 },
  { header: 'Ô', width: 9 },
  { header: 'Phát hiện', width: 70 },
  { header: 'Cách xử lý', width: 70 },
  { header: 'Căn cứ', width: 70 },
] as const;

const headerRow = 3;
const cellColumn = 3;
const letters = 'ABCDEFG';
const colours = { error: 'FFB00020', warning: 'FF9A5B00', info: 'FF1F4E79' } as const;
const linkColour = 'FF0563C1';

/** «Phát hiện», or «Phát hiện (2)» where a sheet has that name; names do not differ by case. */
export function findingsSheetName(taken: readonly string[]): string {
  const folded = new Set(taken.map((name) => name.normalize('NFC').toLowerCase()));
  let name = wantedName;
  for (let number = 2; folded.has(name.toLowerCase()); number += 1) name = `${wantedName} (${String(number)})`;
  return name;
}

/**
 * The sheet's XML. `wrap` is the index of a wrapping cell format of the workbook, 0 where it has none;
 * `link` says whether a finding's cell exists, so that no link leads nowhere.
 */
export function findingsSheetXml(
  findings: readonly Finding[],
  { dialect, wrap, linked }: { dialect: Dialect; wrap: number; linked: (finding: Finding) => boolean },
): string {
  const rows = findings.map((finding, index) => rowXml(headerRow + 1 + index, finding, wrap, linked(finding)));
  const links = findings.flatMap((finding, index) =>
    linked(finding)
      ? [
          `<hyperlink${attributeXml({
            ref: `${letters.charAt(cellColumn)}${headerRow + 1 + index}`,
            location: `'${(finding.sheet ?? '').replace(/'/g, "''")}'!${finding.cell ?? ''}`,
            display: finding.cell ?? '',
          })}/>`,
        ]
      : [],
  );
  const header = columns.map((column, index) => stringCell(index, headerRow, 0, column.header)).join('');
  const title = stringCell(0, 1, 0, titleOf(findings), '<b/><sz val="14"/>');
  return (
    `${xmlDeclaration}<worksheet xmlns="${dialect.main}" xmlns:r="${dialect.relationships}">` +
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData><row r="1">${title}</row>` +
    (findings.length > 0 ? `<row r="${headerRow}">${header}</row>${rows.join('')}` : '') +
    '</sheetData>' +
    (links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '') +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    (findings.length > 0 ? `<tableParts count="1"><tablePart r:id="${tableRelationship}"/></tableParts>` : '') +
    '</worksheet>'
  );
}

export const tableRelationship = 'rIdTable';

/** The table gives the header, bands and filters their look without a cell format. */
export function findingsTableXml(findings: number, id: number, name: string, dialect: Dialect): string {
  const range = `A${headerRow}:${letters.charAt(columns.length - 1)}${headerRow + findings}`;
  const named = columns.map(({ header }, index) => `<tableColumn id="${index + 1}" name="${header}"/>`).join('');
  return (
    `${xmlDeclaration}<table xmlns="${dialect.main}" id="${id}" name="${name}" displayName="${name}" ref="${range}" totalsRowShown="0">` +
    `<autoFilter ref="${range}"/><tableColumns count="${columns.length}">${named}</tableColumns>` +
    '<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
  );
}

function titleOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Không có phát hiện nào.';
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  return `Phát hiện khi kiểm tra tệp: ${count('error')} lỗi, ${count('warning')} cảnh báo, ${count('info')} thông tin`;
}

function rowXml(row: number, finding: Finding, wrap: number, linked: boolean): string {
  const texts = [
    severityTitle(finding),
    finding.rule,
    finding.sheet ?? '',
    finding.cell ?? '(cả tệp)',
    finding.message.vi,
    finding.remedy.vi,
    basisText(finding.cites),
  ];
  const look = (column: number): string => {
    if (column === 0) return `<b/><sz val="11"/><color rgb="${colours[finding.severity]}"/>`;
    return column === cellColumn && linked ? `<u/><sz val="11"/><color rgb="${linkColour}"/>` : '';
  };
  return `<row r="${row}">${texts.map((text, column) => stringCell(column, row, wrap, text, look(column))).join('')}</row>`;
}

/** An inline string: text whatever it begins with. `look` is run properties in schema order, before the font name. */
function stringCell(column: number, row: number, style: number, text: string, look = ''): string {
  if (text === '') return '';
  const content = `<t xml:space="preserve">${textXml(text)}</t>`;
  const body = look === '' ? content : `<r><rPr>${look}<rFont val="Calibri"/><family val="2"/></rPr>${content}</r>`;
  const format = style === 0 ? '' : ` s="${style}"`;
  return `<c r="${letters.charAt(column)}${row}"${format} t="inlineStr"><is>${body}</is></c>`;
}
