/** The sheet «Hướng dẫn»: how to fill the workbook in, and what is demanded with its clause. */
import type ExcelJS from 'exceljs';
import type { DocumentKind } from '../../document.ts';
import { templateSheets } from '../../parse/wording/common.ts';
import { nilStatement } from '../../parse/wording/report.ts';
import type { Organisation } from '../../profile.ts';
import type { Requirement } from './requirements.ts';
import { a4, border, fills, fonts } from './style.ts';

const common = [
  'Chỉ điền vào các ô nền vàng. Chọn vào ô để xem gợi ý; ô có mũi tên thì chọn giá trị trong danh sách.',
  'Nên giữ nguyên tên cột, tên phần mục và dòng «Mẫu» ở cuối trang. Cần thêm dòng thì chèn dòng vào giữa bảng.',
  'Khi chép từ tệp khác, dùng Dán đặc biệt > Giá trị (Paste Special > Values) để giữ danh sách thả xuống.',
];

const byKind: Readonly<Record<DocumentKind, readonly string[]>> = {
  roster: ['Mỗi cộng tác viên một dòng. Không bắt buộc điền hết các dòng trống; dòng trống không được tính.'],
  report: [
    'Mục II: mỗi luồng ý kiến một dòng; các luồng của cùng một vấn đề ghi cùng tên vấn đề.',
    `Nếu trong tháng không có gì để báo cáo: ở dòng đầu Mục II chọn câu «${nilStatement}» và để trống bảng.`,
  ],
  year: ['Ghi thêm vào sổ này trong suốt năm; mỗi lần nộp gửi cả tệp.'],
};

const widths = [6, 34, 58, 70];

/** Points a row needs for its longest cell: not every program fits rows to wrapped text by itself. */
function heightOf(texts: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = texts.map(({ text, width }) =>
    text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * 1.12) / width)), 0),
  );
  return Math.max(...lines) * 16.5 + 3;
}

export function writeInstructions(
  workbook: ExcelJS.Workbook,
  kind: DocumentKind,
  organisation: Organisation,
  requirements: readonly Requirement[],
): void {
  const sheet = workbook.addWorksheet(templateSheets.instructions);
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.pageSetup = { paperSize: a4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  let row = 1;
  const heading = (text: string): void => {
    sheet.mergeCells(row, 1, row, 4);
    sheet.getCell(row, 1).value = text;
    sheet.getCell(row, 1).style = { font: fonts.heading, alignment: { vertical: 'middle' } };
    sheet.getRow(row).height = 24;
    row += 1;
  };

  heading('CÁCH ĐIỀN');
  [...common, ...byKind[kind]].forEach((text, index) => {
    sheet.getCell(row, 1).value = index + 1;
    sheet.getCell(row, 1).style = { font: fonts.plain, alignment: { horizontal: 'center', vertical: 'top' } };
    sheet.mergeCells(row, 2, row, 4);
    sheet.getCell(row, 2).value = text;
    sheet.getCell(row, 2).style = { font: fonts.plain, alignment: { vertical: 'top', wrapText: true } };
    sheet.getRow(row).height = heightOf([{ text, width: 160 }]);
    row += 1;
  });
  row += 1;

  heading(`YÊU CẦU ĐỐI VỚI ${organisation.name.toUpperCase()}`);
  const header = row;
  ['STT', 'Nội dung', 'Yêu cầu', 'Căn cứ'].forEach((text, index) => {
    const cell = sheet.getCell(header, index + 1);
    cell.value = text;
    cell.style = { font: fonts.bold, fill: fills.header, border, alignment: { horizontal: 'center' } };
  });
  row += 1;
  requirements.forEach((requirement, index) => {
    const basis = requirement.cites
      .map(({ document, clause, quote }) => `${document}, ${clause}: «${quote}»`)
      .join('\n');
    [index + 1, requirement.title, requirement.demand, basis].forEach((value, column) => {
      const cell = sheet.getCell(row, column + 1);
      cell.value = value;
      cell.style = {
        font: column === 3 ? { ...fonts.plain, size: 11 } : fonts.plain,
        border,
        alignment: { vertical: 'top', horizontal: column === 0 ? 'center' : 'left', wrapText: true },
      };
    });
    const texts = [requirement.title, requirement.demand, basis];
    sheet.getRow(row).height = heightOf(texts.map((text, column) => ({ text, width: widths[column + 1] ?? 0 })));
    row += 1;
  });
  sheet.views = [{ state: 'frozen', ySplit: 0, xSplit: 2, showGridLines: false }];
  sheet.headerFooter = { oddFooter: '&CTrang &P/&N' };
}
