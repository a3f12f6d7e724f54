/** The summary for readers who may not see the roster: no member rows, and no member's name left in any text. */
import type { Summary } from '../../merge/summary.ts';
import type { Message } from '../../message.ts';
import { fold } from '../../text/compare.ts';
import { latin } from '../../text/latin.ts';

const wordPattern = latin(String.raw`[\p{L}\p{M}]+`, 'gu');
const noLetters = latin(String.raw`[^\p{L}\p{M}]+`, 'u');

const withheld = '(đã ẩn họ tên)';

export function withoutNames(summary: Summary): Summary {
  const hide = nameHider(summary.members.map((member) => member.name));
  const hideMessage = (message: Message): Message => ({ vi: hide(message.vi), en: hide(message.en) });
  const hideValue = (value: number | string | null): number | string | null =>
    typeof value === 'string' ? hide(value) : value;
  const hideText = (text: string | null): string | null => (text === null ? null : hide(text));
  const shown: Summary = {
    ...summary,
    members: [],
    submissions: summary.submissions.map((row) =>
      row.extension === null ? row : { ...row, extension: { ...row.extension, grantor: '' } },
    ),
    streams: summary.streams.map((row) => ({ ...row, issue: hide(row.issue), text: hide(row.text) })),
    proposals: summary.proposals.map((row) => ({ ...row, text: hide(row.text), recipient: hideText(row.recipient) })),
    year: summary.year.map((row) => ({ ...row, plan: hideText(row.plan), review: hideText(row.review) })),
    findings: summary.findings.map((row) => ({
      ...row,
      file: hideText(row.file),
      finding: {
        ...row.finding,
        message: hideMessage(row.finding.message),
        remedy: hideMessage(row.finding.remedy),
      },
      acknowledged: row.acknowledged === null ? null : { reason: hide(row.acknowledged.reason), by: '' },
    })),
    reconciliation: summary.reconciliation.map((row) => ({
      ...row,
      file: hide(row.file),
      reason: row.reason === null ? null : hideMessage(row.reason),
    })),
    changes: summary.changes.map((row) => ({
      ...row,
      subject: hideMessage(row.subject),
      before: hideValue(row.before),
      after: hideValue(row.after),
    })),
  };
  return { ...shown, sources: usedSources(shown).map((row) => ({ ...row, file: hide(row.file) })) };
}

/** Member rows are gone, and with them the sources only they used. */
function usedSources(summary: Summary): Summary['sources'] {
  const rows = [summary.submissions, summary.teams, summary.streams, summary.proposals, summary.year];
  const used = new Set(rows.flatMap((table) => table.map((row: { readonly source: string | null }) => row.source)));
  return summary.sources.filter((source) => used.has(source.key));
}

/** Replaces whole names, however cased or composed; words are looked up, so the cost does not grow with the names. */
function nameHider(names: readonly string[]): (text: string) => string {
  const known = new Set<string>();
  const firsts = new Set<string>();
  let longest = 0;
  for (const name of names) {
    const parts = fold(name)
      .split(noLetters)
      .filter((part) => part !== '');
    // One word alone is too often an ordinary one.
    if (parts.length < 2) continue;
    known.add(parts.join(' '));
    firsts.add(parts[0] ?? '');
    longest = Math.max(longest, parts.length);
  }
  if (longest === 0) return (text) => text;
  return (text) => {
    const words = Array.from(text.matchAll(wordPattern), (match) => ({
      word: fold(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }));
    let shown = '';
    let copied = 0;
    for (let index = 0; index < words.length; index += 1) {
      const first = words[index];
      if (first === undefined || !firsts.has(first.word)) continue;
      for (let length = Math.min(longest, words.length - index); length >= 2; length -= 1) {
        const candidate = words.slice(index, index + length);
        if (!known.has(candidate.map(({ word }) => word).join(' '))) continue;
        shown += text.slice(copied, first.start) + withheld;
        copied = candidate.at(-1)?.end ?? first.end;
        index += length - 1;
        break;
      }
    }
    return copied === 0 ? text : shown + text.slice(copied);
  };
}
