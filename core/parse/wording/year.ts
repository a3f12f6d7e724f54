/** What year records call their columns, sections and label lines. */
import { note, order, type ColumnSpec, type LabelSpec, type SectionSpec } from './common.ts';

export type TrainingColumn = 'order' | 'trainingName' | 'trainingDate' | 'topics' | 'attendees';

export type EventColumn = 'order' | 'activity' | 'eventText' | 'eventDate' | 'attendees' | 'topics';

/** Columns read only, of any table of a year record. */
export type YearSideColumn = 'month' | 'note';

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

export type YearLabel = 'year' | 'plan' | 'review';

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
