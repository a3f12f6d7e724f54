/** A realistic summary for tests: deterministic, of any size; names and texts are invented. */
import type { Severity } from '../../../core/finding.ts';
import type {
  ChangeRow,
  FindingRow,
  MemberRow,
  ProposalRow,
  ReconciliationRow,
  SourceRow,
  StreamRow,
  SubmissionRow,
  Summary,
  TeamRow,
  YearRow,
} from '../../../core/merge/summary.ts';
import type { Timeliness } from '../../../core/submission.ts';

const fields = [
  'Lãnh đạo, điều hành của Đảng, Nhà nước',
  'Kinh tế - xã hội',
  'Đối ngoại',
  'Phòng, chống tham nhũng, tiêu cực',
  'Sự kiện trong tháng',
  'Vấn đề khác',
];
const attitudes = ['tán thành', 'băn khoăn/lưỡng lự', 'phản đối', 'chưa rõ'];
const breadths = ['tuyệt đại đa số', 'đa số', 'nhiều ý kiến', 'một số ý kiến'];
const issues = [
  'Việc thực hiện chính sách tiền lương mới từ năm 2024',
  'Giá điện, giá xăng dầu và đời sống của cán bộ, công chức',
  'Công tác chuẩn bị Đại hội Đảng các cấp',
  'Kết quả xử lý các vụ án tham nhũng, tiêu cực được dư luận quan tâm',
  'Chất lượng dạy học và sách giáo khoa theo chương trình mới',
  'Phòng cháy, chữa cháy ở chung cư mini tại các đô thị lớn',
  'Hoạt động đối ngoại cấp cao của lãnh đạo Đảng, Nhà nước',
];
const bodies = [
  'Nhiều cán bộ, đảng viên đồng tình với chủ trương, cho rằng việc triển khai kịp thời sẽ củng cố niềm tin; đề nghị có hướng dẫn cụ thể để các đơn vị thực hiện thống nhất.',
  'Một số ý kiến băn khoăn về nguồn lực thực hiện và lộ trình áp dụng, lo ngại giá cả sinh hoạt tăng theo.',
  'Ý kiến cho rằng cần công khai kết quả xử lý, tránh tình trạng né tránh, đùn đẩy trách nhiệm trong thực thi công vụ.',
  'Dư luận mong muốn thông tin chính thức được cung cấp sớm hơn để hạn chế tin đồn trên không gian mạng.',
];
const ministries = [
  'Thông tấn xã Việt Nam',
  'Bộ Tư pháp',
  'Bộ Tài chính',
  'Bộ Công Thương',
  'Đài Truyền hình Việt Nam',
  'Bảo hiểm Xã hội Việt Nam',
  'Viện Hàn lâm Khoa học và Công nghệ Việt Nam',
  'Ngân hàng Nhà nước Trung ương',
  'Văn phòng Quốc hội',
  'Kiểm toán Nhà nước',
];
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'];
const middles = ['Văn', 'Thị', 'Minh', 'Thu', 'Quốc', 'Hồng'];
const givens = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hà',
  'Khánh',
  'Linh',
  'Mai',
  'Nam',
  'Phương',
  'Quân',
  'Sơn',
  'Trang',
];

export interface SummarySize {
  readonly organisations: number;
  /** Share of organisations with a roster, streams an organisation, and whether year records exist. */
  readonly streams?: number;
  readonly year?: boolean;
}

