/** A workbook with one of everything that Excel shows of a workbook. */
import ExcelJS from 'exceljs';
import { withCustomProperties } from '../../../core/file/template/custom-properties.ts';

export function richWorkbook(): Promise<Uint8Array> {
  return (rich ??= writeRichWorkbook());
}

let rich: Promise<Uint8Array> | null = null;

async function writeRichWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.title = 'Báo cáo tháng 11';
  book.creator = 'Ban Tuyên giáo';
  book.company = 'Đảng ủy';
  const first = book.addWorksheet('Báo cáo');
  first.getCell('A1').value = 'BÁO CÁO';
  first.getCell('A1').font = { name: 'Times New Roman', size: 14, bold: true };
  first.mergeCells('A1:D1');
  first.mergeCells('B3:B4');
  first.getCell('B3').value = 'Gộp ô';
  first.getCell('A5').value = 12;
  first.getCell('B5').value = new Date(Date.UTC(2023, 10, 25));
  first.getCell('B5').numFmt = 'dd/mm/yyyy';
  first.getCell('C5').value = { formula: 'A5*2', result: 24 };
  first.getCell('D5').value = { formula: 'IF(A5>1,0,1)', result: 0 };
  first.getCell('A6').value = true;
  first.getCell('B6').value = { error: '#N/A' };
  first.getCell('C6').value = '=SUM(1,2) là chữ';
  first.getCell('D6').value = '007';
  first.getCell('A7').value = '   ';
  first.getCell('C8').value = 'Chữ đậm màu';
  first.getCell('C8').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
  first.getCell('A9').value = { richText: [{ text: 'Một phần ' }, { font: { name: '.VnTime' }, text: 'ch÷ cò' }] };
  first.getRow(6).hidden = true;
  first.getColumn(4).hidden = true;
  first.getCell('C8').note = 'Ghi chú của người dùng';
  first.getCell('A10').dataValidation = { type: 'list', allowBlank: true, formulae: ['"Có,Không"'] };
  first.getCell('A10').value = 'Có';
  first.addConditionalFormatting({
    ref: 'A5:A10',
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: ['A5>10'],
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FF00FF00' } } },
      },
    ],
  });
  first.headerFooter.oddHeader = '&LĐảng ủy Khối&CBáo cáo&R&P';
  first.headerFooter.oddFooter = '&C&"Times New Roman,Regular"&12Trang &P/&N';
  book.addWorksheet("Nháp 'cũ', tháng 11").getCell('C3').value = 'Nháp';
  book.addWorksheet('Trống');
  const hidden = book.addWorksheet('Ẩn', { state: 'hidden' });
  hidden.getCell('B2').value = 'ẩn';
  book.addWorksheet('RấtẨn', { state: 'veryHidden' }).getCell('A1').value = 1;
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  return withCustomProperties(bytes, new Map([['BlocRollupTemplate', 'report/1']]));
}

/** A report of so many rows of text, as monthly reports are. */
export async function longWorkbook(
  rows: number,
  columns = 6,
  text = 'Nhân dân đồng tình với chủ trương',
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Báo cáo');
  for (let row = 1; row <= rows; row++)
    sheet.addRow(Array.from({ length: columns }, (_, column) => (column === 0 ? row : `${text} ${row}.${column}`)));
  return new Uint8Array(await book.xlsx.writeBuffer());
}
