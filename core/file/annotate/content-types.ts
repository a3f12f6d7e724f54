import { appendTo, attributesOf, childrenOf, elementsOf } from './elements.ts';
import type { Draft } from './draft.ts';

const standardPart = '[Content_Types].xml';
const vmlType = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export type AddedKind = 'worksheet' | 'comments' | 'table' | 'styles' | 'vml';

/** Declares the types of new parts; drawings go by their extension, as Excel writes them. */
export function declareTypes(
  draft: Draft,
  added: readonly { readonly part: string; readonly kind: AddedKind }[],
): void {
  const part = draft.find(standardPart) ?? standardPart;
  const text = draft.text(part);
  const all = elementsOf(text, 1);
  const [root] = all;
  if (!root || added.length === 0) return;
  const declared = childrenOf(all, root, 'Default').some(
    (element) => attributesOf(text, element).get('Extension')?.toLowerCase() === 'vml',
  );
  const xml = added
    .filter(({ kind }) => kind !== 'vml')
    .map((one) => `<${root.prefix}Override PartName="/${one.part}" ContentType="${spreadsheet}.${one.kind}+xml"/>`);
  if (!declared && added.some(({ kind }) => kind === 'vml'))
    xml.unshift(`<${root.prefix}Default Extension="vml" ContentType="${vmlType}"/>`);
  draft.edit(part, appendTo(text, root, xml.join('')));
}