export function buildSummary({ organisations, streams: perOrganisation = 8, year = true }: SummarySize): Summary {
  const sources: SourceRow[] = [];
  const submissions: SubmissionRow[] = [];
  const teams: TeamRow[] = [];
  const members: MemberRow[] = [];
  const streams: StreamRow[] = [];
  const proposals: ProposalRow[] = [];
  const years: YearRow[] = [];
  const findings: FindingRow[] = [];
  const reconciliation: ReconciliationRow[] = [];

  const names = Array.from({ length: organisations }, (_one, index) =>
    index < ministries.length
      ? `Đảng ủy ${ministries[index] ?? ''}`
      : `Đảng ủy Cơ quan trực thuộc số ${String(index + 1).padStart(2, '0')}`,
  );
  const id = (index: number): string => `co-quan-${index + 1}`;
  const hash = (text: string): string => text.padEnd(64, 'c0ffee42').slice(0, 64);
  const source = (index: number, file: string, sheet: string, cell: string): string => {
    const key = `S${sources.length + 1}`;
    sources.push({
      key,
      organisation: id(index),
      organisationName: names[index] ?? '',
      submission: hash(`${index}${file.length}`).slice(0, 20),
      file,
      version: 1 + (index % 2),
      hash: hash(`${index}a${file.length}`),
      sheet,
      cell,
      template: index % 3 === 0 ? null : 'report/1',
      ruleset: '4f1d2a9c7b3e5d60',
    });
    return key;
  };

  for (const [index, name] of names.entries()) {
    const rosterFile = `co-quan-${index + 1}-danh-sach.xlsx`;
    const reportFile = `co-quan-${index + 1}-bao-cao-2023-11.xlsx`;
    const timeliness = timelinessOf(index, organisations);
    const team = index % 9 < 5;
    const upper = team ? index % 9 < 3 : false;
    if (team) {
      const size = upper ? 15 + ((index * 7) % 16) : 2 + ((index * 5) % 11);
      teams.push({
        organisation: id(index),
        name,
        level: upper ? 'upper' : 'grassroots',
        teamKind: upper ? 'team' : 'group',
        size,
        minimum: upper ? 15 : 3,
        maximum: upper ? 20 : 5,
        decision: index % 7 === 0 ? null : `Quyết định số ${100 + index}-QĐ/ĐU, ngày 15/6/2021`,
        regulation: index % 5 === 0 ? null : `Quy chế số ${10 + index}-QC/ĐU, ngày 01/9/2021`,
        reviewedOn: ['2023-06-15', '2022-03', '2021', null][index % 4] ?? null,
        joined: index % 3 === 0 ? null : index % 4,
        left: index % 3 === 0 ? null : index % 2,
        source: source(index, rosterFile, 'Danh sách CTV', 'A1'),
      });
      for (let member = 0; member < size; member += 1)
        members.push({
          organisation: id(index),
          organisationName: name,
          name: `${families[(index + member) % 8] ?? ''} ${middles[(index * 3 + member) % 6] ?? ''} ${givens[(index + member * 5) % 14] ?? ''}`,
          position: member === 0 ? 'Phó Bí thư Đảng ủy' : 'Chuyên viên',
          unit: `Chi bộ Vụ ${1 + (member % 6)}`,
          role: member === 0 ? 'tổ trưởng' : 'thành viên',
          term: '2020-2025',
          active: member % 17 !== 16,
          source: source(index, rosterFile, 'Danh sách CTV', `B${8 + member}`),
        });
      reconciliation.push(tie(id(index), name, rosterFile, 'members', size, index % 11 === 3 ? 1 : 0));
    }
    submissions.push({
      organisation: id(index),
      name,
      level: team ? (upper ? 'upper' : 'grassroots') : null,
      status: statusOf(index, timeliness),
      timeliness,
      firstReceived: timeliness === 'missing' || timeliness === 'unknown' ? null : receiptOf(index, timeliness),
      firstAcceptable: timeliness === 'missing' || timeliness === 'unknown' ? null : receiptOf(index, timeliness),
      currentReceived: timeliness === 'missing' || timeliness === 'unknown' ? null : receiptOf(index, timeliness),
      version: timeliness === 'missing' ? null : 1 + (index % 2),
      versions: timeliness === 'missing' ? 0 : 1 + (index % 2),
      deadline: '2023-11-25T23:59:59+07:00',
      extension: index === 5 ? { until: '2023-11-28T23:59:59+07:00', grantor: 'Ban Tuyên giáo Đảng ủy Khối' } : null,
      nil: index % 20 === 7 && timeliness !== 'missing',
      errors: index % 6 === 2 ? 2 : 0,
      warnings: index % 4,
      roster: team ? 'accepted' : 'missing',
      source: timeliness === 'missing' ? null : source(index, reportFile, 'Báo cáo', 'A1'),
    });
    if (timeliness !== 'missing' && index % 20 !== 7) {
      proposals.push({
        organisation: id(index),
        organisationName: name,
        text: 'Đề nghị cấp có thẩm quyền sớm ban hành hướng dẫn, tăng cường cung cấp thông tin chính thống cho cán bộ, đảng viên.',
        recipient: index % 3 === 0 ? null : 'Ban Tuyên giáo Đảng ủy Khối',
        status: (['received', 'forwarded', 'answered'] as const)[index % 3] ?? 'received',
        source: source(index, reportFile, 'Báo cáo', 'A40'),
      });
      reconciliation.push(
        tie(
          id(index),
          name,
          reportFile,
          'streams',
          perOrganisation + (index % 13 === 4 ? 1 : 0),
          index % 13 === 4 ? 1 : 0,
        ),
      );
      reconciliation.push(tie(id(index), name, reportFile, 'proposals', 1, 0));
    }
    if (year && index % 4 === 0) {
      years.push({
        organisation: id(index),
        organisationName: name,
        year: '2023',
        plan: `Kế hoạch số ${20 + index}-KH/ĐU, ngày 10/01/2023`,
        trainings: 1 + (index % 3),
        attendees: 20 + index,
        inspections: index % 2,
        review: index % 8 === 0 ? null : 'Báo cáo tổng kết số 99-BC/ĐU',
        tasks: 3,
        commendations: index % 3,
        surveys: index % 2,
        briefings: 12 - (index % 3),
        source: source(index, `co-quan-${index + 1}-nam-2023.xlsx`, 'Công tác năm', 'A1'),
      });
    }
    for (let number = 0; number < index % 4; number += 1)
      findings.push(
        finding(
          index,
          name,
          reportFile,
          number === 0 && index % 6 === 2 ? 'error' : 'warning',
          number,
          index % 10 === 3,
        ),
      );
  }

  for (const [fieldIndex, field] of fields.entries())
    for (const [issueIndex, issue] of issues.entries())
      for (const [index, name] of names.entries()) {
        if (timelinessOf(index, organisations) === 'missing' || index % 20 === 7) continue;
        if ((index + issueIndex * fields.length + fieldIndex) % (fields.length * issues.length) >= perOrganisation)
          continue;
        streams.push({
          field,
          issue,
          text: bodies[(index + issueIndex) % bodies.length] ?? '',
          breadth: breadths[(index + issueIndex) % 4] ?? null,
          attitude: index % 19 === 6 ? null : (attitudes[(index * 7 + issueIndex * 3 + fieldIndex) % 4] ?? null),
          organisation: index % 12 === 9 ? null : id(index),
          organisationName: index % 12 === 9 ? null : name,
          source: source(index, `co-quan-${index + 1}-bao-cao-2023-11.xlsx`, 'Báo cáo', `D${14 + issueIndex}`),
        });
      }

  const changes: ChangeRow[] = [
    change('Số tổ chức đã nộp', 57, submissions.filter((row) => row.timeliness !== 'missing').length),
    change('Số luồng ý kiến', 451, streams.length),
    change('Số người tham gia', 590, members.length),
    {
      subject: { vi: 'Trạng thái báo cáo', en: 'Report status' },
      organisation: id(1),
      organisationName: names[1] ?? '',
      before: 'chưa nộp',
      after: 'chấp nhận',
    },
  ];
  const timely = (timeliness: Timeliness): number => submissions.filter((row) => row.timeliness === timeliness).length;
  const open = (severity: Severity): number =>
    findings.filter((row) => row.finding.severity === severity && row.acknowledged === null).length;
  return {
    profile: { id: 'duk-2021-2025', title: { vi: 'Đảng ủy Khối 2021–2025', en: 'Bloc 2021–2025' } },
    blocName: 'Đảng ủy Khối các cơ quan Trung ương',
    period: '2023-11',
    previousPeriod: '2023-10',
    ruleset: '4f1d2a9c7b3e5d60',
    contentHash: hash('9b'),
    figures: {
      organisations,
      submitted: organisations - timely('missing'),
      onTime: timely('onTime'),
      inGrace: timely('inGrace'),
      late: timely('late'),
      missing: timely('missing'),
      receiptUnknown: timely('unknown'),
      nilReports: submissions.filter((row) => row.nil).length,
      rosters: teams.length,
      teams: teams.filter((row) => row.teamKind === 'team').length,
      groups: teams.filter((row) => row.teamKind === 'group').length,
      people: members.length,
      capacity: teams.reduce((sum, row) => sum + (row.maximum ?? 0), 0),
      issues: new Set(streams.map((row) => `${row.field}/${row.issue}`)).size,
      streams: streams.length,
      proposals: proposals.length,
      errors: open('error'),
      warnings: open('warning'),
      acknowledged: findings.filter((row) => row.acknowledged !== null).length,
      filesRefused: 1,
    },
    submissions,
    teams,
    members,
    streams,
    proposals,
    year: years,
    findings,
    reconciliation,
    sources,
    changes,
  };
}

