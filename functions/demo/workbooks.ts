/** Writes the demo's committee workbooks the way committees write them: letterhead, title, table, signature block. */
import type ExcelJS from 'exceljs';
import { newWorkbook } from '../../core/file/exceljs.ts';
import type { Organisation } from '../../core/profile.ts';
import type { Random } from './random.ts';
import type { ReportPlan, RosterPlan } from './plan.ts';
import { demoAttitude, demoBreadth, demoIssues, demoPositions, demoProposals, type DemoIssue } from './texts.ts';

const font = { name: 'Times New Roman', size: 12 };
const superior = 'ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG';

function startSheet(name: string, organisation: string, widths: readonly number[]): ExcelJS.Worksheet {
  const sheet = newWorkbook().addWorksheet(name);
  sheet.columns = widths.map((width) => ({ width, style: { font } }));
  sheet.getCell('A1').value = superior;
  sheet.getCell(1, widths.length - 1).value = 'ĐẢNG CỘNG SẢN VIỆT NAM';
  sheet.getCell('A2').value = organisation.toUpperCase();
  for (const row of [1, 2]) sheet.getRow(row).font = { ...font, bold: true };
  sheet.mergeCells('A1:D1');
  sheet.mergeCells('A2:D2');
  return sheet;
}

function title(sheet: ExcelJS.Worksheet, row: number, text: string, columns: number): void {
  sheet.mergeCells(row, 1, row, columns);
  const cell = sheet.getCell(row, 1);
  cell.value = text;
  cell.font = { ...font, size: 14, bold: true };
  cell.alignment = { horizontal: 'center' };
}

function tableRow(
  sheet: ExcelJS.Worksheet,
  row: number,
  values: readonly (string | number | Date | null)[],
  bold = false,
): void {
  values.forEach((value, index) => {
    const cell = sheet.getCell(row, index + 1);
    cell.value = value;
    cell.font = { ...font, bold };
    cell.border = {
      top: { style: 'thin' },
      left: { style: 'thin' },
      bottom: { style: 'thin' },
      right: { style: 'thin' },
    };
    cell.alignment = { vertical: 'top', wrapText: true };
    if (value instanceof Date) cell.numFmt = 'dd/mm/yyyy';
  });
}

async function bytesOf(sheet: ExcelJS.Worksheet): Promise<Uint8Array> {
  return new Uint8Array(await sheet.workbook.xlsx.writeBuffer());
}

const rosterHeader = [
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
];
const rosterWidths = [6, 26, 20, 24, 14, 14, 13, 12, 18, 16];

/** A committee's roster; names are taken from the front of `names`. */
export function rosterWorkbook(plan: RosterPlan, names: readonly string[], random: Random): Promise<Uint8Array> {
  const sheet = startSheet('Danh sách', plan.organisation.name, rosterWidths);
  const decision = `${10 + random.below(80)}-QĐ/ĐU`;
  title(sheet, 4, 'DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI', rosterHeader.length);
  title(sheet, 5, 'nhiệm kỳ 2020-2025', rosterHeader.length);
  title(sheet, 6, `(Kèm theo Quyết định số ${decision}, ngày 15/6/2021)`, rosterHeader.length);
  sheet.getCell('A8').value = 'Quy chế hoạt động: số 05-QC/ĐU ngày 20/7/2021';
  sheet.getCell('A9').value = 'Ngày rà soát gần nhất: 15/01/2023';
  sheet.getCell('A10').value = 'Ngày kiểm tra gần nhất: 18/5/2023';
  sheet.getCell('A11').value =
    plan.teamKind === 'team' ? 'Loại hình: đội ngũ cộng tác viên' : 'Loại hình: nhóm kiêm nhiệm';
  sheet.getCell('A12').value = 'Đánh giá số lượng, chất lượng, cơ cấu: bảo đảm theo Hướng dẫn số 167-HD/BTGTW';
  tableRow(sheet, 14, rosterHeader, true);
  for (let index = 0; index < plan.size; index += 1) {
    const asText = plan.mishap === 'textDates' && index > 1 && index < 6;
    tableRow(sheet, 15 + index, [
      index + 1,
      names[index] ?? '',
      random.pick(demoPositions),
      `Chi bộ ${index + 1}`,
      index === 0 ? 'Tổ trưởng' : 'Thành viên',
      decision,
      asText ? '15/6/2021' : new Date(Date.UTC(2021, 5, 15)),
      '2020-2025',
      'Đang hoạt động',
      null,
    ]);
  }
  sign(sheet, 16 + plan.size, rosterHeader.length - 1);
  return bytesOf(sheet);
}

