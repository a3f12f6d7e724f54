/** When two rows of reports speak of one issue. */
import { foldPlain, foldSigns } from './text/compare.ts';

/** The wording of an issue as it is compared: without regard to case, Unicode form, dashes and the sign at its end. */
export function issueWording(issue: string): string {
  return foldSigns(issue).replace(/\s*[.:;,]+$/, '');
}

/**
 * The key of an issue by its field and wording; of a field, one of a few, the letters alone count. The streams of an
 * issue mostly stand together, so the last key is given again without a look.
 */
export function issueKeys(): (field: string, issue: string) => string {
  const ofField = remembered(foldPlain);
  const ofIssue = remembered(issueWording);
  let last = { field: '', issue: '', key: '\n' };
  return (field, issue) => {
    if (field !== last.field || issue !== last.issue)
      last = { field, issue, key: `${ofField(field)}\n${ofIssue(issue)}` };
    return last.key;
  };
}

/** Results are remembered: issues repeat over many workbooks. */
function remembered(fold: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let folded = known.get(text);
    if (folded === undefined) {
      folded = fold(text);
      known.set(text, folded);
    }
    return folded;
  };
}
