/** Contact data of an office, which is nobody's: «Điện thoại: 024 3942 1234», «Ban Tuyên giáo, email: btg@dukcqtw.vn». */
import type { ParsedDocument, ParsedWorkbook } from '../document.ts';
import { cellAt } from './places.ts';
import { valueText, type CellAddress, type Workbook } from '../sheet.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { latin } from '../text/latin.ts';
import { findPeople } from '../text/person-name.ts';

const contactLabel =
  /\b(dien thoai|dt|dtcq|so may|tel|telephone|phone|fax|e ?mail|thu dien tu|hop thu|hom thu|hotline|duong day nong)\b/;
const body =
  /\b(dang uy|dang bo|ban tuyen giao|ban to chuc|ban thuong vu|van phong|phong|co quan|don vi|cong ty|tap chi|toa soan|hoc vien)\b/;
/** A mobile number is somebody's, but for that of a small office in its letterhead. */
const mobile = /(?<!\d)(?:\+?84|0)[ .-]?[35789](?:[ .-]?\d){8}(?!\d)/;
/** Words of a person; «35 Bà Triệu, Hà Nội» is an address. */
const person = latin(
  String.raw`(?<!\p{L})(?:người|đồng chí|đ\s?[/.]\s?c|cộng tác viên|ctv|cá nhân|nhà riêng|di động|đtdđ|họ (?:và )?tên|phó|trưởng|bí thư|chánh|chuyên viên|cán bộ|zalo|facebook)(?!\p{L})`,
  'iu',
);
const addressed = latin(String.raw`(?<!\p{L})(?:[ôÔ]ng|[bB]à|[aA]nh|[cC]hị) \p{Lu}\p{Ll}+ \p{Lu}`, 'u');

/** Above the document's body, on another sheet, which may be its cover, or anywhere else. */
export type ContactPlace = 'letterhead' | 'cover' | 'elsewhere';

/** True where a number or address with these words is an office's: its label is enough in a letterhead and on a cover. */
export function isOfficeContact(words: string, place: ContactPlace): boolean {
  const text = normalise(words);
  if (person.test(text) || addressed.test(text)) return false;
  const plain = foldPlain(text);
  if (!contactLabel.test(plain)) return false;
  // The street of an address may bear a person's name.
  if (place === 'letterhead') return true;
  return !mobile.test(text) && findPeople(text).length === 0 && (place === 'cover' || body.test(plain));
}

const told = /\b(phan anh|y kien|nguoi dan|nguoi noi|cung cap|nguoi dua)\b/;

/** True where these words say how somebody is reached, most likely who made the workbook, and not who told what it says. */
export function isContactLine(words: string): boolean {
  const plain = foldPlain(words);
  return contactLabel.test(plain) && !told.test(plain);
}

/** The text of a cell behind that of the cell before it: its label, or whose it is. */
export function withCellBefore(workbook: Workbook, { sheet, row, column }: CellAddress, text: string): string {
  for (let left = column - 1; left >= Math.max(1, column - labelReach); left -= 1) {
    const before = valueText(cellAt(workbook, { sheet, row, column: left })?.value ?? null);
    if (before !== '') return `${before} ${text}`;
  }
  return text;
}

const labelReach = 4;

export function contactPlaces({ document, structure }: ParsedWorkbook): (at: CellAddress) => ContactPlace {
  const first = document ? firstRow(document, structure.header) : 1;
  return ({ sheet, row }) => (sheet !== document?.sheet ? 'cover' : row < first ? 'letterhead' : 'elsewhere');
}

function firstRow(document: ParsedDocument, header: CellAddress | null): number {
  const own = (cells: readonly (CellAddress | null)[]): number =>
    cells.reduce((least, cell) => (cell?.sheet === document.sheet ? Math.min(least, cell.row) : least), Infinity);
  switch (document.kind) {
    case 'roster':
      return own([header, ...document.members.slice(0, 1).map(({ name }) => name)]);
    case 'report': {
      const { overview, streams, salient, forecast, proposals, nil } = document;
      const texts = [...streams.map(({ text, issue }) => text ?? issue), ...proposals.map(({ text }) => text)];
      return own([header, nil, ...overview, ...salient, ...forecast, ...texts]);
    }
    case 'year': {
      const { plan, review, tasks, trainings, inspections, commendations, surveys, briefings } = document;
      const events = [...inspections, ...commendations, ...surveys, ...briefings].map(({ text }) => text);
      return own([header, plan, review, ...tasks, ...trainings.map(({ name }) => name), ...events]);
    }
  }
}
