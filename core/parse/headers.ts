/**
 * What committee workbooks call things: columns, section headings and label lines, each with the standard Vietnamese
 * wording (used by the templates) and the other wordings accepted when reading.
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

export type OptionalColumn = 'birthYear' | 'gender' | 'education' | 'politicalTheory' | 'phone' | 'email';

export type RosterColumn =
  | 'order'
  | 'name'
  | 'position'
  | 'unit'
  | 'role'
  | 'decisionNumber'
  | 'decisionDate'
  | 'term'
  | 'status'
  | 'note'
  | OptionalColumn;

/**
 * Columns read only: people split the name in two, write a decision's number and date in one column, or the day somebody
 * left instead of a status.
 */
export type RosterSplitColumn = 'familyName' | 'givenName' | 'decision' | 'leftOn';

export type StreamColumn = 'order' | 'field' | 'issue' | 'stream' | 'breadth' | 'attitude';
export type ProposalColumn = 'order' | 'proposal' | 'recipient';
export type TrainingColumn = 'order' | 'trainingName' | 'trainingDate' | 'topics' | 'attendees';
export type EventColumn = 'order' | 'activity' | 'eventText' | 'eventDate' | 'attendees' | 'topics';
/** Columns read only, of any table of a year record. */
export type YearSideColumn = 'month' | 'note';

/** Columns no workbook of the kind may have. */
export type RefusedColumn =
  'birthDate' | 'nationalId' | 'ethnicity' | 'religion' | 'homeAddress' | 'socialMedia' | 'otherPersonal' | 'informant';

const order: ColumnSpec<'order'> = {
  id: 'order',
  label: 'STT',
  synonyms: ['TT', 'Số TT', 'Số thứ tự', 'Thứ tự', 'S.T.T', 'T.T', 'No', 'No.', 'STT No', 'TT No', '#'],
};

const note: ColumnSpec<'note'> = {
  id: 'note',
  label: 'Ghi chú',
  synonyms: ['Chú thích', 'Ghi chú khác', 'Note', 'Notes', 'Remark', 'Remarks'],
  pattern: /^ghi chu\b/,
};

