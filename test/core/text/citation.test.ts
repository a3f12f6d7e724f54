import { describe, expect, it } from 'vitest';
import type { Directive } from '../../../core/profile.ts';
import { findCitations, judgeCitation } from '../../../core/text/citation.ts';

const register = (
  [
    ['Kết luận', 100, 'KL', 'TW', '2014-08-18'],
    ['Hướng dẫn', 167, 'HD', 'BTGTW', '2015-12-26'],
    ['Chỉ thị', 3, 'CT', 'ĐUK', '2016-09-01'],
    ['Chỉ thị', 7, 'CT', 'TW', '2016-09-05'],
    ['Quyết định', 263, 'QĐ', 'ĐUK', '2021-05-13'],
    ['Kết luận', 5, 'KL', 'ĐUK', '2021-12-06'],
    ['Công văn', 311, 'CV', 'ĐU', '2021-12-07'],
  ] as const
).map(([kind, number, symbol, issuer, date]): Directive => ({
  id: `${String(number)}-${symbol}/${issuer}`,
  kind,
  number,
  symbol,
  issuer,
  date,
  title: '',
}));

describe('findCitations', () => {
  it.each([
    ['Số 05-KL/ĐUK', 'Số 05-KL/ĐUK', 5, 'KL', 'ĐUK', null, 'standard'],
    ['Số: 05-KL/ĐUK', 'Số: 05-KL/ĐUK', 5, 'KL', 'ĐUK', null, 'standard'],
    ['Số 311 - CV/ĐU', 'Số 311 - CV/ĐU', 311, 'CV', 'ĐU', null, 'standard'],
    ['thực hiện Kết luận 100-KL/TW của Ban Bí thư', 'Kết luận 100-KL/TW', 100, 'KL', 'TW', null, 'standard'],
    ['theo 100-KL/TW.', '100-KL/TW', 100, 'KL', 'TW', null, 'standard'],
    ['05–KL/ĐUK', '05–KL/ĐUK', 5, 'KL', 'ĐUK', null, 'standard'],
    ['05-KL/\u00D0UK', '05-KL/\u00D0UK', 5, 'KL', 'ĐUK', null, 'standard'],
    ['263-QĐ/ĐU', '263-QĐ/ĐU', 263, 'QĐ', 'ĐU', null, 'standard'],
    ['12-QĐi/TW', '12-QĐi/TW', 12, 'QĐi', 'TW', null, 'standard'],
    ['12-QyĐ/TW', '12-QyĐ/TW', 12, 'QyĐ', 'TW', null, 'standard'],
    ['12-QĐNS/TW', '12-QĐNS/TW', 12, 'QĐNS', 'TW', null, 'standard'],
    ['12-CTr/TU', '12-CTr/TU', 12, 'CTr', 'TU', null, 'standard'],
    ['12-TTr/ĐU', '12-TTr/ĐU', 12, 'TTr', 'ĐU', null, 'standard'],
    ['36-HD/VPTW', '36-HD/VPTW', 36, 'HD', 'VPTW', null, 'standard'],
    ['02-TB/CB', '02-TB/CB', 2, 'TB', 'CB', null, 'standard'],
    ['05-KL/ĐUK/nb', '05-KL/ĐUK/nb', 5, 'KL', 'ĐUK/nb', null, 'standard'],
    ['1-KL/ĐUK', '1-KL/ĐUK', 1, 'KL', 'ĐUK', null, 'variant'],
    ['005-KL/ĐUK', '005-KL/ĐUK', 5, 'KL', 'ĐUK', null, 'variant'],
    ['Hướng dẫn số 167-HDBTGTW', 'Hướng dẫn số 167-HDBTGTW', 167, 'HD', 'BTGTW', null, 'variant'],
    ['05-kl/đuk', '05-kl/đuk', 5, 'KL', 'ĐUK', null, 'variant'],
    ['263-QD/DUK', '263-QD/DUK', 263, 'QĐ', 'ĐUK', null, 'variant'],
    ['100 KL/TW', '100 KL/TW', 100, 'KL', 'TW', null, 'variant'],
    ['100/KL-TW', '100/KL-TW', 100, 'KL', 'TW', null, 'variant'],
    ['100-KL-TW', '100-KL-TW', 100, 'KL', 'TW', null, 'variant'],
    ['100-LK/TW', '100-LK/TW', 100, 'LK', 'TW', null, 'variant'],
    ['100-KL/TƯ', '100-KL/TƯ', 100, 'KL', 'TW', null, 'variant'],
    ['100-KL/TU', '100-KL/TU', 100, 'KL', 'TU', null, 'standard'],
    ['KẾT LUẬN SỐ 05-KL/ĐUK', 'KẾT LUẬN SỐ 05-KL/ĐUK', 5, 'KL', 'ĐUK', null, 'standard'],
    ['quán triệt Kết luận\nsố 05-KL/ĐUK', 'Kết luận\nsố 05-KL/ĐUK', 5, 'KL', 'ĐUK', null, 'standard'],
    ['Kết luận số 05\n-KL/ĐUK', 'Kết luận số 05\n-KL/ĐUK', 5, 'KL', 'ĐUK', null, 'standard'],
  ] as const)('«%s»', (text, found, number, symbol, issuer, date, form) => {
    expect(findCitations(text)).toEqual([
      { index: text.indexOf(found), length: found.length, text: found, number, symbol, issuer, date, form },
    ]);
  });

  it.each([
    ['Kết luận số 100-KL/TW, ngày 18/4/2014 của Ban Bí thư', 'Kết luận số 100-KL/TW, ngày 18/4/2014', '2014-04-18'],
    ['Chỉ thị số 03-CT/ĐUK ngày 01/9/2016 về', 'Chỉ thị số 03-CT/ĐUK ngày 01/9/2016', '2016-09-01'],
    ['167-HD/BTGTW ngày 26 tháng 12 năm 2015', '167-HD/BTGTW ngày 26 tháng 12 năm 2015', '2015-12-26'],
    ['Kết luận 100-KL/TW, 18/8/2014 (khóa XI)', 'Kết luận 100-KL/TW, 18/8/2014', '2014-08-18'],
    ['05-KL/ĐUK (ngày 06/12/2021)', '05-KL/ĐUK (ngày 06/12/2021', '2021-12-06'],
    ['05-KL/ĐUK ngày 06-12-2021', '05-KL/ĐUK ngày 06-12-2021', '2021-12-06'],
    ['05-KL/ĐUK ngày 06/12/2021, Đảng ủy đã', '05-KL/ĐUK ngày 06/12/2021', '2021-12-06'],
    ['05-KL/ĐUK, ngày 06/12/2021; Chỉ thị', '05-KL/ĐUK, ngày 06/12/2021', '2021-12-06'],
    ['05-KL/ĐUK, ngày 06/12/2021, Chỉ thị', '05-KL/ĐUK, ngày 06/12/2021', '2021-12-06'],
    ['SỐ 05-KL/ĐUK, NGÀY 06/12/2021 CỦA BAN', 'SỐ 05-KL/ĐUK, NGÀY 06/12/2021', '2021-12-06'],
    ['100-KL/TW của Ban Bí thư ngày 18/4/2014', '100-KL/TW của Ban Bí thư ngày 18/4/2014', '2014-04-18'],
    ['100-KL/TW (khóa XI), ngày 18/8/2014 về', '100-KL/TW (khóa XI), ngày 18/8/2014', '2014-08-18'],
    ['100-KL/TW khóa XI ngày 18/8/2014;', '100-KL/TW khóa XI ngày 18/8/2014', '2014-08-18'],
    [
      '05-KL/ĐUK của Ban Thường vụ Đảng ủy Khối, ngày 06/12/2021 về',
      '05-KL/ĐUK của Ban Thường vụ Đảng ủy Khối, ngày 06/12/2021',
      '2021-12-06',
    ],
    ['05-KL/ĐUK ban hành ngày 06/12/2021', '05-KL/ĐUK ban hành ngày 06/12/2021', '2021-12-06'],
    [
      '100-KL/TW của Ban Bí thư ban hành ngày 18/8/2014',
      '100-KL/TW của Ban Bí thư ban hành ngày 18/8/2014',
      '2014-08-18',
    ],
    ['05-KL/ĐUK được ban hành ngày 06/12/2021', '05-KL/ĐUK được ban hành ngày 06/12/2021', '2021-12-06'],
    ['05-KL/ĐUK ngay 06 thang 12 nam 2021', '05-KL/ĐUK ngay 06 thang 12 nam 2021', '2021-12-06'],
    ['Conclusion No. 05-KL/ĐUK dated 06/12/2021', '05-KL/ĐUK dated 06/12/2021', '2021-12-06'],
    // Dates of something else.
    ['Kết luận số 05-KL/ĐUK của Đảng ủy Khối, ngày 15/12/2021 Đảng ủy họp', 'Kết luận số 05-KL/ĐUK', null],
    ['Kết luận số 05-KL/ĐUK của Đảng ủy Khối ngày 15/12/2021, chi bộ đã họp', 'Kết luận số 05-KL/ĐUK', null],
    ['Kết luận số 05-KL/ĐUK của Đảng ủy Khối 15/12/2021', 'Kết luận số 05-KL/ĐUK', null],
    ['Ngày 06/12/2021, Ban Thường vụ ban hành Kết luận số 05-KL/ĐUK về', 'Kết luận số 05-KL/ĐUK', null],
    ['Kết luận số 05-KL/ĐUK, ngày 15/12/2021 Đảng ủy họp', 'Kết luận số 05-KL/ĐUK', null],
    ['Kết luận số 05-KL/ĐUK, ngày 15/12/2021, chi bộ họp', 'Kết luận số 05-KL/ĐUK', null],
    ['Kết luận số 05-KL/ĐUK\nNgày 15/12/2021, Đảng ủy', 'Kết luận số 05-KL/ĐUK', null],
    ['Kết luận số 05-KL/ĐUK\n\n15/12/2021', 'Kết luận số 05-KL/ĐUK', null],
    ['Kết luận số 05-KL/ĐUK. Ngày 15/12/2021', 'Kết luận số 05-KL/ĐUK', null],
    ['Kết luận số 05-KL/ĐUK ngày 25 hằng tháng', 'Kết luận số 05-KL/ĐUK', null],
    ['Kết luận số 05-KL/ĐUK ngày 06/12/21', 'Kết luận số 05-KL/ĐUK', null],
    ['Kết luận số 05-KL/ĐUK ngày 31/02/2021', 'Kết luận số 05-KL/ĐUK', null],
  ])('«%s» has the date that is its own', (text, found, date) => {
    expect(findCitations(text).map((match) => [match.text, match.date])).toEqual([[found, date]]);
  });

  it.each([
    'có 34/61 đảng bộ',
    'Nghị định 13/2023/NĐ-CP, Luật số 91/2025/QH15, Thông tư 45/2020/TT-BTC',
    'Chỉ thị 15/CT-TTg, Quyết định 12/QĐ-UBND',
    'Chỉ thị số 03, Kết luận 100, Nghị quyết Đại hội XIII',
    'Đề án số 05 về “Nâng cao chất lượng công tác tuyên truyền”',
    '12 CT TU, 100 KL TW',
    'nhiệm kỳ 2020-2025',
    '12345-KL/TW',
    '2021-05-KL/TW',
    '05-KL/TWX',
    '05-XX/TW',
    '',
  ])('«%s» has none', (text) => {
    expect(findCitations(text)).toEqual([]);
  });

  it('finds all of them, in order', () => {
    const text =
      'thực hiện Kết luận số 100-KL/TW, Hướng dẫn số 167-HDBTGTW ngày 26/12/2015 và Chỉ thị số 03-CT/ĐUK (gọi tắt là Chỉ thị số 03)';
    expect(findCitations(text).map((match) => match.text)).toEqual([
      'Kết luận số 100-KL/TW',
      'Hướng dẫn số 167-HDBTGTW ngày 26/12/2015',
      'Chỉ thị số 03-CT/ĐUK',
    ]);
  });

  it('locates a citation in text typed as NFD with no-break spaces', () => {
    const text = 'Thực hiện Kết luận số\u00A0100-KL/TW, ngày\u00A018/4/2014 của'.normalize('NFD');
    const [match] = findCitations(text);
    expect(match?.text).toBe('Kết luận số\u00A0100-KL/TW, ngày\u00A018/4/2014'.normalize('NFD'));
    expect(match && text.slice(match.index, match.index + match.length)).toBe(match?.text);
    expect(match?.date).toBe('2014-04-18');
  });

  it('is linear on long texts without citations', () => {
    // Searched again from each place, the longest would outlast the test's time limit many times.
    for (const piece of ['số ', '1', '100-', 'Kết luận ', ' ', '05-KL ', 'của Ban Bí thư '])
      expect(findCitations(piece.repeat(100_000))).toEqual([]);
  });

  it.each([' ', '  ', '   ', ', '])('reads the names of an issuer, parted by «%s», in one way only', (gap) => {
    // Read in all ways there are, twenty of these would take longer than the test may.
    const text = `Kết luận số 05-KL/ĐUK${`${gap}của${gap}ban`.repeat(20)} `;
    expect(findCitations(text.repeat(20)).map(({ date }) => date)).toEqual(Array.from({ length: 20 }, () => null));
  });
});

