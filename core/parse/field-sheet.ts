/** A sheet that holds the opinions of one field, known by its first lines («LĨNH VỰC KINH TẾ») or its name («Đối ngoại»). */
import type { Located } from '../document.ts';
import type { Profile } from '../profile.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import type { Grid } from './grid.ts';
import { reportSections } from './wording/report.ts';
import { matchHeading } from './match.ts';
import { fieldName, isField } from './field-name.ts';
import { headingText } from './line-marks.ts';

/** The title of a sheet stands on its first rows. */
export const titleRows = 8;
const longestName = 60;

/** Null for a sheet of anything else. What its name alone tells is placed at its first cell. */
export function fieldOfSheet(grid: Grid, profile: Profile): Located<string> | null {
  for (let index = 0; index < Math.min(grid.rows.length, titleRows); index += 1) {
    const [only, ...more] = grid.valued(index);
    if (more.length > 1 || (only && matchHeading(reportSections, grid.shown(only)))) break;
    if (!only || more.length > 0 || typeof only.value !== 'string') continue;
    const field = namedField(grid.text(only), profile);
    if (field !== null) return grid.at(index, only.column, field);
  }
  const field = namedField(grid.sheet.name.replace(sheetNumber, ''), profile);
  const first = grid.valued(0)[0];
  return field !== null && first ? grid.at(0, first.column, field) : null;
}

function namedField(text: string, profile: Profile): string | null {
  if (text.length > longestName) return null;
  const name = fieldName(headingText(normalise(text)));
  return isField(text, profile) || ofFieldWords.test(foldPlain(name)) ? name : null;
}

const sheetNumber = /^(?:(?:biểu|bảng|lv)\s*)?(?:số\s*)?\d{0,2}\s*[-–.:_]?\s*/iu;

/** What committees divide opinion into, beside the fields of the profile. */
const fieldWords = [
  'kinh te|chinh tri|van hoa|xa hoi|giao duc|dao tao|y te|suc khoe|doi ngoai|quoc te|the gioi|trong nuoc|thoi su|quoc phong|an ninh',
  'trat tu|an toan|an sinh|moi truong|tai nguyen|dat dai|khoa hoc|cong nghe|phap luat|tu phap|noi chinh|xay dung|dang|he thong|tu tuong',
  'phong chong|tham nhung|tieu cuc|lang phi|doi song|viec lam|lao dong|tien luong|nong nghiep|nong thon|cong nghiep|thuong mai|giao thong',
  'do thi|dan toc|ton giao|cai cach|hanh chinh|the thao|du lich|truyen thong|tai chinh|ngan hang|gia ca|thi truong',
].join('|');
const ofFieldWords = new RegExp(`^(?:linh vuc )?(?:${fieldWords})(?: (?:va |cac |ve )?(?:${fieldWords}))*$`);
