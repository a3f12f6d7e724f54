import * as z from 'zod';
import type { Message } from '../message.ts';
import { textPlaces, type PlaceKind } from '../evidence/places.ts';
import { defineRule, type Hit } from '../rule.ts';
import { findClassification } from '../text/classification.ts';
import { hint } from '../text/hints.ts';

type Place = PlaceKind | 'file-name';

interface Args {
  readonly mark: string;
  readonly kind: Place;
  readonly property: string;
}

const places: Readonly<Record<Place, Message>> = {
  'file-name': { vi: 'trong tên tệp', en: 'in the file name' },
  cell: { vi: 'trong ô', en: 'in a cell' },
  comment: { vi: 'trong ghi chú của ô', en: 'in a cell comment' },
  'header-footer': { vi: 'ở đầu hoặc chân trang in', en: 'in the printed header or footer' },
  'sheet-name': { vi: 'trong tên trang tính', en: 'in a sheet name' },
  property: { vi: 'trong thuộc tính tệp', en: 'in the document properties' },
};

/** Classified work may not be uploaded at all; the pane refuses the file, and the server again. */
export const classificationMark = defineRule({
  id: 'classification-mark',
  on: 'workbook',
  severity: 'error',
  title: {
    vi: 'Tệp không mang dấu chỉ độ mật (MẬT, TỐI MẬT, TUYỆT MẬT)',
    en: 'The workbook carries no classification mark (MẬT, TỐI MẬT, TUYỆT MẬT)',
  },
  parameters: z.strictObject({}),
  *check({ workbook }, { fileName }): Iterable<Hit<Args>> {
    const named = fileName === null ? null : findClassification(fileName.replace(/\.\w+$/, ''));
    if (named) yield { at: null, args: { mark: named.mark, kind: 'file-name', property: '' } };
    for (const { at, kind, property, text } of textPlaces(workbook, hint.classification)) {
      const found = findClassification(text);
      if (found) yield { at, args: { mark: found.mark, kind, property } };
    }
  },
  message: {
    vi: ({ mark, ...place }) =>
      `Có dấu chỉ độ mật (mức «${mark.toLowerCase()}») ${where(place).vi}: tệp không được tải lên hệ thống này.`,
    en: ({ mark, ...place }) =>
      `Classification mark (level «${mark.toLowerCase()}») ${where(place).en}: this workbook may not be uploaded.`,
  },
  remedy: {
    vi: () =>
      'Gửi theo chế độ văn bản mật, không qua hệ thống này. Không thấy dấu mật cũng chưa có nghĩa là nội dung không mật.',
    en: () => 'Send it as a classified document, not through this system. The absence of a mark proves nothing.',
  },
});

function where({ kind, property }: Omit<Args, 'mark'>): Message {
  const { vi, en } = places[kind];
  return property === '' ? { vi, en } : { vi: `${vi} (${property})`, en: `${en} (${property})` };
}
