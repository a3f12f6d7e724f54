import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../core/rules/vocabulary.ts';
import { at, brief, context, members, profile, report, roster, run, stream } from './build.ts';
import { parsedOf, plain, type Contents } from './workbook.ts';

const term = (label: string, ...aliases: string[]) => ({ id: label, label, aliases });
const lists = profile({
  vocabularies: {
    breadth: [term('tuyệt đại đa số'), term('đa số', 'phần lớn'), term('một số ý kiến', 'một số')],
    attitude: [term('tán thành', 'ủng hộ'), term('băn khoăn/lưỡng lự')],
    field: [term('kinh tế - xã hội', 'KT-XH'), term('đối ngoại')],
    role: [term('tổ trưởng'), term('thành viên', 'tổ viên')],
    status: [],
  },
});

const rows = (...breadths: (string | null)[]) =>
  report({
    streams: breadths.map((breadth, index) =>
      stream(17 + index, 'Vấn đề', 'Ý kiến', {
        breadth: breadth === null ? null : at(`E${String(17 + index)}`, breadth),
      }),
    ),
  });
const fields = ['Kinh tế – xã hội', 'Kinh tế-xã hội', 'KINH TẾ — XÃ HỘI'];
const signs = (row: number, index: number) =>
  stream(row, 'Vấn đề', 'Ý kiến', {
    field: at(`B${String(row)}`, fields[index] ?? ''),
    breadth: at(`E${String(row)}`, 'đa số'),
    attitude: at(`F${String(row)}`, 'băn khoăn / lưỡng lự'),
  });
const findings = (document: ReturnType<typeof rows> | ReturnType<typeof roster>, contents: Contents = {}) =>
  run(vocabulary, parsedOf(document, contents), { context: context({ profile: lists }) });

describe('vocabulary', () => {
  it.each([
    ['listed values', rows('đa số', 'Đa số', ' TUYỆT ĐẠI  ĐA SỐ ', 'đa số'.normalize('NFD'))],
    ['dashes and spaces as programs put them', report({ streams: [17, 18, 19].map(signs) })],
    ['a blank, which is required-cell’s matter', rows(null)],
    ['a list the profile leaves empty', roster({ members: members(1) })],
  ])('accepts %s', (_name, document) => {
    expect(findings(document)).toEqual([]);
  });

  it.each([
    ['an accepted other wording', 'Phần lớn', 'info', 'đa số'],
    ['a misspelling', 'tuyet đai đa số', 'warning', 'tuyệt đại đa số'],
    ['missing diacritics', 'mot so y kien', 'warning', 'một số ý kiến'],
  ] as const)('tells %s with a fix', (_name, value, severity, label) => {
    const found = findings(rows(value));
    expect(brief(found)).toEqual([
      {
        severity,
        cell: 'E17',
        vi: `Mức độ «${value}» không đúng danh mục; nên ghi «${label}».`,
        en: `Breadth «${value}» is not on the list; «${label}» is expected.`,
      },
    ]);
    expect(found[0]?.fix?.edits).toEqual([{ sheet: 'Trang1', cell: 'E17', value: label }]);
  });

  it('lists the allowed values where nothing is near', () => {
    const [found] = findings(rows('80% cán bộ'));
    expect(found).toMatchObject({
      severity: 'warning',
      cell: 'E17',
      fix: null,
      message: { vi: 'Mức độ «80% cán bộ» không đúng danh mục.', en: 'Breadth «80% cán bộ» is not on the list.' },
      remedy: {
        vi: 'Chọn một giá trị trong danh mục: tuyệt đại đa số; đa số; một số ý kiến.',
        en: 'Choose a value of the list: tuyệt đại đa số; đa số; một số ý kiến.',
      },
    });
  });

  it('checks field and attitude of a report, role and status of a roster', () => {
    const other = stream(17, 'Vấn đề', 'Ý kiến', { field: at('B17', 'Thể thao'), attitude: at('F17', 'vui') });
    expect(brief(findings(report({ streams: [other] }))).map(({ cell, vi }) => [cell, vi])).toEqual([
      ['B17', 'Lĩnh vực «Thể thao» không đúng danh mục.'],
      ['F17', 'Khuynh hướng «vui» không đúng danh mục.'],
    ]);
    const odd = roster({ members: members(2, (index) => (index ? {} : { role: at('E12', 'khách mời') })) });
    expect(brief(findings(odd)).map(({ cell, vi }) => [cell, vi])).toEqual([
      ['E12', 'Vai trò «khách mời» không đúng danh mục.'],
    ]);
  });

  it('tells a merged cell once, and groups equal values', () => {
    const merged = at('B17', 'Thể thao');
    const streams = [17, 18].map((row) => stream(row, 'Vấn đề', 'Ý kiến', { field: merged }));
    const again = stream(19, 'Vấn đề', 'Ý kiến', { field: at('B19', 'THỂ THAO') });
    const found = findings(report({ streams: [...streams, again] }));
    expect(found.map(({ cell, group }) => [cell, group])).toEqual([
      ['B17', 'vocabulary:field:thể thao'],
      ['B19', 'vocabulary:field:thể thao'],
    ]);
  });

  it('leaves text in a legacy font to legacy-font, and fixes no formula', () => {
    const legacy = { value: '®a sè', style: { ...plain, font: '.VnTime' } };
    expect(findings(rows('®a sè'), { E17: legacy })).toEqual([]);
    expect(findings(rows('phần lớn'), { E17: { value: 'phần lớn', formula: 'E1' } })[0]?.fix).toBeNull();
  });

  it('accepts other wordings within a sentence, and fixes no word of it', () => {
    expect(findings(rows('Phần lớn'), { E17: '- Phần lớn ý kiến đồng tình với chủ trương.' })).toEqual([]);
    const [found] = findings(rows('đa sổ'), { E17: '- Đa sổ ý kiến đồng tình với chủ trương.' });
    expect(found).toMatchObject({ cell: 'E17', fix: null });
    expect(findings(rows('Phần lớn'), { E17: ' Phần lớn ' })[0]?.fix).not.toBeNull();
  });
});
