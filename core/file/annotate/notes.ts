/** The text of a cell's note: all its findings, worst first, as plain text. */
import { severityOrder, type Citation, type Finding } from '../../finding.ts';
import { severityWords } from '../summary/words.ts';

/** Who the notes are from; by this name they are told from the user's own. */
export const noteAuthor = 'Tổng hợp Khối';

/** Longer notes are of no use to a reader; what is left out stands on the findings sheet. */
const longestNote = 4_000;

export function noteText(findings: readonly Finding[], sheet: string): string {
  const parts = [...findings]
    .sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity])
    .map((finding) => findingText(finding));
  const kept: string[] = [];
  let length = 0;
  for (const part of parts) {
    if (kept.length > 0 && length + part.length > longestNote) break;
    kept.push(part.slice(0, longestNote));
    length += part.length;
  }
  if (kept.length < parts.length) kept.push(`… và ${parts.length - kept.length} phát hiện nữa, xem trang «${sheet}».`);
  return kept.join('\n\n');
}

export function basisText(cites: readonly Citation[]): string {
  return cites.map(({ document, clause, quote }) => `${document}, ${clause}: «${quote}»`).join('\n');
}

/** The word a severity starts a note with, such as «LỖI». */
export function severityTitle(finding: Finding): string {
  return severityWords[finding.severity].toUpperCase();
}

function findingText(finding: Finding): string {
  const lines = [
    `${severityTitle(finding)} [${finding.rule}]: ${finding.message.vi}`,
    `Cách xử lý: ${finding.remedy.vi}`,
    ...finding.cites.slice(0, 1).map(({ document, clause }) => `Căn cứ: ${document}, ${clause}`),
  ];
  return lines.join('\n');
}