/** The standard columns of a roster in template order; optional ones are in `optionalColumns`. */
export const rosterColumns: readonly ColumnSpec<RosterColumn>[] = [
  order,
  {
    id: 'name',
    label: 'Họ và tên',
    synonyms: [
      'Họ tên',
      'Họ và tên cộng tác viên',
      'Họ và tên CTV',
      'Họ và tên đồng chí',
      'Họ, chữ đệm và tên',
      'Họ tên cộng tác viên',
      'Tên cộng tác viên',
      'Cộng tác viên',
      'Danh sách cộng tác viên',
      'Đồng chí',
      'Full name',
      'Name',
    ],
    pattern: /^ho (va )?(chu dem )?(va )?ten\b|^ho ten\b/,
  },
  {
    id: 'position',
    label: 'Chức vụ',
    synonyms: [
      'Chức danh',
      'Chức vụ, chức danh',
      'Chức vụ, đơn vị công tác',
      'Chức vụ, đơn vị',
      'Chức vụ công tác',
      'Chức vụ hiện nay',
      'Chức vụ hiện tại',
      'Chức vụ Đảng, chính quyền',
      'Chức vụ chính quyền',
      'Chức vụ Đảng',
      'Chức vụ trong Đảng',
      'Chức vụ đoàn thể',
      'Chức vụ chuyên môn',
      'Chức danh chuyên môn',
      'Chức vụ, chức danh chuyên môn',
      'Chức vụ, nơi công tác',
      'Chức vụ và đơn vị công tác',
      'Vị trí công tác',
      'Position',
      'Title',
      'Job title',
    ],
    pattern: /^chuc (vu|danh)\b(?!.*\b(trong (to|doi|nhom)|dlxh)\b)/,
  },
  {
    id: 'unit',
    label: 'Đơn vị/chi bộ đại diện',
    synonyms: [
      'Đơn vị đại diện',
      'Chi bộ đại diện',
      'Chi bộ, đơn vị đại diện',
      'Đại diện cho',
      'Đại diện chi bộ',
      'Đại diện đơn vị',
      'Đại diện cho chi bộ, đảng bộ',
      'Đại diện cho chi bộ, đảng bộ trực thuộc',
      'Chi bộ, đảng bộ trực thuộc',
      'Chi bộ',
      'Chi bộ/đơn vị',
      'Đơn vị/chi bộ',
      'Chi bộ, đơn vị',
      'Đơn vị, chi bộ',
      'Đảng bộ, chi bộ',
      'Đảng bộ, chi bộ trực thuộc',
      'Chi bộ sinh hoạt',
      'Sinh hoạt tại chi bộ',
      'Nơi sinh hoạt Đảng',
      'Nơi sinh hoạt',
      'Đơn vị',
      'Đơn vị công tác',
      'Nơi công tác',
      'Cơ quan, đơn vị',
      'Đơn vị, nơi công tác',
      'Unit',
      'Party cell',
      'Represented unit',
      'Department',
    ],
    pattern: /\bdai dien\b|^(don vi|chi bo)\b/,
  },
  {
    id: 'role',
    label: 'Vai trò',
    synonyms: [
      'Vai trò (tổ trưởng/thành viên)',
      'Vai trò trong tổ',
      'Vai trò trong đội ngũ',
      'Nhiệm vụ',
      'Nhiệm vụ trong tổ',
      'Nhiệm vụ được phân công',
      'Nhiệm vụ phân công',
      'Phân công nhiệm vụ',
      'Phân công',
      'Chức danh trong tổ',
      'Chức vụ trong tổ',
      'Chức danh trong nhóm',
      'Trách nhiệm',
      'Tổ trưởng/thành viên',
      'Role',
    ],
    pattern:
      /^vai tro\b|^(chuc (vu|danh)|nhiem vu|trach nhiem) (trong|o) (to|doi|nhom|ban)\b|\bto truong\b.*\bthanh vien\b/,
  },
  {
    id: 'decisionNumber',
    label: 'Số QĐ',
    synonyms: [
      'Số quyết định',
      'Quyết định số',
      'QĐ số',
      'Số, ký hiệu QĐ',
      'Số, ký hiệu quyết định',
      'Số hiệu quyết định',
      'Số QĐ thành lập',
      'Số quyết định thành lập',
      'Quyết định số, ký hiệu',
      'Quyết định thành lập số',
      'Số QĐ công nhận',
      'Decision number',
      'Decision no',
    ],
    pattern: /^so (ky hieu |hieu )?(qd|quyet dinh)\b(?!.*\bngay\b)|^(qd|quyet dinh)\b.*\bso( ky hieu| hieu)?$/,
  },
  {
    id: 'decisionDate',
    label: 'Ngày QĐ',
    synonyms: [
      'Ngày quyết định',
      'Ngày, tháng quyết định',
      'Ngày tháng QĐ',
      'QĐ ngày',
      'Quyết định ngày',
      'Ngày ban hành',
      'Ngày ban hành quyết định',
      'Ngày ký',
      'Ngày ký quyết định',
      'Quyết định ngày ban hành',
      'Quyết định ngày ký',
      'Quyết định ngày, tháng, năm',
      'Quyết định thành lập ngày',
      'Decision date',
    ],
    pattern: /^ngay (thang )?(nam )?(ban hanh |ky )?(qd|quyet dinh)\b|^(qd|quyet dinh)\b(?!.*\bso\b).*\bngay\b/,
  },
  {
    id: 'term',
    label: 'Nhiệm kỳ',
    synonyms: ['NK', 'Nhiệm kì', 'Khóa', 'Term'],
    pattern: /^nhiem k[yi]\b/,
  },
  {
    id: 'status',
    label: 'Trạng thái',
    synonyms: [
      'Tình trạng',
      'Hiện trạng',
      'Tình trạng hoạt động',
      'Trạng thái hoạt động',
      'Tình trạng hiện nay',
      'Status',
    ],
    pattern: /^(tinh|trang) (trang|thai)\b/,
  },
  note,
];

