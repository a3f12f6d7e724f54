/** What reports call their columns, sections and label lines. */
import {
  order,
  personalColumns,
  type ColumnSpec,
  type LabelSpec,
  type RefusedColumn,
  type SectionSpec,
} from './common.ts';

export type StreamColumn = 'order' | 'field' | 'issue' | 'stream' | 'breadth' | 'attitude';

export type ProposalColumn = 'order' | 'proposal' | 'recipient';

/**
 * Of the headers of several columns of opinions, one row per issue: «Ý kiến tán thành», «Luồng ý kiến 2», «Đa số ý
 * kiến». Given `foldPlain` text.
 */
export const oneOfStreams =
  /^((cac |nhung )?(luong )?(y kien|luong|du luan( xa hoi)?) (con |co |thu |so )?(\d{1,2}|nhat|hai|ba|tu|i{1,3}|iv|v|tan thanh|dong tinh|dong thuan|ung ho|nhat tri|phan doi|khong|chua|ban khoan|luong lu|lo lang|lo ngai|trai chieu|tich cuc|tieu cuc|trung lap|khac|tuyet dai da so|dai da so|da so|phan lon|nhieu|mot so|mot bo phan|so it|thieu so)|(tuyet dai da so|dai da so|da so|phan lon|nhieu|mot so|mot bo phan|so it|thieu so) (luong )?y kien)\b/;

/**
 * Of the headers of columns to be ticked beside a column of opinions, one for each term: «Đa số», «Phản đối». Given
 * `foldPlain` text.
 */
export const tickedTerms: Readonly<Record<'breadth' | 'attitude', RegExp>> = {
  breadth: /^(tuyet dai da so|dai da so|da so|phan lon|nhieu|mot so|mot bo phan|so it|thieu so)( y kien)?$/,
  attitude:
    /^(tan thanh|dong tinh|dong thuan|ung ho|nhat tri|phan doi|(khong|chua) (tan thanh|dong tinh|dong thuan|ro)|ban khoan( luong lu)?|luong lu|lo lang|y kien khac)$/,
};

/** «Vấn đề, luồng dư luận», «Vấn đề và ý kiến»: one column for what is talked of and what is said. */
const andStreams = String.raw`\bluong (y kien|du luan)\b|\b(van de|su kien) (va )?(cac |noi dung )?y kien\b`;

/** Columns of the opinion table of a report, all but `order` required. */
export const streamColumns: readonly ColumnSpec<StreamColumn>[] = [
  order,
  {
    id: 'field',
    label: 'Lĩnh vực',
    synonyms: ['Nhóm lĩnh vực', 'Lĩnh vực dư luận', 'Nhóm vấn đề', 'Chủ đề', 'Mảng', 'Field'],
    pattern: new RegExp(String.raw`^(?!.*(?:${andStreams})).*\blinh vuc\b`),
  },
  {
    id: 'issue',
    label: 'Vấn đề',
    synonyms: [
      'Vấn đề dư luận quan tâm',
      'Vấn đề dư luận',
      'Vấn đề quan tâm',
      'Nội dung vấn đề',
      'Vấn đề, sự kiện',
      'Sự kiện, vấn đề',
      'Sự việc, vấn đề',
      'Tên vấn đề',
      'Lĩnh vực, vấn đề',
      'Vấn đề, lĩnh vực',
      'Sự kiện',
      'Issue',
    ],
    pattern: new RegExp(String.raw`^(?!.*(?:${andStreams}))(ten |cac )?(van de|su kien|su viec)\b`),
  },
  {
    id: 'stream',
    label: 'Luồng ý kiến',
    synonyms: [
      'Nội dung ý kiến',
      'Luồng dư luận',
      'Các luồng ý kiến',
      'Luồng ý kiến, dư luận',
      'Ý kiến, dư luận',
      'Ý kiến dư luận',
      'Nội dung dư luận',
      'Nội dung luồng ý kiến',
      'Luồng dư luận xã hội',
      'Ý kiến',
      'Các ý kiến',
      'Tóm tắt ý kiến',
      'Nội dung phản ánh',
      'Nội dung',
      'Dư luận',
      'Dư luận xã hội',
      'Diễn biến dư luận',
      'Tóm tắt nội dung dư luận',
      'Lĩnh vực, vấn đề, luồng ý kiến',
      'Vấn đề, luồng ý kiến',
      'Stream',
    ],
    pattern: new RegExp(
      String.raw`\bluong\b|${andStreams}|^((noi dung|tom tat|dien bien|cac) ){1,3}(y kien|du luan|phan anh)\b|^y kien\b|${oneOfStreams.source}`,
    ),
  },
  {
    id: 'breadth',
    label: 'Mức độ',
    synonyms: [
      'Mức độ phổ biến',
      'Phạm vi',
      'Tỷ lệ',
      'Mức độ lan tỏa',
      'Độ phổ biến',
      'Quy mô',
      'Mức độ đồng tình',
      'Breadth',
    ],
    pattern: /^muc do\b|^pham vi\b|\bpho bien\b|^t[yi] le\b/,
  },
  {
    id: 'attitude',
    label: 'Khuynh hướng',
    synonyms: [
      'Thái độ',
      'Xu hướng',
      'Chiều hướng',
      'Tâm trạng',
      'Khuynh hướng dư luận',
      'Xu hướng dư luận',
      'Attitude',
    ],
    pattern: /^(khuynh|xu|chieu) huong\b|^thai do\b/,
  },
];

