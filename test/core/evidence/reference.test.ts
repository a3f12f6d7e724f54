import { expect, it } from 'vitest';
import { citesDocument } from '../../../core/evidence/reference.ts';
import { referenceAt } from '../rules/build.ts';

it.each([
  ['a number', referenceAt('A1', '05-QC/ĐU', null), true],
  ['a date', referenceAt('A1', null, '2021-07-20'), true],
  ['words', referenceAt('A1', null, null, 'Quy chế hoạt động'), true],
  ['a name that starts alike', referenceAt('A1', null, null, 'Khôngg'), true],
  ['nothing', null, false],
  ['«chưa có»', referenceAt('A1', null, null, ' Chưa có'), false],
  ['«không», decomposed', referenceAt('A1', null, null, 'Không'.normalize('NFD')), false],
  ['«chưa có» beside a date', referenceAt('A1', null, '2021-07-20', 'chưa có, dự kiến 20/7/2021'), true],
])('%s', (_name, reference, expected) => {
  expect(citesDocument(reference)).toBe(expected);
});