/** Read besides the standard roster columns, never written. */
export const rosterSplitColumns: readonly ColumnSpec<RosterSplitColumn>[] = [
  {
    id: 'familyName',
    label: 'Họ đệm',
    synonyms: [
      'Họ và đệm',
      'Họ và tên đệm',
      'Họ, đệm',
      'Họ và chữ đệm',
      'Họ, chữ đệm',
      'Chữ đệm',
      'Tên đệm',
      'Đệm',
      'Họ lót',
      'Họ và tên lót',
      'Họ',
      'Họ, tên đệm',
    ],
  },
  { id: 'givenName', label: 'Tên', synonyms: ['Tên gọi'] },
  {
    id: 'decision',
    label: 'Quyết định',
    synonyms: [
      'QĐ',
      'Số, ngày quyết định',
      'Số, ngày QĐ',
      'Số QĐ, ngày QĐ',
      'Số/ngày QĐ',
      'Số và ngày quyết định',
      'Quyết định (số, ngày)',
      'Quyết định thành lập',
      'Quyết định số, ngày',
      'Quyết định công nhận',
    ],
    pattern:
      /^(qd|quyet dinh)\b.*\bso\b.*\bngay\b|^so\b.*\bngay\b.*\b(qd|quyet dinh)\b|^so (qd|quyet dinh)\b.*\bngay\b/,
  },
  {
    id: 'leftOn',
    label: 'Ngày thôi tham gia',
    synonyms: [
      'Ngày thôi',
      'Thời điểm thôi',
      'Thời điểm thôi tham gia',
      'Ngày kết thúc',
      'Thời điểm kết thúc',
      'Ngày nghỉ',
      'Ngày miễn nhiệm',
      'Thôi tham gia từ',
      'Tham gia đến ngày',
      'Thời gian tham gia đến',
      'Thời gian tham gia đến ngày',
    ],
    // The term ends for all on one day; who is still to retire has not left.
    pattern:
      /^(ngay|thang|thoi (diem|gian)) (thang (nam )?)?(xin )?(thoi|ket thuc|nghi|mien nhiem|rut|roi|ra khoi|chuyen (cong tac|di|don vi))\b(?!.*\b(nhiem ky|du kien|den)\b)|^(thoi tham gia|thoi lam|mien nhiem) .*\b(ngay|thang|nam)\b/,
  },
];

/** Personal columns a profile may switch on; otherwise refused. */
export const optionalColumns: readonly ColumnSpec<OptionalColumn>[] = [
  { id: 'birthYear', label: 'Năm sinh', synonyms: ['Sinh năm', 'NS', 'Tuổi'], pattern: /^nam sinh\b/ },
  { id: 'gender', label: 'Giới tính', synonyms: ['Giới', 'Nam/nữ', 'Nam, nữ', 'Phái'], pattern: /^gioi tinh\b/ },
  {
    id: 'education',
    label: 'Trình độ chuyên môn',
    synonyms: [
      'Trình độ',
      'Chuyên môn',
      'Trình độ học vấn',
      'Học vấn',
      'Học vị',
      'TĐCM',
      'Trình độ đào tạo',
      'Bằng cấp',
    ],
    pattern: /^trinh do (chuyen mon|hoc van|dao tao|van hoa)\b/,
  },
  {
    id: 'politicalTheory',
    label: 'Lý luận chính trị',
    synonyms: ['Trình độ lý luận chính trị', 'Lí luận chính trị', 'LLCT', 'Trình độ LLCT', 'Lý luận CT'],
    pattern: /\bl[yi] luan chinh tri\b|\bllct\b/,
  },
  {
    id: 'phone',
    label: 'Điện thoại',
    synonyms: [
      'Số điện thoại',
      'SĐT',
      'ĐT',
      'ĐTDĐ',
      'Di động',
      'Điện thoại liên hệ',
      'Số ĐT',
      'Điện thoại di động',
      'Số máy',
    ],
    pattern: /\bdien thoai\b|\bsdt\b/,
  },
  {
    id: 'email',
    label: 'Email công vụ',
    synonyms: ['Email', 'E-mail', 'Thư điện tử', 'Hòm thư', 'Hộp thư điện tử', 'Địa chỉ email', 'Thư công vụ'],
    pattern: /\be ?mail\b|\bthu dien tu\b/,
  },
];

