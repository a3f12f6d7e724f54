/** What a template is made for, as typed by the user. */
import type { DocumentKind } from '../../core/document.ts';

/** «11/2023», «11-2023», «2023-11» → `2023-11`; null when it is no month. */
export function readMonth(text: string): string | null {
  const match = /^\s*(?:(\d{1,2})\s*[/.-]\s*(\d{4})|(\d{4})-(\d{2}))\s*$/.exec(text);
  if (!match) return null;
  const [year, month] = [match[2] ?? match[3], Number(match[1] ?? match[4])];
  return year === undefined || month < 1 || month > 12 ? null : `${year}-${String(month).padStart(2, '0')}`;
}

/** `2023`; null when it is no year of our time. */
export function readYear(text: string): string | null {
  const match = /^\s*((?:19|20)\d{2})\s*$/.exec(text);
  return match?.[1] ?? null;
}

/** `bao-cao-2023-11-ttxvn.xlsx`. */
export function templateFileName(choice: {
  readonly kind: DocumentKind;
  readonly organisation: string;
  readonly period: string | null;
}): string {
  const kinds: Readonly<Record<DocumentKind, string>> = {
    roster: 'danh-sach',
    report: 'bao-cao',
    year: 'cong-tac-nam',
  };
  return `${[kinds[choice.kind], choice.period, choice.organisation].filter((part) => part !== null).join('-')}.xlsx`;
}