/** A report speaks of opinions, never of who held them. */
export const refusedReportColumns: readonly ColumnSpec<RefusedColumn>[] = [
  {
    id: 'informant',
    label: 'Người phản ánh',
    synonyms: [
      'Họ và tên',
      'Họ tên',
      'Người cung cấp',
      'Người nói',
      'Người phát ngôn',
      'Nguồn',
      'Nguồn tin',
      'Nguồn phản ánh',
      'Cộng tác viên',
      'CTV',
    ],
    pattern: /^(ho (va )?ten|nguoi|nguon|tac gia|chu the)\b|\bnguoi (phan anh|cung cap|noi|phat)\b/,
  },
  ...personalColumns,
];

/** Columns of the proposals table (section V). */
export const proposalColumns: readonly ColumnSpec<ProposalColumn>[] = [
  order,
  {
    id: 'proposal',
    label: 'Nội dung kiến nghị',
    synonyms: [
      'Đề xuất, kiến nghị',
      'Kiến nghị',
      'Đề xuất',
      'Kiến nghị, đề xuất',
      'Nội dung đề xuất',
      'Nội dung đề xuất, kiến nghị',
      'Nội dung kiến nghị, đề xuất',
      'Nội dung',
      'Proposal',
    ],
    pattern: /\b(kien nghi|de xuat)\b/,
  },
  {
    id: 'recipient',
    label: 'Nơi nhận',
    synonyms: [
      'Cơ quan tiếp nhận',
      'Cơ quan giải quyết',
      'Đơn vị tiếp nhận',
      'Gửi đến',
      'Kiến nghị đến',
      'Cấp có thẩm quyền',
      'Cơ quan có thẩm quyền',
      'Nơi tiếp nhận',
      'Cấp giải quyết',
      'Thẩm quyền giải quyết',
      'Recipient',
    ],
    pattern: /^noi (nhan|tiep nhan|gui)\b|\bco quan\b|\btham quyen\b|^gui\b/,
  },
];

export type ReportSection = 'overview' | 'opinion' | 'salient' | 'forecast' | 'proposals' | 'counters';

/** Sections of a report, in standard order. */
export const reportSections: readonly SectionSpec<ReportSection>[] = [
  {
    id: 'overview',
    numeral: 'I',
    title: 'KHÁI QUÁT TÌNH HÌNH',
    pattern: /^(danh gia )?(khai quat|tinh hinh chung|dac diem( chung)?|tinh hinh tu tuong|danh gia chung)\b/,
  },
  {
    id: 'opinion',
    numeral: 'II',
    title: 'NỘI DUNG DƯ LUẬN',
    pattern:
      /^((cac |nhung )?(noi dung|luong|y kien) du luan|noi dung (cu the|phan anh|bao cao)|tinh hinh du luan|du luan (xa hoi|ve)|(cac |nhung )?van de (du luan|duoc du luan|can bo|nhan dan)|noi dung$|cac luong)\b/,
  },
  {
    id: 'salient',
    numeral: 'III',
    title: 'VẤN ĐỀ NỔI CỘM',
    pattern:
      /^(cac |nhung |mot so )?(van de|noi dung|vu viec|du luan)?( moi)?( phat sinh)?( can)? ?(noi com|buc xuc|dang chu y|noi bat)\b/,
  },
  {
    id: 'forecast',
    numeral: 'IV',
    title: 'DỰ BÁO',
    pattern: /^(danh gia )?(va )?(du bao|nhan dinh|danh gia du bao)\b/,
  },
  {
    id: 'proposals',
    numeral: 'V',
    title: 'ĐỀ XUẤT, KIẾN NGHỊ',
    pattern: /^(cac |nhung |mot so |noi dung )?(de xuat|kien nghi)\b/,
  },
  { id: 'counters', numeral: 'VI', title: 'SỐ LIỆU', pattern: /^(so lieu|thong ke|bieu so lieu|phu luc so lieu)\b/ },
];

