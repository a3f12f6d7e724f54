/** Which section of a year record a line about an activity belongs to, wherever the line stands. */
import { foldPlain } from '../text/compare.ts';
import { leadingBullet } from './content.ts';
import type { YearSection } from './wording/year.ts';

export interface Activity {
  readonly section: YearSection;
  /** True for «Số lượt người được tập huấn»: a number of people, not of classes. */
  readonly people: boolean;
}

/** What may stand before the activity itself: «Đã tổ chức 02 lớp …», «Số cuộc …», «Cử 05 đồng chí tham gia …», «Về …». */
const opening =
  /^(?:(?:da|duoc|va|ve|viec|trong|nam|ky|tong so|so|luong|luot|lan|ngay|ban hanh|xay dung|lap|to chuc|tien hanh|trien khai|mo|hop|de ra|cu|du|tham du|tham gia|cong tac|hoi nghi|cac|nhung|cuoc|lop|dot|buoi|van ban|bao cao|ket qua|dang uy|dang bo|dong chi|can bo|cong tac vien|ctv|\d+) )+/;

/** «Tổng kết năm», «tổng kết công tác»; not «tổng kết 10 năm thực hiện …», «tổng kết hội thi». */
export const reviewOfYear =
  /\btong ket(?! \d+ nam\b)(?= *$| (?:so|ngay|thang|nam|cuoi nam|cong tac|hoat dong|ket qua|viec|du luan|dlxh|\d))/;

/** Matched on folded text without its opening. */
const activities: readonly (readonly [YearSection, RegExp])[] = [
  ['plan', /^(?:ke hoach|chuong trinh cong tac)\b/],
  ['trainings', /^(?:tap huan|boi duong|dao tao)\b/],
  ['inspections', /^(?:kiem tra|giam sat)\b/],
  ['review', /^(?:danh gia )?tong ket\b/],
  ['tasks', /^(?:phuong huong |nhiem vu |giai phap )?(?:nhiem vu|giai phap|phuong huong)\b/],
  ['commendations', /^(?:thi dua )?(?:khen thuong|bieu duong)\b/],
  ['surveys', /^(?:dieu tra|khao sat|tham do)\b/],
  ['briefings', /^giao ban\b/],
];

const people =
  /^(?:tong )?so (?:luong |luot )*(?:nguoi|can bo|dang vien|dai bieu|hoc vien|dong chi|cong tac vien|ctv)\b/;

const longest = 2000;

export function activityOf(text: string): Activity | null {
  if (text.length > longest) return null;
  const plain = foldPlain(withoutNumbering(text));
  if (people.test(plain))
    return /\b(?:tap huan|boi duong)\b/.test(plain) ? { section: 'trainings', people: true } : null;
  const bare = plain.replace(opening, '');
  const section = activities.find(([, pattern]) => pattern.test(bare))?.[0];
  const another = section === 'review' && !reviewOfYear.test(bare);
  return section === undefined || another ? null : { section, people: false };
}

/** «- …», «1. …», «a) …» without the mark. */
function withoutNumbering(text: string): string {
  const bare = text.replace(leadingBullet, '');
  return bare === text ? text.replace(/^\s*(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)](?!\d)\s*/iu, '') : bare;
}

/** «Báo cáo tổng kết:», «Số cuộc giao ban»: the label of a value beside it, not a sentence. */
export function labelledActivity(label: string): Activity | null {
  const bare = label.trim();
  if (bare.length > 80 || /[.;!?]$/.test(bare)) return null;
  const plain = foldPlain(bare);
  return /[:：]$/.test(bare) || /^(?:tong )?so\b|^bao cao (?:danh gia )?tong ket$/.test(plain)
    ? activityOf(bare)
    : null;
}
