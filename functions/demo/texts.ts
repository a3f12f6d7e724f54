/** Invented sentences for the demo's reports: aggregated opinion, nobody's name. */

export interface DemoIssue {
  readonly field: string;
  readonly issue: string;
  readonly streams: readonly [string, ...string[]];
}

export const demoIssues: readonly DemoIssue[] = [
  {
    field: 'Lãnh đạo, điều hành của Đảng, Nhà nước',
    issue: 'Kỳ họp Quốc hội',
    streams: [
      'Cán bộ, đảng viên đánh giá cao không khí thảo luận thẳng thắn tại kỳ họp.',
      'Mong các nghị quyết được cụ thể hóa sớm, có mốc thời gian rõ ràng.',
      'Còn băn khoăn về nguồn lực để thực hiện các nghị quyết vừa được thông qua.',
    ],
  },
  {
    field: 'Lãnh đạo, điều hành của Đảng, Nhà nước',
    issue: 'Cải cách tiền lương',
    streams: [
      'Đồng tình với chủ trương cải cách, coi đây là động lực để gắn bó với công việc.',
      'Lo ngại giá cả tăng trước khi lương mới được áp dụng.',
      'Đề nghị công bố sớm bảng lương theo vị trí việc làm.',
    ],
  },
  {
    field: 'Kinh tế - xã hội',
    issue: 'Nhà ở xã hội',
    streams: [
      'Ủng hộ chương trình phát triển nhà ở xã hội cho người lao động.',
      'Cho rằng thủ tục đăng ký mua còn nhiều khâu, thời gian chờ dài.',
      'Mong có thêm gói vay lãi suất ổn định cho người mua lần đầu.',
    ],
  },
  {
    field: 'Kinh tế - xã hội',
    issue: 'Giá điện và giá xăng dầu',
    streams: [
      'Chia sẻ với khó khăn của ngành điện, mong cách tính giá được công khai.',
      'Lo chi phí sinh hoạt cuối năm tăng.',
    ],
  },
  {
    field: 'Kinh tế - xã hội',
    issue: 'Chuyển đổi số trong giải quyết thủ tục hành chính',
    streams: [
      'Ghi nhận dịch vụ công trực tuyến giúp giảm thời gian đi lại.',
      'Một số phần mềm chưa liên thông, cán bộ phải nhập liệu nhiều lần.',
    ],
  },
  {
    field: 'Đối ngoại',
    issue: 'Chuyến thăm cấp cao trong tháng',
    streams: [
      'Phấn khởi trước kết quả các chuyến thăm, tin tưởng đường lối đối ngoại độc lập, tự chủ.',
      'Mong các thỏa thuận kinh tế đã ký sớm đi vào cuộc sống.',
    ],
  },
  {
    field: 'Phòng, chống tham nhũng, tiêu cực',
    issue: 'Kết quả xét xử các vụ án lớn',
    streams: [
      'Đồng tình với việc xử lý nghiêm, không có vùng cấm.',
      'Quan tâm việc thu hồi tài sản, đề nghị công khai tiến độ.',
      'Còn ý kiến cho rằng cần phòng ngừa từ khâu lựa chọn cán bộ.',
    ],
  },
  {
    field: 'Sự kiện trong tháng',
    issue: 'Ứng phó mưa lũ tại miền Trung',
    streams: [
      'Đánh giá cao sự vào cuộc kịp thời của lực lượng tại chỗ.',
      'Đề nghị rà soát quy hoạch khu dân cư ở vùng có nguy cơ sạt lở.',
    ],
  },
  {
    field: 'Vấn đề khác',
    issue: 'An toàn phòng cháy, chữa cháy tại nhà chung cư',
    streams: [
      'Ủng hộ tổng kiểm tra và công khai các công trình chưa bảo đảm an toàn.',
      'Mong có hướng dẫn khắc phục phù hợp với nhà xây dựng trước đây.',
    ],
  },
];

export const demoProposals: readonly (readonly [text: string, recipient: string])[] = [
  ['Sớm công bố lộ trình cải cách tiền lương.', 'Bộ Nội vụ'],
  ['Đơn giản hóa thủ tục mua nhà ở xã hội.', 'Bộ Xây dựng'],
  ['Tổ chức tập huấn kỹ năng tổng hợp, viết báo cáo cho cộng tác viên.', 'Ban Tuyên giáo Đảng ủy Khối'],
  ['Cung cấp thông tin chính thống sớm hơn về các vụ việc được quan tâm.', 'Ban Tuyên giáo Trung ương'],
  ['Liên thông dữ liệu giữa các phần mềm báo cáo.', 'Văn phòng Chính phủ'],
];

export const demoBreadth = ['Tuyệt đại đa số', 'Đa số', 'Nhiều ý kiến', 'Một số ý kiến'] as const;
export const demoAttitude = ['Tán thành', 'Băn khoăn/lưỡng lự', 'Chưa rõ', 'Phản đối'] as const;

const surnames = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Đinh',
];
const middles = ['Văn', 'Thị', 'Hữu', 'Đức', 'Minh', 'Quang', 'Xuân', 'Thanh', 'Ngọc', 'Thu'];
const givens = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Đạt',
  'Giang',
  'Hà',
  'Hải',
  'Hạnh',
  'Hương',
  'Khánh',
  'Lan',
  'Long',
  'Nam',
  'Nga',
];

/** Invented full names, all different. */
export const demoNames: readonly string[] = surnames.flatMap((surname) =>
  middles.flatMap((middle) => givens.map((given) => `${surname} ${middle} ${given}`)),
);

export const demoPositions = [
  'Phó Bí thư',
  'Chánh Văn phòng',
  'Trưởng phòng',
  'Phó Trưởng ban',
  'Chuyên viên',
] as const;
