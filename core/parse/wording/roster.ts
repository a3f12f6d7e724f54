/** What rosters call their columns and label lines. */
import { note, order, type ColumnSpec, type LabelSpec } from './common.ts';

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

export type RosterLabel =
  'regulation' | 'reviewedOn' | 'inspectedOn' | 'teamKind' | 'attestation' | 'term' | 'decision';

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

/** Team kinds and report types as the templates write them. */
export const teamKindLabels = { team: 'đội ngũ', group: 'nhóm kiêm nhiệm' } as const;
