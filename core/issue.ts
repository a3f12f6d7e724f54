/** When two rows of reports speak of one issue. */
import { fold } from './text/compare.ts';

/**
 * The key of an issue by its field and wording: equal without regard to case and Unicode form. The streams of an issue
 * mostly stand together, so the last key is given again without a look.
 */
export function issueKeys(): (field: string, issue: string) => string {
  const folded = rememberedFold();
  let last = { field: '', issue: '', key: '\n' };
  return (field, issue) => {
    if (field !== last.field || issue !== last.issue)
      last = { field, issue, key: `${folded(field)}\n${folded(issue)}` };
    return last.key;
  };
}

/** `fold`, remembering results: issues repeat over many workbooks. */
function rememberedFold(): (text: string) => string {
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
