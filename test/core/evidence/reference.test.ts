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
  ['«đang xây dựng»', referenceAt('A1', null, null, 'Đang xây dựng'), false],
  ['«đang trong quá trình soạn thảo»', referenceAt('A1', null, null, 'đang trong quá trình soạn thảo.'), false],
  ['«sẽ ban hành»', referenceAt('A1', null, null, 'Sẽ ban hành trong quý II'), false],
  ['«đang thực hiện» what there is', referenceAt('A1', null, null, 'Đang thực hiện Quy chế của Đảng ủy'), true],
  ['«đã xây dựng»', referenceAt('A1', null, null, 'đã xây dựng'), true],
  ['«đang xây dựng» beside a number', referenceAt('A1', '05-QC/ĐU', null, 'Đang xây dựng lại Quy chế 05-QC/ĐU'), true],
  ['«chưa có» beside a date', referenceAt('A1', null, '2021-07-20', 'chưa có, dự kiến 20/7/2021'), false],
  [
    '«chưa sửa đổi» beside a date',
    referenceAt('A1', null, '2021-07-20', 'Chưa sửa đổi, ban hành ngày 20/7/2021'),
    true,
  ],
  ['«dự kiến» beside a date', referenceAt('A1', null, '2024-01-10', 'Dự kiến ban hành ngày 10/01/2024'), false],
  ['what is being drafted, by its name', referenceAt('A1', null, null, 'Quy chế đang lấy ý kiến'), false],
  ['what was issued and lacks something', referenceAt('A1', null, null, 'Đã ban hành, chưa có phụ lục'), true],
])('%s', (_name, reference, expected) => {
  expect(citesDocument(reference)).toBe(expected);
});
