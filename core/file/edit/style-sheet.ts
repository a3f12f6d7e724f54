/** A workbook's style sheet to which cell formats can be added. Known formats keep their numbers. */
import { appendTo, attributesOf, attributeXml, childrenOf, elementsOf, type Element } from '../annotate/elements.ts';
import { applySplices, type Splice } from '../annotate/splice.ts';
import { xmlDeclaration } from '../annotate/workbook-parts.ts';

export interface FormatChange {
  readonly numberFormat?: string;
  readonly font?: string;
}

/** What a workbook that states no formats looks like: the one format its cells already have. */
const plainLists = [
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
].join('');

export class StyleSheet {
  /** The sheet as it is, and with formats where it has none. */
  private readonly original: string;
  private readonly text: string;
  private readonly all: readonly Element[];
  private readonly root: Element | undefined;
  private readonly formats: readonly Element[];
  private readonly fonts: readonly Element[];
  private readonly numberFormats = new Map<string, number>();
  private readonly made = new Map<string, number>();
  private readonly added = { numFmts: [] as string[], fonts: [] as string[], cellXfs: [] as string[] };
  private largestFormat = 163;

  /** `text` is empty where the workbook has no style sheet; `namespace` is that of the workbook. */
  constructor(text: string, namespace: string) {
    this.original = text;
    const all = elementsOf(text, deepest);
    const complete = childrenIn(all, 'cellXfs', 'xf').length > 0 && childrenIn(all, 'fonts', 'font').length > 0;
    this.text = complete ? text : `${xmlDeclaration}<styleSheet xmlns="${namespace}">${plainLists}</styleSheet>`;
    this.all = complete ? all : elementsOf(this.text, deepest);
    this.root = this.all[0];
    this.formats = childrenIn(this.all, 'cellXfs', 'xf');
    this.fonts = childrenIn(this.all, 'fonts', 'font');
    for (const element of childrenIn(this.all, 'numFmts', 'numFmt')) {
      const attributes = attributesOf(this.text, element);
      const id = Number(attributes.get('numFmtId'));
      this.largestFormat = Math.max(this.largestFormat, id);
      this.numberFormats.set(attributes.get('formatCode') ?? '', id);
    }
  }

  get changed(): boolean {
    return this.made.size > 0;
  }

  /** The number of a format like `base` but for the change. */
  derive(base: number, change: FormatChange): number {
    const key = JSON.stringify([base, change.numberFormat, change.font]);
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const origin = this.formats[base] ?? this.formats[0];
    const { prefix } = this.root ?? { prefix: '' };
    const attributes = new Map(origin ? attributesOf(this.text, origin) : [['xfId', '0']]);
    if (change.numberFormat !== undefined) {
      attributes.set('numFmtId', String(this.numberFormat(change.numberFormat, prefix)));
      attributes.set('applyNumberFormat', '1');
    }
    if (change.font !== undefined) {
      attributes.set('fontId', String(this.font(Number(attributes.get('fontId') ?? 0), change.font, prefix)));
      attributes.set('applyFont', '1');
    }
    const inside = origin && !origin.empty ? this.text.slice(origin.inner, origin.innerEnd) : '';
    this.added.cellXfs.push(`<${prefix}xf${attributeXml(Object.fromEntries(attributes))}>${inside}</${prefix}xf>`);
    const number = this.formats.length + this.added.cellXfs.length - 1;
    this.made.set(key, number);
    return number;
  }

  /** The edits that turn the sheet as given into the one with what was added. */
  splices(): Splice[] {
    const splices = this.additions();
    if (this.text === this.original) return splices;
    return [{ at: 0, remove: this.original.length, insert: applySplices(this.text, splices).text }];
  }

  private additions(): Splice[] {
    const { root, text } = this;
    if (!root) return [];
    const splices: Splice[] = [];
    for (const section of ['numFmts', 'fonts', 'cellXfs'] as const) {
      const added = this.added[section];
      if (added.length === 0) continue;
      const [list] = childrenOf(this.all, root, section);
      if (list) {
        splices.push(appendTo(text, list, added.join('')));
        splices.push(...this.recount(list, added.length));
      } else {
        // `numFmts` comes first; the other two are in every complete style sheet.
        const xml = `<${root.prefix}${section} count="${added.length}">${added.join('')}</${root.prefix}${section}>`;
        splices.push({ at: root.inner, remove: 0, insert: xml });
      }
    }
    return splices;
  }

  private recount(list: Element, more: number): Splice[] {
    const tag = this.text.slice(list.start, list.inner);
    const match = /\scount\s*=\s*["'](\d+)["']/.exec(tag);
    if (!match?.[1]) return [];
    const at = list.start + match.index + match[0].length - 1 - match[1].length;
    return [{ at, remove: match[1].length, insert: String(Number(match[1]) + more) }];
  }

  private numberFormat(code: string, prefix: string): number {
    const known = this.numberFormats.get(code);
    if (known !== undefined) return known;
    this.largestFormat += 1;
    this.numberFormats.set(code, this.largestFormat);
    this.added.numFmts.push(
      `<${prefix}numFmt${attributeXml({ numFmtId: String(this.largestFormat), formatCode: code })}/>`,
    );
    return this.largestFormat;
  }

  /** A font like `base` with another name. */
  private font(base: number, name: string, prefix: string): number {
    const origin = this.fonts[base];
    const properties = origin
      ? childrenOf(this.all, origin)
          .filter(({ local }) => !['name', 'charset', 'scheme', 'family'].includes(local))
          .map(({ start, end }) => this.text.slice(start, end))
          .join('')
      : '';
    this.added.fonts.push(`<${prefix}font>${properties}<${prefix}name${attributeXml({ val: name })}/></${prefix}font>`);
    return this.fonts.length + this.added.fonts.length - 1;
  }
}

/** As deep as the properties of a font inside a choice of forms. */
const deepest = 6;

/** The items of a list of the style sheet, by number: of a choice of forms the fallback counts. */
function childrenIn(all: readonly Element[], section: string, local: string): Element[] {
  const [root] = all;
  const [list] = root ? childrenOf(all, root, section) : [];
  if (!list) return [];
  return childrenOf(all, list).flatMap((child) => {
    if (child.local !== 'AlternateContent') return child.local === local ? [child] : [];
    return childrenOf(all, child, 'Fallback').flatMap((fallback) => childrenOf(all, fallback, local));
  });
}