function timelinessOf(index: number, organisations: number): Timeliness {
  if (index % 20 === 19) return 'missing';
  if (index === organisations - 2) return 'unknown';
  if (index % 15 === 11) return 'late';
  return index % 12 === 8 ? 'inGrace' : 'onTime';
}

function statusOf(index: number, timeliness: Timeliness): SubmissionRow['status'] {
  if (timeliness === 'missing') return 'missing';
  if (index % 20 === 7) return 'nil';
  if (index % 6 === 2) return 'rejected';
  return index % 4 > 0 ? 'acceptedWithWarnings' : 'accepted';
}

function receiptOf(index: number, timeliness: Timeliness): string {
  const day = timeliness === 'onTime' ? 20 + (index % 6) : timeliness === 'inGrace' ? 26 : 28 + (index % 2);
  return `2023-11-${day}T0${index % 10}:${String((index * 7) % 60).padStart(2, '0')}:11Z`;
}

function tie(
  organisation: string,
  organisationName: string,
  file: string,
  table: ReconciliationRow['table'],
  sourceRows: number,
  excluded: number,
): ReconciliationRow {
  return {
    organisation,
    organisationName,
    file,
    table,
    sourceRows,
    merged: sourceRows - excluded,
    excluded,
    reason: excluded === 0 ? null : { vi: 'Dòng trùng với dòng đã tổng hợp', en: 'Same as a row already merged' },
  };
}

