/** Why rows of a workbook are not in the summary. */
import type { Message } from '../message.ts';
import { periodLabel } from '../period.ts';

export const unrecognisedFile: Message = {
  vi: 'không nhận ra danh sách, báo cáo hay phiếu công tác năm trong tệp',
  en: 'no roster, report or year record was recognised in the file',
};

export const unknownOrganisation: Message = {
  vi: 'không xác định được tổ chức trong sổ đăng ký của hồ sơ',
  en: 'the organisation is not in the profile’s register',
};

export const inactiveOrganisation: Message = {
  vi: 'tổ chức không hoạt động trong kỳ tổng hợp',
  en: 'the organisation does not exist in the merged period',
};

export const notSubordinate: Message = {
  vi: 'báo cáo của chính Khối, không phải của tổ chức trực thuộc',
  en: 'a report of the Bloc itself, not of a subordinate organisation',
};

export const noPeriod: Message = {
  vi: 'không xác định được kỳ báo cáo',
  en: 'the period of the report is not known',
};

export const noStreamText: Message = {
  vi: 'dòng không ghi luồng ý kiến',
  en: 'the row states no opinion stream',
};

export const laterRoster: Message = {
  vi: 'kỳ khác: danh sách nhận sau khi kỳ tổng hợp kết thúc',
  en: 'another period: the roster was received after the merged period ended',
};

export function otherPeriod(period: string): Message {
  const label = periodLabel(period);
  return { vi: `kỳ khác: ${label.vi}`, en: `another period: ${label.en}` };
}

export function excludedByDecision(reason: string): Message {
  return { vi: `loại theo quyết định: ${reason}`, en: `excluded by decision: ${reason}` };
}

export function sameContent(file: string): Message {
  return { vi: `nội dung trùng hoàn toàn với tệp «${file}»`, en: `the content is identical to the file “${file}”` };
}

export function superseded(file: string): Message {
  return { vi: `đã thay thế bằng tệp «${file}»`, en: `superseded by the file “${file}”` };
}

export function rejected(errors: number): Message {
  return {
    vi: `không đạt: còn ${errors} lỗi chưa xử lý`,
    en: `rejected: ${errors} ${errors === 1 ? 'error is' : 'errors are'} still open`,
  };
}
