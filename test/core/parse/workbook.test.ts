import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Roster } from '../../../core/document.ts';
import { parseWorkbook } from '../../../core/parse/workbook.ts';
import type { Range, Sheet } from '../../../core/sheet.ts';
import { profile, general, sheet, workbook, type Value } from './neutral.ts';

const parse = (...args: Parameters<typeof workbook>) => parseWorkbook(workbook(...args), profile);

const rosterRows: Value[][] = [
  ['ĐẢNG ỦY BỘ TƯ PHÁP'],
  ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'],
  ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Vai trò'],
  [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng'],
];
const reportRows: Value[][] = [
  ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'],
  ['STT', 'Lĩnh vực', 'Vấn đề', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
  [1, 'Đối ngoại', 'Chuyến thăm', 'Đồng tình.', 'Đa số', 'tán thành'],
];
const instructions = sheet([['HƯỚNG DẪN LẬP DANH SÁCH CỘNG TÁC VIÊN'], ['Họ và tên: viết đầy đủ'], ['x']], {
  name: 'Hướng dẫn',
});

describe('which sheet', () => {
  test('behind a cover', () => {
    const cover = sheet([['ĐẢNG ỦY BỘ TƯ PHÁP'], ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'], ['THÁNG 11 NĂM 2023']], {
      name: 'Bìa',
    });
    const parsed = parse([cover, sheet(reportRows, { name: 'Nội dung' })]);
    expect(parsed).toMatchObject({
      kind: 'report',
      document: { sheet: 'Nội dung', organisation: 'tu-phap', period: { sheet: 'Bìa', row: 3, value: '2023-11' } },
    });
    expect(parsed.structure.otherCandidates).toEqual([]);
  });

  test('what a roster leaves to a sheet of general information', () => {
    const general = sheet(
      [
        ['Đơn vị', 'Đảng ủy Bộ Tư pháp'],
        ['Quy chế hoạt động', 'số 05-QC/ĐU ngày 20/7/2021'],
        ['Nhiệm kỳ', '2020-2025'],
      ],
      { name: 'Thông tin' },
    );
    const asked = sheet([['Quyết định thành lập: ghi số, ngày 01 quyết định']], { name: 'Cách ghi' });
    const report = sheet([...reportRows, ['Theo Quyết định số 263-QĐ/ĐUK, ngày 13/5/2021']], { name: 'Báo cáo' });
    expect(parse([sheet(rosterRows.slice(2), { name: 'DS' }), asked, general, report]).document).toMatchObject({
      sheet: 'DS',
      organisation: 'tu-phap',
      regulation: { sheet: 'Thông tin', row: 2, value: { number: '05-QC/ĐU' } },
      term: { sheet: 'Thông tin', row: 3 },
      decision: null,
    });
  });

  test('proposals tabled on a sheet of their own, where the report has none', () => {
    const table = [['STT', 'Nội dung kiến nghị', 'Nơi nhận']];
    const asked = sheet(
      [['V. ĐỀ XUẤT, KIẾN NGHỊ'], ...table, [1, 'Sớm công bố lộ trình', 'Bộ Nội vụ'], [2, 'Sửa định mức']],
      {
        name: 'Kiến nghị',
      },
    );
    const proposalsOf = (report: Value[][]): unknown[] => {
      const { document } = parse([sheet(report, { name: 'Báo cáo' }), asked]);
      return document?.kind === 'report'
        ? document.proposals.map(({ text }) => [text.sheet, text.row, text.value])
        : [];
    };
    expect(proposalsOf(reportRows)).toEqual([
      ['Kiến nghị', 3, 'Sớm công bố lộ trình'],
      ['Kiến nghị', 4, 'Sửa định mức'],
    ]);
    const own = [...reportRows, [], ['V. ĐỀ XUẤT, KIẾN NGHỊ'], ...table, [1, 'Tăng phụ cấp', 'Bộ Tài chính']];
    expect(proposalsOf(own)).toEqual([['Báo cáo', own.length, 'Tăng phụ cấp']]);
  });

  describe('a sheet for each field of a report', () => {
    const main = sheet(
      [
        ['ĐẢNG ỦY BỘ TƯ PHÁP'],
        ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'],
        ['THÁNG 11 NĂM 2023'],
        ['I. KHÁI QUÁT TÌNH HÌNH'],
        ['Ổn định.'],
        ['II. NỘI DUNG DƯ LUẬN'],
        ['(Chi tiết tại các biểu theo lĩnh vực)'],
        ['V. ĐỀ XUẤT, KIẾN NGHỊ'],
        ['1. Sớm có hướng dẫn.'],
      ],
      { name: 'Báo cáo' },
    );
    const header = ['STT', 'Vấn đề', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'];
    const opinion = (about: string): Value[] => [1, about, `Đồng tình về ${about}.`, 'Đa số', 'tán thành'];
    const read = (...sheets: Sheet[]) => {
      const { document, structure } = parse(sheets);
      if (document?.kind !== 'report') throw new Error('no report');
      return {
        streams: document.streams.map(({ field, issue, text }) => [field?.value, issue?.value, text?.sheet]),
        proposals: document.proposals.length,
        organisation: document.organisation,
        others: structure.otherCandidates,
        missing: structure.missingColumns.map(({ id }) => id),
      };
    };

    test.each<[string, (name: string, about: string, at: number) => Sheet]>([
      ['by its name', (name, about) => sheet([header, opinion(about)], { name })],
      [
        'by its title',
        (name, about, at) =>
          sheet([[`LĨNH VỰC ${name.toUpperCase()}`], [], header, opinion(about)], { name: `Biểu ${String(at)}` }),
      ],
      [
        'by a number and name',
        (name, about, at) => sheet([header, opinion(about)], { name: `${String(at)}. ${name}` }),
      ],
      [
        'with its own column',
        (name, about) =>
          sheet(
            [
              ['Lĩnh vực', ...header],
              [name, ...opinion(about)],
            ],
            { name },
          ),
      ],
      [
        'written as lines',
        (name, about) => sheet([[`1. ${about}`], ['- Đa số đồng tình.'], ['- Một số băn khoăn.']], { name }),
      ],
    ])('%s', (_, make) => {
      const names = ['Kinh tế', 'Chính trị', 'Văn hóa – xã hội'];
      const sheets = names.map((name, at) => make(name, `việc ${String(at + 1)}`, at + 1));
      const { streams, ...found } = read(main, ...sheets);
      expect(found).toEqual({ proposals: 1, organisation: 'tu-phap', others: [], missing: [] });
      const fields = [...new Set(streams.map(([field]) => field?.toLowerCase()))];
      expect(fields).toEqual(names.map((name) => name.toLowerCase()));
      expect(new Set(streams.map(([, issue]) => issue))).toEqual(new Set(['việc 1', 'việc 2', 'việc 3']));
      expect(new Set(streams.map(([, , on]) => on))).toEqual(new Set(sheets.map(({ name }) => name)));
    });

    const trade = sheet([header, opinion('việc 1')], { name: 'Kinh tế' });
    test.each<[string, Sheet]>([
      ['of no field', sheet([header, opinion('việc 2')], { name: 'Bản cũ' })],
      ['that repeats the opinions', sheet([header, opinion('việc 1')], { name: 'Đối ngoại' })],
      [
        'of another month',
        sheet([['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI THÁNG 10 NĂM 2023'], header, opinion('việc 2')], {
          name: 'Đối ngoại',
        }),
      ],
    ])('but not one %s', (_, other) => {
      const own = sheet([['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI THÁNG 11 NĂM 2023'], header, opinion('việc 1')], {
        name: 'Kinh tế',
      });
      expect(read(own, other)).toMatchObject({ streams: [['Kinh tế', 'việc 1', 'Kinh tế']], others: [other.name] });
    });

    const ofUnit = (name: string, about: string): Sheet =>
      sheet(
        [
          ['Lĩnh vực', ...header],
          ['Đối ngoại', ...opinion(about)],
        ],
        { name },
      );
    test.each(['CB Văn phòng', '2. Cục Quản lý nhà', 'Chi bộ Thanh tra', 'Viện Kinh tế'])('a unit’s: %s', (name) => {
      const titled = sheet([
        ['DƯ LUẬN CỦA CHI BỘ PHÁP CHẾ'],
        ['Lĩnh vực', ...header],
        ['Đối ngoại', ...opinion('việc 3')],
      ]);
      expect(read(main, ofUnit(name, 'việc 2'), titled)).toMatchObject({
        streams: [
          ['Đối ngoại', 'việc 2', name],
          ['Đối ngoại', 'việc 3', 'Sheet1'],
        ],
        others: [],
      });
    });

    test.each(['Bản cũ', 'Nháp', 'Sheet3'])('not what no unit or field is named by: %s', (name) => {
      const own = sheet([['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI THÁNG 11 NĂM 2023'], header, opinion('việc 1')]);
      expect(read(own, ofUnit(name, 'việc 2'))).toMatchObject({ others: [name] });
    });

    test('a field of which there is nothing to tell', () => {
      const nothing = sheet([header, [null, 'Không phát sinh']], { name: 'Đối ngoại' });
      expect(read(main, trade, nothing)).toMatchObject({ streams: [['Kinh tế', 'việc 1', 'Kinh tế']], others: [] });
    });
  });

  test('sections and particulars of a report on sheets of their own', () => {
    const cover = sheet(
      [['ĐẢNG ỦY BỘ TƯ PHÁP'], ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'], ['THÁNG 11 NĂM 2023'], ['Số: 45-BC/ĐU']],
      { name: 'Bìa' },
    );
    const opinions = sheet([['II. NỘI DUNG DƯ LUẬN'], ...reportRows.slice(1)], { name: 'Phần II' });
    const rest = sheet(
      [['III. VẤN ĐỀ NỔI CỘM'], ['Chậm giải ngân.'], ['V. ĐỀ XUẤT, KIẾN NGHỊ'], ['1. Sớm có hướng dẫn.']],
      { name: 'Phần III-V' },
    );
    const guidance = sheet([['HƯỚNG DẪN'], ['I. KHÁI QUÁT TÌNH HÌNH'], ['Ghi tối đa mười dòng.']], {
      name: 'Cách ghi',
    });
    const parsed = parse([guidance, cover, opinions, rest]);
    expect(parsed).toMatchObject({
      kind: 'report',
      document: {
        sheet: 'Phần II',
        number: { sheet: 'Bìa', row: 4, value: '45-BC/ĐU' },
        period: { sheet: 'Bìa', value: '2023-11' },
        overview: [],
        salient: [{ sheet: 'Phần III-V', row: 2, value: 'Chậm giải ngân.' }],
        proposals: [{ row: 4, text: { sheet: 'Phần III-V', value: '1. Sớm có hướng dẫn.' } }],
      },
    });
    expect(parsed.structure.otherCandidates).toEqual([]);
  });

  test.each<[string, Value[][]]>([
    ['of another month', [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'], ['tháng 10 năm 2023']]],
    ['of another organisation', [['ĐẢNG ỦY BỘ NỘI VỤ'], ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI']]],
    ['with opinions of its own', reportRows],
  ])('nothing from a report %s', (_, rows) => {
    const own = [['ĐẢNG ỦY BỘ TƯ PHÁP'], reportRows[0] ?? [], ['tháng 11 năm 2023'], ...reportRows.slice(1)];
    const other = sheet([...rows, ['V. ĐỀ XUẤT, KIẾN NGHỊ'], ['1. Sớm có hướng dẫn.']], { name: 'Khác' });
    expect(parse([sheet(own, { name: 'Báo cáo' }), other]).document).toMatchObject({
      sheet: 'Báo cáo',
      proposals: [],
    });
  });

  test('a document of another kind is told of', () => {
    const { kind, structure } = parse([
      sheet(rosterRows, { name: 'Danh sách' }),
      sheet(reportRows, { name: 'Báo cáo' }),
      sheet(reportRows, { name: 'Ẩn', state: 'hidden' }),
    ]);
    expect([kind, structure.otherCandidates]).toEqual(['roster', ['Báo cáo']]);
  });

  test('a table on another sheet gives a report no number or date', () => {
    const staff = sheet(
      [
        ['STT', 'Đơn vị', 'Số người', 'Trạng thái', 'Quy chế'],
        [1, 'Chi bộ 1', 12, 'Đang hoạt động', 'Số 12-QC/ĐU ngày 10/6/2021'],
      ],
      { name: 'Theo dõi' },
    );
    expect(parse([sheet(reportRows, { name: 'Báo cáo' }), staff]).document).toMatchObject({ date: null, number: null });
  });

  test('a visible sheet wins over a hidden copy in front of it', () => {
    const parsed = parse([
      sheet(rosterRows, { name: 'Cũ', state: 'hidden' }),
      sheet(rosterRows, { name: 'Mới' }),
      sheet(rosterRows, { name: 'Nháp' }),
    ]);
    expect(parsed.document?.sheet).toBe('Mới');
    expect(parsed.structure.otherCandidates).toEqual(['Cũ', 'Nháp']);
  });

  test('of a book of monthly forms the latest that is filled', () => {
    const [title = [], header = [], ...streams] = reportRows;
    const form = (month: number, rows: Value[][]) =>
      sheet([title, [`tháng ${String(month)} năm 2023`], header, ...rows], { name: `T${String(month)}` });
    const parsed = parse([form(9, streams), form(10, [[1, 'Không phát sinh']]), form(11, streams), form(12, [])]);
    expect(parsed.document).toMatchObject({ sheet: 'T11', period: { value: '2023-11' } });
    expect(parsed.structure.otherCandidates).toEqual(['T9', 'T10', 'T12']);
  });

  test('a hidden document is still a document', () => {
    expect(parse([sheet([['x']]), sheet(rosterRows, { name: 'Ẩn', state: 'veryHidden' })]).document?.sheet).toBe('Ẩn');
  });

  test('our own instruction and list sheets are neither read nor stray', () => {
    const lists = sheet([['Họ và tên', 'Chức vụ', 'Vai trò', 'Nhiệm kỳ']], { name: 'Danh mục', state: 'hidden' });
    const parsed = parse([instructions, sheet(rosterRows, { name: 'Tờ 9' }), lists]);
    expect(parsed).toMatchObject({
      kind: 'roster',
      document: { sheet: 'Tờ 9' },
      structure: { strays: [], otherCandidates: [] },
    });
  });

  test('the template’s kind decides between a roster and a report in one workbook', () => {
    const sheets = [sheet(rosterRows, { name: 'A' }), sheet(reportRows, { name: 'B' })];
    expect(parse(sheets).kind).toBe('roster');
    expect(parse(sheets, { properties: new Map([['BlocRollupTemplate', 'report/1']]) }).kind).toBe('report');
  });
});

test.each<[string, string]>([
  ['SỔ THEO DÕI CÔNG TÁC DƯ LUẬN XÃ HỘI NĂM 2023', 'year'],
  ['SỔ THEO DÕI CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI NĂM 2023', 'roster'],
])('«%s» is the title of a %s', (title, kind) => {
  expect(parse(sheet([[title]])).kind).toBe(kind);
});

describe('unknown workbooks', () => {
  test.each<[string, Value[][]]>([
    ['empty', []],
    ['a lone cell', [['x']]],
    [
      'a price list',
      [
        ['STT', 'Mặt hàng', 'Đơn vị', 'Giá'],
        [1, 'Giấy', 'ram', 70000],
      ],
    ],
    [
      'a survey, though of a year',
      [
        ['ĐẢNG ỦY BỘ Y TẾ'],
        ['KẾT QUẢ KHẢO SÁT SỰ HÀI LÒNG CỦA NGƯỜI BỆNH NĂM 2023'],
        ['STT', 'Câu hỏi', 'Hài lòng', 'Không hài lòng'],
        [1, 'Thời gian chờ', 80, 20],
      ],
    ],
    [
      'a pay roll',
      [
        ['BẢNG LƯƠNG THÁNG 11 NĂM 2023'],
        ['STT', 'Họ và tên', 'Hệ số', 'Thực lĩnh'],
        [1, 'Nguyễn Văn An', 4.4, 7000000],
      ],
    ],
    [
      'guests',
      [
        ['DANH SÁCH ĐẠI BIỂU THAM DỰ HỘI NGHỊ'],
        ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị'],
        [1, 'Nguyễn Văn An', 'Vụ trưởng', 'Vụ 1'],
      ],
    ],
    [
      'a report of other Party work',
      [['BÁO CÁO'], ['công tác xây dựng Đảng tháng 11 năm 2023'], ['I. KHÁI QUÁT TÌNH HÌNH'], ['II. KẾT QUẢ CÔNG TÁC']],
    ],
    ['a financial report', [['BÁO CÁO TÀI CHÍNH NĂM 2023'], ['Chỉ tiêu', 'Số tiền'], ['Thu', 12]]],
    [
      'numbers',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
  ])('%s', (_, rows) => {
    const parsed = parse(sheet(rows));
    expect(parsed.kind).toBe('unknown');
    expect(parsed.document).toBeNull();
    expect(parsed.structure.strays).toEqual([]);
  });
});

describe('template stamp', () => {
  const stamp = { kind: 'roster', version: 1, profile: 'duk-2021-2025', organisation: 'tu-phap', period: null };

  test('from the properties', () => {
    const properties = new Map([
      ['BlocRollupTemplate', 'roster/1'],
      ['BlocRollupProfile', 'duk-2021-2025'],
      ['BlocRollupOrganisation', 'tu-phap'],
      ['BlocRollupPeriod', ''],
    ]);
    expect(parse(sheet(rosterRows), { properties }).structure.template).toEqual(stamp);
  });

  test.each([
    'Mẫu: roster/1 · duk-2021-2025 · tu-phap · -',
    'Mẫu: roster/1 · duk-2021-2025 · tu-phap',
    'Mẫu: roster/1 • duk-2021-2025 • tu-phap • —',
  ])('from the line «%s»', (line) => {
    const { structure } = parse(sheet([...rosterRows, [], [line]]));
    expect(structure.template).toEqual(stamp);
    expect(structure.strays).toEqual([]);
  });

  test('from a report’s line, with its period', () => {
    const { structure } = parse(sheet([['Mẫu: report/2 · duk-2021-2025 · ttxvn · 2023-11'], ...reportRows]));
    expect(structure.template).toEqual({
      kind: 'report',
      version: 2,
      profile: 'duk-2021-2025',
      organisation: 'ttxvn',
      period: '2023-11',
    });
    expect(structure.strays).toEqual([]);
  });

  test('none', () => {
    expect(parse(sheet([...rosterRows, ['Mẫu số 2']])).structure.template).toBeNull();
  });
});

describe('whatever the cells', () => {
  const words = [
    'STT',
    'Họ và tên',
    'Tên',
    'Họ đệm',
    'Chức vụ',
    'Quyết định',
    'Số',
    'Ngày',
    'Lĩnh vực',
    'Vấn đề',
    'Luồng ý kiến',
    'Mức độ',
    'Khuynh hướng',
    'DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI',
    'BÁO CÁO',
    'TỔNG KẾT CÔNG TÁC DƯ LUẬN XÃ HỘI NĂM 2023',
    'I. KHÁI QUÁT',
    'II. NỘI DUNG DƯ LUẬN',
    'V. ĐỀ XUẤT, KIẾN NGHỊ',
    'Nội dung kiến nghị',
    'Nơi nhận',
    'GIAO BAN',
    'I. TẬP HUẤN',
    'Hoạt động',
    'Nội dung',
    'T/M ĐẢNG ỦY',
    'Tổng cộng: 2',
    'Số: 58-BC/ĐU',
    'Kỳ báo cáo',
    '- Đa số tán thành',
    '1. Kinh tế - xã hội',
    'Không có.',
    'ĐẢNG ỦY BỘ TƯ PHÁP',
    '(1)',
    '',
    ' ',
    'x',
    'Ngày rà soát gần nhất:',
  ];
  const value = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.record({ error: fc.constantFrom('#REF!', '#N/A') }),
  );
  const style = fc.constantFrom(
    general,
    { font: '.VnTime', numberFormat: 'General', date: false },
    { font: 'VNI-Times', numberFormat: '000', date: false },
    { font: 'Arial', numberFormat: 'dd/mm/yyyy', date: true },
  );
  const cells = fc
    .uniqueArray(fc.record({ column: fc.integer({ min: 1, max: 12 }), value, style }), {
      selector: (cell) => cell.column,
      maxLength: 8,
    })
    .map((list) => list.sort((a, b) => a.column - b.column));
  const rows = fc
    .uniqueArray(fc.record({ row: fc.integer({ min: 1, max: 60 }), hidden: fc.boolean(), cells }), {
      selector: (row) => row.row,
      maxLength: 30,
    })
    .map((list) => list.sort((a, b) => a.row - b.row));
  const merge = fc
    .tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 6 }),
    )
    .map(([top, left, down, right]): Range => ({ top, left, bottom: top + down, right: left + right }));
  const anySheet = fc
    .record({
      rows,
      merges: fc.array(merge, { maxLength: 6 }),
      state: fc.constantFrom('visible' as const, 'hidden' as const),
      name: fc.constantFrom('A', 'B', 'T11-2023'),
    })
    .map((some): Sheet => ({ ...some, hiddenColumns: [], filtered: false, comments: [], headersFooters: [] }));

  test('it never throws, and strays are cells of the document’s sheet', () => {
    fc.assert(
      fc.property(fc.array(anySheet, { maxLength: 3 }), fc.boolean(), (sheets, date1904) => {
        const parsed = parseWorkbook(workbook(sheets, { date1904 }), profile);
        expect(parsed.document === null).toBe(parsed.kind === 'unknown');
        for (const stray of parsed.structure.strays) expect(stray.sheet).toBe(parsed.document?.sheet);
      }),
      { numRuns: 400, seed: 20_231_125 },
    );
  });

  test('the same workbook parses the same twice', () => {
    fc.assert(
      fc.property(fc.array(anySheet, { maxLength: 2 }), (sheets) => {
        expect(parseWorkbook(workbook(sheets), profile)).toEqual(parseWorkbook(workbook(sheets), profile));
      }),
      { numRuns: 50, seed: 20_231_126 },
    );
  });
});

test('work grows with the rows', () => {
  const looks = (count: number): number => {
    const rows: Value[][] = [...rosterRows];
    for (let order = 2; order <= count; order += 1)
      rows.push([order, `Nguyễn Văn ${order}`, 'Chuyên viên', `Chi bộ ${order % 40}`, 'Thành viên']);
    let looked = 0;
    const counted = sheet(rows);
    const watched: Sheet = {
      ...counted,
      rows: counted.rows.map(({ row, hidden, cells }) => ({
        row,
        hidden,
        get cells() {
          looked += 1;
          return cells;
        },
      })),
    };
    expect((parseWorkbook(workbook(watched), profile).document as Roster).members).toHaveLength(count);
    return looked;
  };
  expect(looks(8_000)).toBeLessThan(looks(1_000) * 9);
});

test('very long tables do not exhaust the stack', () => {
  const rows: Value[][] = [...reportRows];
  for (let order = 2; order <= 130_000; order += 1)
    rows.push([order, 'Đối ngoại', 'Chuyến thăm', 'Đồng tình.', 'Đa số', 'tán thành']);
  expect(parse(sheet(rows)).document).toMatchObject({ kind: 'report' });
});
