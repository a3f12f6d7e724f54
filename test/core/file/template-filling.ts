/** Whole fillings that a careful clerk would hand in: every rule of the profile is meant to pass on them. */
import { nilStatement } from '../../../core/parse/wording/report.ts';
import type { Profile } from '../../../core/profile.ts';
import type { Filling, FillRow } from './fill-template.ts';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng'];
const given = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Khánh'];

function date(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/** Distinct names for up to 49 people. */
function nameOf(index: number): string {
  return `${families[index % 7] ?? ''} Minh ${given[Math.floor(index / 7) % 7] ?? ''}`;
}

function memberRow(profile: Profile, index: number): FillRow {
  return {
    STT: index + 1,
    'Họ và tên': nameOf(index),
    'Chức vụ': 'Chuyên viên',
    'Đơn vị/chi bộ đại diện': `Chi bộ ${String(index + 1)}`,
    'Vai trò': index === 0 ? 'Tổ trưởng' : 'Thành viên',
    'Số QĐ': '21-QĐ/ĐU',
    'Ngày QĐ': date('2021-06-15'),
    'Nhiệm kỳ': profile.term ?? '2020-2025',
    'Trạng thái': 'Đang hoạt động',
  };
}

export function rosterFilling(
  profile: Profile,
  members: number,
  teamKind: 'Đội ngũ' | 'Nhóm kiêm nhiệm' = 'Đội ngũ',
): Filling {
  return {
    fields: {
      'Loại hình tổ chức': teamKind,
      ...(profile.term === null ? { 'Nhiệm kỳ': '2020-2025' } : {}),
      'Quyết định thành lập': 'số 21-QĐ/ĐU ngày 15/6/2021',
      'Quy chế hoạt động': 'số 05-QC/ĐU ngày 20/7/2021',
      'Ngày rà soát gần nhất': date('2023-09-15'),
      'Ngày kiểm tra gần nhất': date('2023-10-05'),
      'Đánh giá số lượng, chất lượng, cơ cấu': 'Đảm bảo số lượng, chất lượng, cơ cấu theo hướng dẫn.',
    },
    tables: { '': Array.from({ length: members }, (_, index) => memberRow(profile, index)) },
  };
}

export interface StreamChoice {
  readonly field: string;
  readonly breadth: string;
  readonly attitude: string;
}

/** Two streams an issue; the choices are used in turn. */
export function reportFilling(choices: readonly StreamChoice[]): Filling {
  const rows = choices.flatMap(({ field, breadth, attitude }, index): FillRow[] => {
    const issue = { 'Lĩnh vực': field, 'Vấn đề': `Vấn đề thứ ${String(index + 1)} về nhà ở xã hội` };
    return [
      {
        STT: index * 2 + 1,
        ...issue,
        'Luồng ý kiến': 'Dư luận đánh giá cao kết quả đạt được.',
        'Mức độ': breadth,
        'Khuynh hướng': attitude,
      },
      {
        STT: index * 2 + 2,
        ...issue,
        'Luồng ý kiến': 'Một bộ phận mong muốn giải pháp căn cơ hơn.',
        'Mức độ': breadth,
        'Khuynh hướng': attitude,
      },
    ];
  });
  return {
    fields: {
      'Số, ký hiệu': '58-BC/ĐU',
      'Ngày báo cáo': date('2023-11-24'),
      'Số báo cáo trong kỳ': 1,
      'Số vấn đề nổi cộm': 1,
      'Số vụ việc đã xử lý': 0,
    },
    texts: {
      'KHÁI QUÁT TÌNH HÌNH': ['Trong tháng, tình hình tư tưởng cán bộ, đảng viên ổn định.'],
      'VẤN ĐỀ NỔI CỘM': ['Tiến độ xây dựng nhà ở xã hội còn chậm.'],
      'DỰ BÁO': ['Dư luận tiếp tục quan tâm cải cách tiền lương.'],
    },
    tables: {
      'NỘI DUNG DƯ LUẬN': rows,
      'ĐỀ XUẤT, KIẾN NGHỊ': [
        { STT: 1, 'Nội dung kiến nghị': 'Sớm công bố lộ trình cải cách tiền lương.', 'Nơi nhận': 'Bộ Nội vụ' },
      ],
    },
  };
}

export const nilFilling: Filling = {
  fields: { 'Số, ký hiệu': '58-BC/ĐU', 'Ngày báo cáo': date('2023-11-24') },
  texts: {
    'KHÁI QUÁT TÌNH HÌNH': ['Trong tháng, tình hình tư tưởng cán bộ, đảng viên ổn định.'],
    'NỘI DUNG DƯ LUẬN': [nilStatement],
    'VẤN ĐỀ NỔI CỘM': ['Không có.'],
    'DỰ BÁO': ['Dư luận tiếp tục quan tâm cải cách tiền lương.'],
  },
};

export const yearFilling: Filling = {
  texts: {
    'KẾ HOẠCH CÔNG TÁC NĂM': ['Kế hoạch số 12-KH/ĐU ngày 15/01/2023'],
    'ĐÁNH GIÁ, TỔNG KẾT': ['Báo cáo số 99-BC/ĐU ngày 20/12/2023'],
    'NHIỆM VỤ, GIẢI PHÁP': ['Nâng cao chất lượng báo cáo tháng.', 'Bồi dưỡng kỹ năng cho cộng tác viên.'],
  },
  tables: {
    'TẬP HUẤN, BỒI DƯỠNG': [
      {
        STT: 1,
        'Tên lớp tập huấn': 'Tập huấn kỹ năng nắm bắt dư luận',
        'Ngày tổ chức': date('2023-05-10'),
        'Chuyên đề': 'Kỹ năng tổng hợp',
        'Số người tham dự': 20,
      },
    ],
    'KIỂM TRA, GIÁM SÁT': [{ STT: 1, 'Nội dung': 'Kiểm tra việc thực hiện Quy chế', Ngày: date('2023-10-05') }],
    'KHEN THƯỞNG': [{ STT: 1, 'Nội dung': 'Tặng giấy khen cho đội ngũ', Ngày: date('2023-12-20') }],
    'ĐIỀU TRA, KHẢO SÁT DƯ LUẬN': [{ STT: 1, 'Nội dung': 'Khảo sát về nhà ở xã hội', Ngày: date('2023-06-01') }],
    'GIAO BAN': Array.from({ length: 12 }, (_, index) => ({
      STT: index + 1,
      'Nội dung': `Giao ban tháng ${String(index + 1)}`,
      Ngày: date(`2023-${String(index + 1).padStart(2, '0')}-20`),
    })),
  },
};
