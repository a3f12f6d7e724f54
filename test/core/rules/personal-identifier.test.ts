import { describe, expect, it } from 'vitest';
import { personalIdentifier } from '../../../core/rules/personal-identifier.ts';
import { at, brief, cell, context, members, profile, report, roster, run, stream, year } from './build.ts';
import { commentAt, parsedOf, sheetOf, workbookOf, type Contents } from './workbook.ts';

/** A report whose stream text at D19 is this, in a workbook that holds it. */
function reportSaying(text: string, contents: Contents = {}): ReturnType<typeof parsedOf> {
  return parsedOf(report({ streams: [stream(19, 'Nhà ở', text)] }), { ...contents, D19: text });
}

const cells = (subject: ReturnType<typeof parsedOf>, options: Parameters<typeof run>[2] = {}) =>
  run(personalIdentifier, subject, options).map((finding) => finding.cell);

describe('personal-identifier in the content of a report', () => {
  it.each([
    ['Một bộ phận còn băn khoăn về tiến độ triển khai và nguồn lực thực hiện.'],
    ['Dư luận đường Nguyễn Trãi mong muốn giải pháp căn cơ, giảm 12.500 tỷ đồng.'],
    ['Đảng ủy tiếp tục thực hiện Kết luận số 05-KL/ĐUK ngày 06/12/2021.'],
  ])('accepts «%s»', (text) => {
    expect(run(personalIdentifier, reportSaying(text))).toEqual([]);
  });

  it.each([
    ['Gọi số 0912 345 678 để biết thêm.', 'error', 'số điện thoại', 'a phone number'],
    ['Gửi về nguyenvana@example.com.', 'error', 'địa chỉ e-mail', 'an e-mail address'],
    ['CCCD 001085012345 phản ánh.', 'error', 'số căn cước hoặc chứng minh nhân dân', 'a national identity number'],
    ['Ông Nguyễn Văn Bình cho rằng giá điện tăng.', 'error', 'tên người', 'a person’s name'],
  ])('finds what identifies a person in «%s» and never repeats it', (text, severity, vi, en) => {
    const found = run(personalIdentifier, reportSaying(text));
    expect(brief(found)).toEqual([{ severity, cell: 'D19', vi: `Nội dung ô có ${vi}.`, en: `The cell has ${en}.` }]);
    for (const part of ['0912', 'example.com', '001085012345', 'Bình'])
      expect(JSON.stringify(found)).not.toContain(part);
  });

  it.each([
    ['beside an opinion', { G19: 'Ông Trần Văn Hùng phản ánh' }, ['G19']],
    ['between two opinions', { A20: 'Ghi chú: liên hệ 0987 654 321' }, ['A20']],
    ['above the report', { A2: 'Người phụ trách: ông Trần Văn Hùng' }, []],
    ['below it, where it is signed', { D40: 'Trần Văn Hùng' }, []],
  ])('what stands %s', (_, contents, found) => {
    const subject = report({ streams: [stream(19, 'Nhà ở', 'Đồng tình.'), stream(21, 'Nhà ở', 'Lo ngại.')] });
    expect(cells(parsedOf(subject, contents))).toEqual(found);
  });

  it('lists all kinds of one cell in one finding', () => {
    const found = run(personalIdentifier, reportSaying('Ông Nguyễn Văn Bình, số điện thoại 0912 345 678, cho rằng…'));
    expect(found).toHaveLength(1);
    expect(found[0]?.message.vi).toContain('tên người');
    expect(found[0]?.message.vi).toContain('số điện thoại');
  });

  it('only warns of an office-holder', () => {
    expect(brief(run(personalIdentifier, reportSaying('Thủ tướng Phạm Minh Chính thăm chính thức.')))).toEqual([
      {
        severity: 'warning',
        cell: 'D19',
        vi: 'Nội dung ô có tên người giữ chức vụ.',
        en: 'The cell has the name of an office-holder.',
      },
    ]);
  });

  it.each([
    ['Lê Thị Hoà phát biểu.', 1],
    ['Đồng tình với LÊ THỊ HÒA và tập thể.', 1],
    ['Dư luận về phố Lê Thị Hoàng.', 0],
    ['Dư luận nói về Hoà.', 0],
  ])('finds a collaborator’s name in «%s»: %i', (text, count) => {
    const rosterNames = ['TS. Lê Thị Hòa', 'Hoà'];
    expect(cells(reportSaying(text), { context: context({ rosterNames }) })).toHaveLength(count);
  });

  it('looks at every part of the content', () => {
    const text = 'Liên hệ 0912 345 678';
    const document = report({
      overview: [at('A13', text)],
      streams: [stream(19, text, text, { field: at('B19', text) })],
      salient: [at('A27', text)],
      forecast: [at('A30', text)],
      proposals: [{ row: 34, text: at('B34', text), recipient: at('C34', text) }],
    });
    const places = ['A13', 'B19', 'C19', 'D19', 'A27', 'A30', 'B34', 'C34'];
    const contents = Object.fromEntries(places.map((place) => [place, text]));
    expect(cells(parsedOf(document, contents)).sort()).toEqual([...places].sort());
  });
});