export type ReportLabel =
  | 'number'
  | 'date'
  | 'type'
  | 'addressee'
  | 'channel'
  | 'request'
  | 'classification'
  | 'reports'
  | 'salientIssues'
  | 'handledCases';

/** Label lines of a report. */
export const reportLabels: readonly LabelSpec<ReportLabel>[] = [
  {
    id: 'number',
    label: 'Số, ký hiệu',
    synonyms: [
      'Số',
      'Số ký hiệu',
      'Số/ký hiệu',
      'Số hiệu',
      'Số báo cáo',
      'Ký hiệu',
      'Số, ký hiệu báo cáo',
      'Số văn bản',
      'Số, kí hiệu',
    ],
  },
  {
    id: 'date',
    label: 'Ngày báo cáo',
    synonyms: [
      'Ngày',
      'Ngày lập',
      'Ngày ký',
      'Ngày gửi',
      'Ngày ban hành',
      'Ngày, tháng',
      'Ngày tháng',
      'Ngày văn bản',
      'Ngày lập báo cáo',
    ],
  },
  { id: 'type', label: 'Loại báo cáo', synonyms: ['Loại', 'Loại hình báo cáo', 'Kiểu báo cáo', 'Tính chất báo cáo'] },
  {
    id: 'addressee',
    label: 'Kính gửi',
    synonyms: ['Nơi nhận', 'Nơi gửi đến', 'Gửi', 'Đơn vị nhận', 'Nơi nhận báo cáo', 'Người nhận'],
  },
  {
    id: 'channel',
    label: 'Hình thức gửi',
    synonyms: ['Hình thức báo cáo', 'Hình thức', 'Kênh báo cáo', 'Phương thức gửi', 'Phương thức báo cáo', 'Kênh gửi'],
  },
  {
    id: 'request',
    label: 'Theo yêu cầu tại',
    synonyms: [
      'Theo yêu cầu',
      'Văn bản yêu cầu',
      'Yêu cầu',
      'Căn cứ yêu cầu',
      'Công văn yêu cầu',
      'Báo cáo theo yêu cầu',
      'Theo yêu cầu tại văn bản',
      'Theo văn bản',
      'Theo công văn',
    ],
  },
  // Read by the rule that looks for marks in every cell.
  { id: 'classification', label: 'Độ mật', synonyms: ['Mức độ mật', 'Độ khẩn', 'Mức độ khẩn'] },
  {
    id: 'reports',
    label: 'Số báo cáo trong kỳ',
    synonyms: [
      'Số báo cáo đã gửi',
      'Số lượng báo cáo',
      'Số báo cáo đã thực hiện',
      'Tổng số báo cáo',
      'Số lượt báo cáo',
      'Số báo cáo nhận được',
    ],
  },
  {
    id: 'salientIssues',
    label: 'Số vấn đề nổi cộm',
    synonyms: ['Số lượng vấn đề nổi cộm', 'Tổng số vấn đề nổi cộm', 'Số vấn đề nổi cộm phát sinh', 'Số vấn đề'],
  },
  {
    id: 'handledCases',
    label: 'Số vụ việc đã xử lý',
    synonyms: [
      'Số vụ việc đã được xử lý',
      'Số vụ việc xử lý',
      'Số vụ việc',
      'Số vụ việc đã giải quyết',
      'Số vấn đề đã xử lý',
      'Số việc đã xử lý',
      'Số vụ việc đã xử lí',
    ],
  },
];

/** What a report says instead of opinions when nothing arose, as the templates write it. */
export const nilStatement = 'Trong tháng không phát sinh vấn đề dư luận nổi cộm.';

export const reportTypeLabels = { periodic: 'định kỳ', adHoc: 'đột xuất', quick: 'nhanh' } as const;