describe('judgeCitation', () => {
  function judge(text: string) {
    const [match, ...more] = findCitations(text);
    expect(more).toEqual([]);
    if (!match) throw new Error(`no citation in ${text}`);
    return judgeCitation(match, register);
  }

  it.each([
    'Kết luận số 100-KL/TW',
    'Kết luận 100-KL/TW ngày 18/8/2014',
    'Hướng dẫn số 167-HD/BTGTW, ngày 26 tháng 12 năm 2015',
    'Chỉ thị 03-CT/ĐUK',
    'Số 05 - KL/ĐUK',
    '05-KL/\u0189UK',
    'Ngày 07/12/2021, Ban Thường vụ ban hành Kết luận số 05-KL/ĐUK',
  ])('«%s» is right', (text) => {
    expect(judge(text)).toEqual({ verdict: 'ok', suggestion: null, problem: null });
  });

  it.each([
    ['Kết luận 100-KL/TW, ngày 18/4/2014', 'date', 'Kết luận 100-KL/TW, ngày 18/8/2014'],
    ['Kết luận số 100-KL/TW ngày 18/4/2014', 'date', 'Kết luận số 100-KL/TW ngày 18/8/2014'],
    ['Chỉ thị 03-CT/ĐUK (02/9/2016)', 'date', 'Chỉ thị 03-CT/ĐUK (01/9/2016'],
    ['167-HD/BTGTW ngày 26 tháng 12 năm 2016', 'date', '167-HD/BTGTW ngày 26 tháng 12 năm 2015'],
    ['167-HDBTGTW ngày 27/12/2015', 'date', '167-HD/BTGTW ngày 26/12/2015'],
    ['176-HD/BTGTW', 'transposed', '167-HD/BTGTW'],
    ['Hướng dẫn số 176-HD/BTGTW', 'transposed', 'Hướng dẫn số 167-HD/BTGTW'],
    ['176-HD/BTGTW ngày 26/12/2015', 'transposed', '167-HD/BTGTW ngày 26/12/2015'],
    ['617-HDBTGTW', 'transposed', '167-HD/BTGTW'],
    ['236-QĐ/ĐUK', 'transposed', '263-QĐ/ĐUK'],
    ['50-KL/ĐUK', 'transposed', '05-KL/ĐUK'],
    ['100-LK/TW', 'transposed', '100-KL/TW'],
    ['05-KL/ĐKU', 'transposed', '05-KL/ĐUK'],
    ['167-HD/BTGWT', 'transposed', '167-HD/BTGTW'],
    ['168-HD/BTGTW ngày 26/12/2015', 'transposed', '167-HD/BTGTW ngày 26/12/2015'],
    ['03-CV/ĐUK ngày 01/9/2016', 'transposed', '03-CT/ĐUK ngày 01/9/2016'],
  ] as const)('«%s» is wrong (%s)', (text, problem, suggestion) => {
    expect(judge(text)).toEqual({ verdict: 'wrong', suggestion, problem });
  });

  it.each([
    ['Hướng dẫn số 167-HDBTGTW ngày 26/12/2015', 'Hướng dẫn số 167-HD/BTGTW ngày 26/12/2015'],
    ['5-KL/ĐUK', '05-KL/ĐUK'],
    ['05-kl/đuk', '05-KL/ĐUK'],
    ['Quyết định số\n263-QD/DUK', 'Quyết định số 263-QĐ/ĐUK'],
    ['100 KL/TW', '100-KL/TW'],
    ['311-CVĐU', '311-CV/ĐU'],
  ])('«%s» is a variant of «%s»', (text, suggestion) => {
    expect(judge(text)).toEqual({ verdict: 'variant', suggestion, problem: 'format' });
  });

  it.each([
    ['another directive of the same issuer', '12-NQ/TW', null],
    ['one digit away proves nothing', '05-CT/TW', null],
    ['one digit away with a date of its own', '05-CT/TW ngày 15/5/2016', null],
    ['a transposed number with a date of its own', '176-HD/BTGTW ngày 05/3/2018', null],
    ['another symbol', '03-CV/ĐUK', null],
    ['another issuer', '05-KL/TW', null],
    ['a committee’s own report', '112-BC/ĐU', null],
    ['a committee’s own decision', '21-QĐ/ĐU', null],
    ['a committee’s own regulation', '05-QC/ĐU', null],
    ['own directive with the number of a superior’s', '03-CT/ĐU ngày 01/9/2016', null],
    ['own letter near a registered one', '131-CV/ĐU', null],
    ['own letter of another committee under a registered number', '311-CV/ĐU ngày 05/5/2023', null],
    ['a province’s guidance', '167-HD/BTGTU', null],
    ['an internal document', '05-KL/ĐUK/nb', null],
    ['unknown and badly written', '112-BCĐU', '112-BC/ĐU'],
  ])('%s: «%s» is unknown', (_name, text, suggestion) => {
    expect(judge(text)).toEqual({ verdict: 'unknown', suggestion, problem: 'unknown' });
  });

  it('accepts any of several documents with one key and suggests the nearest', () => {
    const [match] = findCitations('05-KL/ĐUK ngày 01/02/2017');
    const earlier: Directive = {
      id: '',
      kind: 'Kết luận',
      number: 5,
      symbol: 'KL',
      issuer: 'ĐUK',
      date: '2017-02-03',
      title: '',
    };
    if (!match) throw new Error('no citation');
    expect(judgeCitation(match, [...register, earlier])).toEqual({
      verdict: 'wrong',
      suggestion: '05-KL/ĐUK ngày 03/02/2017',
      problem: 'date',
    });
    expect(judgeCitation({ ...match, date: '2017-02-03' }, [...register, earlier]).verdict).toBe('ok');
    expect(judgeCitation({ ...match, date: '2021-12-06' }, [...register, earlier]).verdict).toBe('ok');
  });
});