describe('personal-identifier elsewhere in a report', () => {
  const said = report({ overview: [at('A14', 'Ổn định.')], streams: [stream(19, 'Nhà ở', 'Đồng tình.')] });
  const found = (contents: Contents, other: Contents = {}) =>
    run(personalIdentifier, parsedOf(said, workbookOf([sheetOf(contents), sheetOf(other, { name: 'Phụ lục' })]))).map(
      (finding) => `${finding.sheet ?? ''}!${finding.cell ?? ''}`.replace(/^(?!Phụ lục!).*!/, ''),
    );

  it.each<[string, Contents]>([
    ['an office’s telephone', { A3: 'Điện thoại: 024 3942 1234; Fax: 024 3942 1235' }],
    ['one behind its address', { A3: 'Số 35 Bà Triệu, Hoàn Kiếm, Hà Nội. ĐT: 0912 345 678' }],
    ['its e-mail', { A3: 'Email: vanphong@example.vn' }],
    ['the number beside its label', { A3: 'Điện thoại', C3: '024 3942 1234' }],
    ['the address beside its label', { A3: 'E-mail', B3: 'vanphong@example.vn' }],
    ['an office to ask, below the report', { A40: 'Liên hệ Văn phòng Đảng ủy, điện thoại 024 3942 1234' }],
  ])('lets an office be reached: %s', (_, contents) => {
    expect(found(contents)).toEqual([]);
  });

  it.each<[string, Contents, string]>([
    ['in the letterhead, who told it', { A9: 'Điện thoại người phản ánh: 0987 654 321' }, 'A9'],
    ['in the letterhead, who wrote it', { A9: 'Đ/c Trần Văn Hùng, ĐT: 0987 654 321' }, 'A9'],
    ['in the letterhead, without a label', { E3: '0987 654 321' }, 'E3'],
    ['in the letterhead, beside a person', { A9: 'Người lập', B9: '0987 654 321' }, 'B9'],
    ['below the signature', { D40: 'ĐT: 0987 654 321' }, 'D40'],
    ['below the signature, with the office', { D40: 'Kế toán Văn phòng, ĐT 0987 654 321' }, 'D40'],
    ['between the texts', { A16: '- Ông Trần Văn Hùng không có ý kiến khác.' }, 'A16'],
  ])('finds a person’s number or name %s', (_, contents, cellFound) => {
    expect(found(contents)).toEqual([cellFound]);
  });

  it.each<[string, Contents, string[]]>([
    ['who told it', { A1: 'Danh sách người phản ánh: ông Trần Văn Hùng, 0987 654 321' }, ['Phụ lục!A1']],
    [
      'a list of people',
      { A1: 'Họ và tên', B1: 'Điện thoại', A2: 'Trần Văn Hùng', B2: '0987 654 321' },
      ['Phụ lục!B2'],
    ],
    ['a person’s label', { A1: 'Trần Văn Hùng', B1: 'ĐT: 024 3942 1234' }, ['Phụ lục!B1']],
    ['a mobile number', { A1: 'Điện thoại: 0987 654 321' }, ['Phụ lục!A1']],
    ['names alone', { A1: 'Họ và tên', A2: 'Trần Văn Hùng' }, []],
    ['the cover of an office', { A1: 'ĐẢNG ỦY BỘ TƯ PHÁP', A2: 'Điện thoại: 024 6273 9718' }, []],
  ])('looks for numbers on another sheet: %s', (_, contents, cellsFound) => {
    expect(found({}, contents)).toEqual(cellsFound);
  });

  it.each<[string, Contents, 'warning' | 'error']>([
    ['who made the report', { A1: 'Người lập: Trần Văn Hùng, ĐT: 0987 654 321' }, 'warning'],
    ['whose label stands beside it', { A1: 'Điện thoại liên hệ', B1: '0987 654 321' }, 'warning'],
    ['who told it', { A1: 'Người phản ánh: Trần Văn Hùng, ĐT: 0987 654 321' }, 'error'],
    ['nobody in particular', { B2: '0987 654 321' }, 'error'],
    ['an identity number', { A1: 'Người lập: Trần Văn Hùng, ĐT: 0987 654 321, CCCD 001085012345' }, 'error'],
  ])('a number outside the text, of %s', (_, contents, severity) => {
    const workbook = workbookOf([sheetOf({}), sheetOf(contents, { name: 'Thông tin' })]);
    expect(run(personalIdentifier, parsedOf(said, workbook)).map((finding) => finding.severity)).toEqual([severity]);
  });

  it('leaves letterhead and signature alone', () => {
    const head = { A2: 'Điện thoại: 0912 345 678', H36: 'Ông Nguyễn Văn Bình' };
    expect(cells(reportSaying('Dư luận đồng tình.', head))).toEqual([]);
  });

  it('looks for numbers, not names, in stray cells', () => {
    const contents = { L3: '0912 345 678', L4: 'Ông Nguyễn Văn Bình' };
    const strays = Object.keys(contents).map(cell);
    expect(cells(parsedOf(report({ streams: [] }), contents, { strays }))).toEqual(['L3']);
  });

  it.each([
    [
      'a comment',
      sheetOf({}, { comments: [commentAt('B7', 'Ông Nguyễn Văn Bình')] }),
      'B7',
      'Ghi chú của ô',
      'The cell comment',
    ],
    ['a hidden row', sheetOf({ B7: 'Ông Nguyễn Văn Bình' }, { hiddenRows: [7] }), 'B7', 'Nội dung ô', 'The cell'],
    [
      'a hidden column',
      sheetOf({ B7: 'Ông Nguyễn Văn Bình' }, { hiddenColumns: [[2, 2]] }),
      'B7',
      'Nội dung ô',
      'The cell',
    ],
    [
      'a hidden sheet',
      sheetOf({ B7: 'Ông Nguyễn Văn Bình' }, { state: 'hidden', name: 'Ẩn' }),
      'B7',
      'Nội dung ô',
      'The cell',
    ],
  ])('looks into %s', (_name, sheet, reference, vi, en) => {
    const subject = parsedOf(report(), workbookOf([sheet]));
    expect(brief(run(personalIdentifier, subject))).toEqual([
      { severity: 'error', cell: reference, vi: `${vi} có tên người.`, en: `${en} has a person’s name.` },
    ]);
  });

  it('looks into the descriptive properties, not at who wrote the file', () => {
    const properties = new Map([
      ['creator', 'Ông Nguyễn Văn Bình'],
      ['title', '0912 345 678'],
    ]);
    expect(brief(run(personalIdentifier, parsedOf(report(), workbookOf([], { properties }))))).toEqual([
      {
        severity: 'error',
        cell: null,
        vi: 'Thuộc tính tệp «title» có số điện thoại.',
        en: 'The document property «title» has a phone number.',
      },
    ]);
  });
});