/** Never accepted in a roster, whatever the profile. */
export const refusedRosterColumns: readonly ColumnSpec<RefusedColumn>[] = [
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
  ...refusedRosterColumns,
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

/** Columns of the training table of a year record. */
export const trainingColumns: readonly ColumnSpec<TrainingColumn>[] = [
  order,
  {
    id: 'trainingName',
    label: 'Tên lớp tập huấn',
    synonyms: [
      'Tên lớp',
      'Lớp tập huấn',
      'Tên hội nghị',
      'Hội nghị tập huấn',
      'Tên lớp/hội nghị',
      'Tên hội nghị tập huấn',
      'Tên lớp tập huấn, bồi dưỡng',
      'Lớp',
      'Tập huấn',
      'Nội dung tập huấn',
    ],
    pattern: /^(ten )?(lop|hoi nghi|khoa|dot)\b|^(ten )?tap huan\b/,
  },
  {
    id: 'trainingDate',
    label: 'Ngày tổ chức',
    synonyms: ['Thời gian', 'Ngày', 'Thời gian tổ chức', 'Ngày, tháng', 'Thời điểm', 'Ngày tập huấn', 'Ngày thực hiện'],
    pattern: /^(ngay|thoi (gian|diem))\b/,
  },
  {
    id: 'topics',
    label: 'Chuyên đề',
    synonyms: ['Các chuyên đề', 'Nội dung', 'Chủ đề', 'Nội dung, chuyên đề', 'Nội dung chuyên đề', 'Nội dung chính'],
    pattern: /\bchuyen de\b|^noi dung\b/,
  },
  {
    id: 'attendees',
    label: 'Số người tham dự',
    synonyms: [
      'Số lượng',
      'Số người',
      'Số lượng tham gia',
      'Số đại biểu',
      'Số người tham gia',
      'Số lượt người',
      'Thành phần, số lượng',
    ],
    pattern: /^so (luong|luot|nguoi|dai bieu|hoc vien|can bo)\b/,
  },
];

/** Columns of the other year tables, and of a year record kept in one table (`activity` names the section). */
export const eventColumns: readonly ColumnSpec<EventColumn>[] = [
  order,
  {
    id: 'activity',
    label: 'Hoạt động',
    synonyms: [
      'Nội dung công tác',
      'Mặt công tác',
      'Loại hoạt động',
      'Mục',
      'Nhóm công việc',
      'Công tác',
      'Đầu mục',
      'Loại việc',
    ],
    pattern: /^(mat|loai|nhom|noi dung) (cong tac|hoat dong|cong viec)\b|^hoat dong$/,
  },
  {
    id: 'eventText',
    label: 'Nội dung',
    synonyms: [
      'Kết quả',
      'Nội dung thực hiện',
      'Kết quả thực hiện',
      'Nội dung, kết quả',
      'Chi tiết',
      'Tên',
      'Văn bản',
      'Diễn giải',
      'Hình thức',
      'Số, ký hiệu',
      'Số, ký hiệu văn bản',
      'Số văn bản',
    ],
    pattern: /^(noi dung|ket qua|ten|chi tiet|hinh thuc|doi tuong)\b/,
  },
  {
    id: 'eventDate',
    label: 'Ngày',
    synonyms: [
      'Thời gian',
      'Ngày, tháng',
      'Ngày thực hiện',
      'Ngày tổ chức',
      'Thời điểm',
      'Thời gian thực hiện',
      'Thời gian tổ chức',
      'Ngày ban hành',
      'Ngày ký',
      'Ngày họp',
    ],
    pattern: /^(ngay|thoi (gian|diem))\b/,
  },
  { id: 'topics', label: 'Chuyên đề', synonyms: ['Các chuyên đề', 'Trích yếu'], pattern: /\bchuyen de\b|^trich yeu\b/ },
  {
    id: 'attendees',
    label: 'Số người tham dự',
    synonyms: ['Số lượng', 'Số người', 'Số lượng tham gia', 'Số người tham gia'],
    pattern: /^so (luong|luot|nguoi|dai bieu)\b/,
  },
];

/** What the tables of a year record hold besides: the month of a row without a day, and what is left where it stands. */
export const yearSideColumns: readonly ColumnSpec<YearSideColumn>[] = [
  { id: 'month', label: 'Tháng', synonyms: ['Kỳ', 'Tháng, năm'] },
  note,
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

export type YearSection =
  'plan' | 'trainings' | 'inspections' | 'review' | 'tasks' | 'commendations' | 'surveys' | 'briefings';

/** Sections of a year record, in standard order. `activity` cells of a one-table record are matched by the same patterns. */
export const yearSections: readonly SectionSpec<YearSection>[] = [
  {
    id: 'plan',
    numeral: 'I',
    title: 'KẾ HOẠCH CÔNG TÁC NĂM',
    pattern: /^(ve |cong tac |xay dung |ban hanh )*(ke hoach|chuong trinh cong tac)\b/,
  },
  {
    id: 'trainings',
    numeral: 'II',
    title: 'TẬP HUẤN, BỒI DƯỠNG',
    pattern: /^(ve |viec |cong tac |hoat dong |cac |ket qua |to chuc |hoi nghi |lop )*(tap huan|boi duong|dao tao)\b/,
  },
  {
    id: 'inspections',
    numeral: 'III',
    title: 'KIỂM TRA, GIÁM SÁT',
    pattern: /^(ve |viec |cong tac |hoat dong |cac |cuoc |ket qua )*(kiem tra|giam sat)\b/,
  },
  {
    id: 'review',
    numeral: 'IV',
    title: 'ĐÁNH GIÁ, TỔNG KẾT',
    pattern: /^(ve |viec |cong tac |hoat dong )*(danh gia|tong ket|so ket)\b/,
  },
  {
    id: 'tasks',
    numeral: 'V',
    title: 'NHIỆM VỤ, GIẢI PHÁP',
    pattern: /^(phuong huong( va)? )?(nhiem vu|giai phap|phuong huong)\b/,
  },
  {
    id: 'commendations',
    numeral: 'VI',
    title: 'KHEN THƯỞNG',
    pattern:
      /^(ve |viec |cong tac |hoat dong |hinh thuc |ket qua )*(thi dua( va)? )?(khen thuong|bieu duong|thi dua)\b/,
  },
  {
    id: 'surveys',
    numeral: 'VII',
    title: 'ĐIỀU TRA, KHẢO SÁT DƯ LUẬN',
    pattern: /^(ve |viec |cong tac |hoat dong |cac |cuoc |ket qua )*(dieu tra|khao sat|tham do)\b/,
  },
  {
    id: 'briefings',
    numeral: 'VIII',
    title: 'GIAO BAN',
    pattern: /^(ve |viec |cong tac |hoat dong |che do |duy tri |hoi nghi |cac |cuoc |ky |hop )*(giao ban)\b/,
  },
];

export type CommonLabel = 'organisation' | 'period';
export type RosterLabel =
  'regulation' | 'reviewedOn' | 'inspectedOn' | 'teamKind' | 'attestation' | 'term' | 'decision';
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
export type YearLabel = 'year' | 'plan' | 'review';

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

/** Label lines above (or below) the roster table. */
export const rosterLabels: readonly LabelSpec<RosterLabel>[] = [
  {
    id: 'teamKind',
    label: 'Loại hình tổ chức',
    synonyms: ['Loại hình', 'Hình thức tổ chức', 'Mô hình', 'Mô hình tổ chức'],
  },
  {
    id: 'decision',
    label: 'Quyết định thành lập',
    synonyms: [
      'Quyết định',
      'QĐ thành lập',
      'Kèm theo Quyết định',
      'Quyết định thành lập đội ngũ',
      'Quyết định kiện toàn',
      'Căn cứ Quyết định',
    ],
  },
  { id: 'term', label: 'Nhiệm kỳ', synonyms: ['Nhiệm kì'] },
  {
    id: 'regulation',
    label: 'Quy chế hoạt động',
    synonyms: [
      'Quy chế',
      'Quy chế số',
      'Quy chế làm việc',
      'Quy chế tổ chức và hoạt động',
      'Quy chế hoạt động của đội ngũ',
      'Quy chế hoạt động của tổ',
    ],
  },
  {
    id: 'reviewedOn',
    label: 'Ngày rà soát gần nhất',
    synonyms: [
      'Rà soát gần nhất',
      'Ngày rà soát',
      'Thời gian rà soát',
      'Ngày rà soát, kiện toàn gần nhất',
      'Rà soát, kiện toàn gần nhất',
      'Ngày kiện toàn gần nhất',
      'Kiện toàn gần nhất',
      'Ngày rà soát, kiện toàn',
      'Ngày rà soát, bổ sung, kiện toàn',
      'Ngày rà soát, bổ sung, kiện toàn gần nhất',
      'Rà soát, bổ sung, kiện toàn gần nhất',
      'Lần rà soát gần nhất',
      'Lần rà soát gần đây nhất',
      'Lần rà soát, kiện toàn gần nhất',
      'Rà soát lần gần nhất',
      'Rà soát, kiện toàn lần gần nhất',
      'Thời điểm rà soát',
      'Thời điểm rà soát gần nhất',
      'Thời gian rà soát gần nhất',
    ],
  },
  {
    id: 'inspectedOn',
    label: 'Ngày kiểm tra gần nhất',
    synonyms: [
      'Kiểm tra gần nhất',
      'Ngày kiểm tra',
      'Thời gian kiểm tra',
      'Ngày kiểm tra, giám sát gần nhất',
      'Kiểm tra, giám sát gần nhất',
      'Ngày kiểm tra, giám sát',
      'Lần kiểm tra gần nhất',
      'Lần kiểm tra gần đây nhất',
      'Lần kiểm tra, giám sát gần nhất',
      'Kiểm tra lần gần nhất',
      'Thời điểm kiểm tra',
      'Thời điểm kiểm tra gần nhất',
      'Thời gian kiểm tra gần nhất',
      'Ngày kiểm tra việc thực hiện quy chế',
      'Kiểm tra việc thực hiện quy chế',
      'Kiểm tra việc thực hiện quy chế gần nhất',
      'Kiểm tra thực hiện quy chế',
    ],
  },
  {
    id: 'attestation',
    label: 'Đánh giá số lượng, chất lượng, cơ cấu',
    synonyms: [
      'Đánh giá về số lượng, chất lượng, cơ cấu',
      'Đánh giá chất lượng',
      'Đánh giá',
      'Tự đánh giá',
      'Bảo đảm số lượng, chất lượng, cơ cấu',
      'Đảm bảo số lượng, chất lượng, cơ cấu',
      'Cam kết',
      'Số lượng, chất lượng, cơ cấu',
      'Chất lượng, cơ cấu',
    ],
  },
];

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

/** Label lines of a year record outside its sections. */
export const yearLabels: readonly LabelSpec<YearLabel>[] = [
  { id: 'year', label: 'Năm', synonyms: ['Năm báo cáo', 'Năm công tác', 'Năm thực hiện'] },
  {
    id: 'plan',
    label: 'Kế hoạch công tác năm',
    synonyms: ['Kế hoạch', 'Kế hoạch số', 'Kế hoạch năm', 'Kế hoạch công tác'],
  },
  {
    id: 'review',
    label: 'Báo cáo tổng kết',
    synonyms: ['Tổng kết', 'Đánh giá, tổng kết', 'Báo cáo đánh giá, tổng kết', 'Báo cáo tổng kết năm'],
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

/** What a report says instead of opinions when nothing arose, as the templates write it. */
export const nilStatement = 'Trong tháng không phát sinh vấn đề dư luận nổi cộm.';

/** Sheets of our own templates beside the document: never read, never stray. */
export const templateSheets = { instructions: 'Hướng dẫn', lists: 'Danh mục' } as const;

/** Team kinds and report types as the templates write them. */
export const teamKindLabels = { team: 'đội ngũ', group: 'nhóm kiêm nhiệm' } as const;
export const reportTypeLabels = { periodic: 'định kỳ', adHoc: 'đột xuất', quick: 'nhanh' } as const;