/** The Bloc's own roster: 4 collaborators at its office, 31 in subordinate committees (263-QĐ/ĐUK). */
export function blocRosterWorkbook(
  organisations: readonly Organisation[],
  names: readonly string[],
  random: Random,
): Promise<Uint8Array> {
  const sheet = startSheet('Danh sách', 'Đảng ủy Khối các cơ quan Trung ương', rosterWidths);
  title(sheet, 4, 'DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI CẤP ĐẢNG ỦY KHỐI', rosterHeader.length);
  title(sheet, 5, 'nhiệm kỳ 2020-2025', rosterHeader.length);
  title(sheet, 6, '(Kèm theo Quyết định số 263-QĐ/ĐUK, ngày 13/5/2021)', rosterHeader.length);
  sheet.getCell('A8').value = 'Quy chế hoạt động: số 02-QC/ĐUK ngày 10/6/2021';
  sheet.getCell('A9').value = 'Ngày rà soát gần nhất: 15/01/2023';
  sheet.getCell('A10').value = 'Ngày kiểm tra gần nhất: 18/5/2023';
  sheet.getCell('A11').value = 'Đánh giá số lượng, chất lượng, cơ cấu: bảo đảm theo Hướng dẫn số 167-HD/BTGTW';
  tableRow(sheet, 13, rosterHeader, true);
  for (let index = 0; index < 35; index += 1) {
    const unit = index < 4 ? 'Cơ quan Đảng ủy Khối' : (organisations[index - 4]?.name ?? '');
    tableRow(sheet, 14 + index, [
      index + 1,
      names[index] ?? '',
      random.pick(demoPositions),
      unit,
      index === 0 ? 'Tổ trưởng' : 'Thành viên',
      '263-QĐ/ĐUK',
      new Date(Date.UTC(2021, 4, 13)),
      '2020-2025',
      index === 20 ? 'Đã chuyển công tác' : 'Đang hoạt động',
      null,
    ]);
  }
  sign(sheet, 50, rosterHeader.length - 1);
  return bytesOf(sheet);
}

