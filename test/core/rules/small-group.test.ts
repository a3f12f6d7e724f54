import { expect, it } from 'vitest';
import { smallGroup } from '../../../core/rules/small-group.ts';
import { brief, members, roster, run } from './build.ts';

// The test profile's threshold is 3.
it.each([
  ['17 members', roster()],
  ['exactly the threshold', roster({ members: members(3) })],
  ['nobody, which is another rule’s matter', roster({ members: [] })],
  ['nobody active', roster({ members: members(2, () => ({ active: false })) })],
])('small-group accepts %s', (_name, subject) => {
  expect(run(smallGroup, subject)).toEqual([]);
});

it.each([
  [2, roster({ members: members(2) })],
  [1, roster({ members: members(1) })],
  [2, roster({ members: members(5, (index) => ({ active: index < 2 })) })],
])('small-group tells of %i active members', (size, subject) => {
  expect(brief(run(smallGroup, subject))).toEqual([
    {
      severity: 'info',
      cell: 'A11',
      vi: `Đội ngũ có ${size} người đang hoạt động, dưới ngưỡng 3: báo cáo tổng hợp sẽ không ghi tên tổ chức bên các luồng ý kiến.`,
      en: `The team has ${size} active members, below the threshold of 3: the summary will not name the organisation beside its opinion streams.`,
    },
  ]);
});