function change(subject: string, before: number, after: number): ChangeRow {
  return { subject: { vi: subject, en: subject }, organisation: null, organisationName: null, before, after };
}

function finding(
  index: number,
  name: string,
  file: string,
  severity: Severity,
  number: number,
  acknowledged: boolean,
): FindingRow {
  return {
    organisation: `co-quan-${index + 1}`,
    organisationName: name,
    file,
    finding: {
      id: `${index}-${number}`,
      rule: severity === 'error' ? 'citation' : 'opinion-streams',
      severity,
      group: 'one',
      sheet: 'Báo cáo',
      cell: `D${14 + number}`,
      related: [],
      message: {
        vi:
          severity === 'error'
            ? 'Viện dẫn «176-HD/BTGTW» không có trong danh mục văn bản.'
            : 'Vấn đề này chỉ có một luồng ý kiến.',
        en: 'Found',
      },
      remedy: {
        vi:
          severity === 'error'
            ? 'Kiểm tra lại số văn bản; có thể là 167-HD/BTGTW, ngày 26/12/2015.'
            : 'Bổ sung các luồng ý kiến khác, nếu có.',
        en: 'Do',
      },
      cites: [
        { document: '05-KL/ĐUK', clause: 'điểm 5', quote: 'Định kỳ vào ngày 25 hằng tháng', from: null, to: null },
      ],
      fix: null,
    },
    acknowledged: acknowledged ? { reason: 'Đã trao đổi với cơ quan', by: 'Vụ trưởng' } : null,
  };
}