const reportHeader = ['STT', 'Lĩnh vực', 'Vấn đề', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'];

/** A committee's monthly report, with the mishap its plan asks for. */
export async function reportWorkbook(plan: ReportPlan, random: Random): Promise<Uint8Array> {
  const sheet = startSheet('Báo cáo', plan.organisation.name, [18, 24, 26, 70, 16, 20]);
  const [year, month] = plan.period.split('-').map(Number);
  title(sheet, 4, 'BÁO CÁO', reportHeader.length);
  title(sheet, 5, `tình hình dư luận xã hội tháng ${month ?? ''} năm ${year ?? ''}`, reportHeader.length);
  const labels: [string, string | Date][] = [
    ['Số, ký hiệu', `${20 + random.below(150)}-BC/ĐU`],
    ['Ngày báo cáo', new Date(`${plan.received.slice(0, 10)}T00:00:00Z`)],
    ['Loại báo cáo', 'định kỳ'],
    ['Kính gửi', 'Ban Thường vụ Đảng ủy Khối (qua Ban Tuyên giáo Đảng ủy Khối)'],
  ];
  labels.forEach(([label, value], index) => {
    sheet.getCell(7 + index, 1).value = label;
    sheet.getCell(7 + index, 2).value = value;
    if (value instanceof Date) sheet.getCell(7 + index, 2).numFmt = 'dd/mm/yyyy';
  });
  section(sheet, 12, 'I. KHÁI QUÁT TÌNH HÌNH', overview(plan));
  let row = 15;
  section(sheet, row, 'II. NỘI DUNG DƯ LUẬN', null);
  row += 1;
  if (plan.mishap === 'nil') {
    sheet.getCell(row, 1).value = 'Trong tháng không phát sinh vấn đề dư luận nổi cộm.';
    row += 2;
  } else row = streamTable(sheet, row, plan, random) + 1;
  section(sheet, row, 'III. VẤN ĐỀ NỔI CỘM', 'Không có.');
  section(sheet, row + 3, 'IV. DỰ BÁO', 'Dư luận tiếp tục quan tâm đời sống cuối năm và cải cách tiền lương.');
  section(sheet, row + 6, 'V. ĐỀ XUẤT, KIẾN NGHỊ', null);
  tableRow(sheet, row + 7, ['STT', 'Nội dung kiến nghị', 'Nơi nhận'], true);
  const proposals = random.shuffle(demoProposals).slice(0, 1 + random.below(2));
  proposals.forEach(([text, recipient], index) => tableRow(sheet, row + 8 + index, [index + 1, text, recipient]));
  sign(sheet, row + 10 + proposals.length, 5);
  const bytes = await bytesOf(sheet);
  // A mail that broke off: the end of the package is missing.
  return plan.mishap === 'damaged' ? bytes.subarray(0, Math.floor(bytes.length * 0.7)) : bytes;
}

function overview(plan: ReportPlan): string {
  return plan.mishap === 'wrongCitation'
    ? 'Thực hiện Kết luận số 100-KL/TW ngày 18/4/2014 và Hướng dẫn số 176-HD/BTGTW, Đảng ủy báo cáo như sau.'
    : 'Trong tháng, tình hình tư tưởng cán bộ, đảng viên ổn định. Đảng ủy tiếp tục thực hiện Kết luận số 05-KL/ĐUK ngày 06/12/2021.';
}

/** Returns the row after the table. */
function streamTable(sheet: ExcelJS.Worksheet, header: number, plan: ReportPlan, random: Random): number {
  tableRow(sheet, header, reportHeader, true);
  let row = header + 1;
  const put = (issue: DemoIssue, text: string): void => {
    const values = [issue.field, issue.issue, text, random.pick(demoBreadth), random.pick(demoAttitude)];
    tableRow(sheet, row, [row - header, ...values]);
    row += 1;
  };
  random
    .shuffle(demoIssues)
    .slice(0, 4)
    .forEach((issue, index) => {
      const streams =
        plan.mishap === 'oneStream' && index === 0 ? issue.streams.slice(0, 1) : issue.streams.slice(0, 2);
      for (const text of streams) put(issue, text);
    });
  if (plan.mishap === 'phoneNumber') {
    sheet.getCell(header + 3, 4).value =
      'Ông Nguyễn Văn Mẫu, số điện thoại 0912 345 678, cho rằng giá điện tăng quá nhanh.';
  }
  if (plan.mishap === 'legacyFont') {
    for (let line = header + 1; line < header + 4; line += 1) {
      const cell = sheet.getCell(line, 4);
      cell.value = 'T×nh h×nh d\u00ADluËn æn ®Þnh';
      cell.font = { name: '.VnTime', size: 12 };
    }
  }
  return row;
}

function section(sheet: ExcelJS.Worksheet, row: number, heading: string, text: string | null): void {
  sheet.getCell(row, 1).value = heading;
  sheet.getCell(row, 1).font = { ...font, bold: true };
  if (text !== null) sheet.getCell(row + 1, 1).value = text;
}

function sign(sheet: ExcelJS.Worksheet, row: number, column: number): void {
  sheet.getCell(row, column).value = 'T/M ĐẢNG ỦY';
  sheet.getCell(row + 1, column).value = 'PHÓ BÍ THƯ';
}
