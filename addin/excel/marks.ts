/**
 * Findings shown in the sheets: a colour by conditional format, words in a comment. Neither touches what the user made:
 * the cell's own fill stays below the conditional format, and cells with a comment or note of the user get none of ours.
 */
import { severityOrder, type Finding, type Severity } from '../../core/finding.ts';
import { a1 } from '../../core/sheet.ts';
import { readFromFile } from './file.ts';
import { problem } from './problem.ts';
import { hasApi, writing } from './run.ts';

/** A formula that is always true and tells our formats from the user's. */
const ownFormula = '=LEN("bloc-rollup")>0';
/** The first line of our comments, by which they are found again. */
const ownHeading = 'Tổng hợp Khối · Bloc Rollup';

const colours: Readonly<Record<Severity, string>> = { error: '#FBD9D3', warning: '#FFF0C2', info: '#D9E8FB' };
const words: Readonly<Record<'vi' | 'en', Readonly<Record<Severity, string>>>> = {
  vi: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Thông tin' },
  en: { error: 'Error', warning: 'Warning', info: 'Information' },
};
/** Longest comment text Excel takes safely. */
const longestComment = 2_000;

/** Earlier marks are replaced. Throws HostProblem: nothing new is marked then. */
export async function annotate(findings: readonly Finding[], language: 'vi' | 'en'): Promise<void> {
  if (!hasApi(6)) throw problem('not-supported');
  await clear();
  const taken = hasApi(10) ? await takenCells() : null;
  const cells = [...byCell(findings)];
  if (cells.length === 0) return;
  await writing(async (context) => {
    const names = [...new Set(cells.map(([, [finding]]) => finding?.sheet ?? ''))];
    const sheets = new Map(names.map((name) => [name, context.workbook.worksheets.getItemOrNullObject(name)]));
    for (const sheet of sheets.values()) sheet.load('name,protection/protected');
    await context.sync();
    for (const sheet of sheets.values()) {
      if (sheet.isNullObject) throw problem('not-found');
      if (sheet.protection.protected) throw problem('sheet-protected');
    }
    for (const [key, list] of cells) {
      const [worst] = [...list].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
      if (!worst || worst.cell === null) continue;
      const range = sheets.get(worst.sheet ?? '')?.getRange(worst.cell);
      if (!range) continue;
      const { custom } = range.conditionalFormats.add('Custom');
      custom.rule.formula = ownFormula;
      custom.format.fill.color = colours[worst.severity];
      if (taken && !taken.has(key)) context.workbook.comments.add(range, commentText(list, language));
    }
    await context.sync();
  });
}

/** Takes away every mark of ours; a comment somebody has answered stays, for the answer is theirs. Throws HostProblem. */
export async function clear(): Promise<void> {
  if (!hasApi(6)) throw problem('not-supported');
  await writing(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    const comments = hasApi(10) ? context.workbook.comments : null;
    comments?.load('items/content,items/replies/items/id');
    await context.sync();
    const formats = worksheets.items.map((sheet) => {
      const found = sheet.getRange().conditionalFormats;
      found.load('items/type');
      return found;
    });
    await context.sync();
    const custom = formats.flatMap(({ items }) => items.filter(({ type }) => type === 'Custom'));
    for (const format of custom) format.custom.rule.load('formula');
    if (custom.length > 0) await context.sync();
    const ownFormats = custom.filter((format) => format.custom.rule.formula === ownFormula);
    const ownComments =
      comments?.items.filter(({ content, replies }) => content.startsWith(ownHeading) && replies.items.length === 0) ??
      [];
    if (ownFormats.length + ownComments.length === 0) return;
    for (const mark of [...ownFormats, ...ownComments]) mark.delete();
    await context.sync();
  });
}

/** Cells with a comment or note, as `sheet!A1`; null when they cannot be known, so that no comment is risked. */
async function takenCells(): Promise<ReadonlySet<string> | null> {
  try {
    const { workbook } = await readFromFile();
    return new Set(workbook.sheets.flatMap(({ name, comments }) => comments.map((one) => `${name}!${a1(one)}`)));
  } catch {
    return null;
  }
}

function byCell(findings: readonly Finding[]): Map<string, Finding[]> {
  const cells = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.sheet === null || finding.cell === null) continue;
    const key = `${finding.sheet}!${finding.cell}`;
    const others = cells.get(key);
    if (others) others.push(finding);
    else cells.set(key, [finding]);
  }
  return cells;
}

function commentText(findings: readonly Finding[], language: 'vi' | 'en'): string {
  const lines = findings.map(
    ({ severity, message, remedy }) => `${words[language][severity]}: ${message[language]} ${remedy[language]}`,
  );
  const text = [ownHeading, ...lines].join('\n');
  return text.length > longestComment ? `${text.slice(0, longestComment - 1)}…` : text;
}
