import { expect, it } from 'vitest';
import { wrongOrganisation } from '../../../core/rules/wrong-organisation.ts';
import { at, brief, context, report, roster, run, year } from './build.ts';
import { parsedOf } from './workbook.ts';

const findings = (document: Parameters<typeof parsedOf>[0], expectedOrganisation: string | null) =>
  brief(run(wrongOrganisation, parsedOf(document), { context: context({ expectedOrganisation }) }));

it.each([
  ['no selection', roster(), null],
  ['the selected organisation', report(), 'ttxvn'],
  ['an unrecognised workbook', null, 'ttxvn'],
])('wrong-organisation accepts %s', (_name, document, expected) => {
  expect(findings(document, expected)).toEqual([]);
});

it.each([
  ['a roster', roster(), 'Đảng ủy Thông tấn xã Việt Nam'],
  ['a report', report(), 'Đảng ủy Thông tấn xã Việt Nam'],
  ['a year record', year(), 'Đảng ủy Thông tấn xã Việt Nam'],
  ['an unknown name', roster({ organisation: null, organisationText: at('A2', 'ĐẢNG ỦY LẠ') }), 'ĐẢNG ỦY LẠ'],
])('wrong-organisation finds %s of another committee and names the right one', (_name, document, found) => {
  expect(findings(document, 'tu-phap')).toEqual([
    {
      severity: 'error',
      cell: 'A2',
      vi: `Tệp ghi tổ chức «${found}», nhưng nơi nộp đang chọn là «Đảng ủy Bộ Tư pháp».`,
      en: `The workbook names «${found}», but the organisation selected is «Đảng ủy Bộ Tư pháp».`,
    },
  ]);
});

it('wrong-organisation finds a workbook that names nobody', () => {
  expect(findings(roster({ organisation: null, organisationText: null }), 'tu-phap')).toEqual([
    {
      severity: 'error',
      cell: 'A4',
      vi: 'Tệp không ghi tên tổ chức; nơi nộp đang chọn là «Đảng ủy Bộ Tư pháp».',
      en: 'The workbook names no organisation; the one selected is «Đảng ủy Bộ Tư pháp».',
    },
  ]);
});
