/**
 * What committee workbooks call things: columns, section headings and label lines, each with the standard Vietnamese
 * wording (used by the templates) and the other wordings accepted when reading; here what any kind of workbook may have.
 * Matching is on `foldPlain`: case, diacritics, punctuation and line breaks do not matter.
 */

/** A column of a table. */
export interface ColumnSpec<Id extends string> {
  readonly id: Id;
  /** The standard header, as the templates write it. */
  readonly label: string;
  /** Other headers meaning the same, best first. */
  readonly synonyms: readonly string[];
  /** Tried last, on the plain-folded header, for wordings nobody listed. */
  readonly pattern?: RegExp;
}

/** A section of a report or year record. */
export interface SectionSpec<Id extends string> {
  readonly id: Id;
  /** Standard roman numeral; headings are recognised by their words first, whatever their number. */
  readonly numeral: string;
  /** The standard heading, without its numeral. */
  readonly title: string;
  /** Matches the plain-folded heading, its numbering removed. */
  readonly pattern: RegExp;
}

/** A label with its value beside, below or behind a colon. */
export interface LabelSpec<Id extends string> {
  readonly id: Id;
  /** The standard label, as the templates write it. */
  readonly label: string;
  readonly synonyms: readonly string[];
}

/** Columns no workbook of the kind may have. */
export type RefusedColumn =
  'birthDate' | 'nationalId' | 'ethnicity' | 'religion' | 'homeAddress' | 'socialMedia' | 'otherPersonal' | 'informant';

export const order: ColumnSpec<'order'> = {
  id: 'order',
  label: 'STT',
  synonyms: ['TT', 'Số TT', 'Số thứ tự', 'Thứ tự', 'S.T.T', 'T.T', 'No', 'No.', 'STT No', 'TT No', '#'],
};

export const note: ColumnSpec<'note'> = {
  id: 'note',
  label: 'Ghi chú',
  synonyms: ['Chú thích', 'Ghi chú khác', 'Note', 'Notes', 'Remark', 'Remarks'],
  pattern: /^ghi chu\b/,
};

/** Personal data no workbook may have, whatever the profile. */
export const personalColumns: readonly ColumnSpec<RefusedColumn>[] = [
  {
    id: 'birthDate',
    label: 'Ngày, tháng, năm sinh',
    synonyms: ['Ngày sinh', 'Ngày tháng năm sinh', 'Ngày/tháng/năm sinh', 'NTNS', 'Sinh ngày'],
    pattern: /^ngay (thang )?(nam )?sinh\b(?! hoat)|^sinh ngay\b/,
  },
  {
    id: 'nationalId',
    label: 'Số CCCD',
    synonyms: [
      'CCCD',
      'CMND',
      'CMTND',
      'Căn cước',
      'Căn cước công dân',
      'Chứng minh nhân dân',
      'Số định danh',
      'CCCD/CMND',
    ],
    pattern: /\b(cccd|cmnd|cmtnd|cmt|can cuoc|chung minh (nhan dan|thu)|dinh danh|ho chieu)\b/,
  },
  { id: 'ethnicity', label: 'Dân tộc', synonyms: ['Thành phần dân tộc'], pattern: /^(thanh phan )?dan toc\b/ },
  { id: 'religion', label: 'Tôn giáo', synonyms: ['Tín ngưỡng', 'Đạo'], pattern: /^(dan toc )?ton giao\b/ },
  {
    id: 'homeAddress',
    label: 'Địa chỉ nhà',
    synonyms: [
      'Địa chỉ',
      'Nơi ở',
      'Nơi ở hiện nay',
      'Chỗ ở',
      'Hộ khẩu',
      'Hộ khẩu thường trú',
      'Nơi thường trú',
      'Thường trú',
    ],
    pattern: /\b(dia chi(?! e ?mail| thu)|noi o|cho o|noi cu tru|ho khau|thuong tru|tam tru)\b/,
  },
  {
    id: 'socialMedia',
    label: 'Mạng xã hội',
    synonyms: ['Facebook', 'Zalo', 'Tài khoản mạng xã hội', 'Tiktok', 'Fanpage', 'Tài khoản Facebook', 'Link Facebook'],
    pattern: /\b(facebook|zalo|tiktok|viber|telegram|youtube|mang xa hoi|mxh)\b/,
  },
  {
    id: 'otherPersonal',
    label: 'Thông tin cá nhân khác',
    synonyms: [
      'Quê quán',
      'Nguyên quán',
      'Nơi sinh',
      'Ngày vào Đảng',
      'Số thẻ đảng',
      'Số tài khoản',
      'Tình trạng hôn nhân',
    ],
    pattern:
      /\b(que quan|nguyen quan|noi sinh(?! hoat)|vao dang|the dang|tai khoan|hon nhan|so bhxh|bao hiem|ma so thue|suc khoe)\b/,
  },
];

export type CommonLabel = 'organisation' | 'period';

/** Label lines any kind may carry. */
export const commonLabels: readonly LabelSpec<CommonLabel>[] = [
  {
    id: 'organisation',
    label: 'Tổ chức',
    synonyms: [
      'Đơn vị',
      'Đơn vị báo cáo',
      'Tổ chức đảng',
      'Tên đơn vị',
      'Đảng ủy',
      'Đảng bộ',
      'Cơ quan',
      'Đơn vị gửi',
      'Cơ quan báo cáo',
      'Tên tổ chức',
      'Tên tổ chức đảng',
      'Tên đảng bộ',
      'Tên đảng ủy',
      'Đơn vị lập',
      'Tổ chức báo cáo',
    ],
  },
  {
    id: 'period',
    label: 'Kỳ báo cáo',
    synonyms: ['Kỳ', 'Tháng', 'Tháng báo cáo', 'Kì báo cáo', 'Báo cáo tháng', 'Kỳ tháng'],
  },
];

/** Standard titles, as the templates write them. */
export const documentTitles = {
  roster: 'DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI',
  report: 'BÁO CÁO',
  /** The line under «BÁO CÁO»; followed by «tháng … năm …». */
  reportSubject: 'tình hình dư luận xã hội',
  /** Followed by «NĂM …». */
  year: 'TỔNG HỢP CÔNG TÁC DƯ LUẬN XÃ HỘI',
} as const;

/** Sheets of our own templates beside the document: never read, never stray. */
export const templateSheets = { instructions: 'Hướng dẫn', lists: 'Danh mục' } as const;