describe('personal-identifier in a roster or year record', () => {
  const phone = at('K12', '0912345678');
  const withPhone = roster({ members: members(1, () => ({ optional: { phone } })) });
  const phones = profile({ roster: { optionalColumns: ['phone'] } });

  it('lets names be', () => {
    expect(cells(parsedOf(roster(), { B12: 'Đ/c Nguyễn Văn Bình', J12: 'Thay ông Nguyễn Văn Chi' }))).toEqual([]);
    expect(cells(parsedOf(year(), { B35: 'Tặng Giấy khen đồng chí Nguyễn Văn Bình' }))).toEqual([]);
  });

  it('finds numbers and addresses, typed as text or number', () => {
    const contents = { J12: 'ĐT 0912 345 678', J13: 'vana@example.com', J14: 'CCCD 001085012345' };
    expect(cells(parsedOf(roster(), contents))).toEqual(['J12', 'J13', 'J14']);
    expect(cells(parsedOf(roster(), { J12: 912_345_678, J13: 1_085_012_345, J14: 45_254, J15: 91_234_567 }))).toEqual([
      'J12',
      'J13',
    ]);
    expect(cells(parsedOf(year(), { B35: 'Liên hệ 0912 345 678' }))).toEqual(['B35']);
  });

  it('accepts an optional column only where the profile switched it on', () => {
    const subject = parsedOf(withPhone, { K12: phone.value, J12: '0912345679' });
    expect(cells(subject)).toEqual(['J12', 'K12']);
    expect(cells(subject, { context: context({ profile: phones }) })).toEqual(['J12']);
  });
});

it('personal-identifier leaves a refused column to refused-column', () => {
  const contents = { K11: 'Số CCCD', K12: '001085012345', L12: '001085012345' };
  const refusedColumns = [at('K11', 'Số CCCD')];
  const found = run(personalIdentifier, parsedOf(roster(), contents, { refusedColumns }));
  expect(found.map((finding) => finding.cell)).toEqual(['L12']);
});
