/** Findings and tables as text for a terminal. */
import type { Finding, Severity } from '../../core/finding.ts';
import type { Judged } from '../batch/judge-file.ts';

export type Language = 'vi' | 'en';

const severityWords: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { vi: 'LỖI', en: 'ERROR' },
  warning: { vi: 'Cảnh báo', en: 'Warning' },
  info: { vi: 'Thông tin', en: 'Info' },
};

const kindWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  roster: { vi: 'danh sách', en: 'roster' },
  report: { vi: 'báo cáo', en: 'report' },
  year: { vi: 'công tác năm', en: 'year record' },
  unknown: { vi: 'chưa nhận ra', en: 'not recognised' },
};

/** How many cells of one root cause are listed before "and N more". */
const shownPerGroup = 3;

/** One file: a heading, then its findings grouped by root cause, errors first. */
export function showJudged(judged: Judged, language: Language): string {
  if ('refusal' in judged) return `✗ ${judged.path}\n    ${judged.refusal.reason[language]}`;
  const { extract } = judged;
  const kind = kindWords[extract.kind]?.[language] ?? extract.kind;
  const about = [kind, extract.organisation, extract.period].filter((part) => part !== null).join(' · ');
  const worst = extract.findings[0]?.severity;
  const mark = worst === 'error' ? '✗' : worst === 'warning' ? '!' : '✓';
  return [
    `${mark} ${judged.path} (${about})`,
    ...groups(extract.findings).map((group) => showGroup(group, language)),
  ].join('\n');
}

function groups(findings: readonly Finding[]): Finding[][] {
  const byGroup = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity}/${finding.group}`;
    byGroup.set(key, [...(byGroup.get(key) ?? []), finding]);
  }
  return [...byGroup.values()];
}

function showGroup(group: readonly Finding[], language: Language): string {
  const [first] = group;
  if (!first) return '';
  const lines = group
    .slice(0, shownPerGroup)
    .map((finding) => `    ${severityWords[finding.severity][language]} ${place(finding)}${finding.message[language]}`);
  const rest = group.length - shownPerGroup;
  if (rest > 0)
    lines.push(
      language === 'vi' ? `      … và ${rest} ô khác cùng nguyên nhân` : `      … and ${rest} more with the same cause`,
    );
  const cite = first.cites[0];
  lines.push(`      → ${first.remedy[language]}${cite ? ` [${first.rule}; ${cite.document}, ${cite.clause}]` : ''}`);
  return lines.join('\n');
}

function place(finding: Finding): string {
  return finding.cell === null ? '' : `${finding.sheet ?? ''}!${finding.cell}: `;
}

/** Columns aligned by display width; numbers to the right. */
export function showTable(rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) => row.map((cell) => String(cell).normalize('NFC')));
  const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => (row[column] ?? '').length)));
  return texts
    .map((row, index) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return typeof rows[index]?.[column] === 'number' ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
