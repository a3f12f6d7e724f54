/** A workbook's style sheet to which cell formats can be added. Known formats keep their numbers. */
import { appendTo, attributesOf, attributeXml, childrenOf, elementsOf, type Element } from '../annotate/elements.ts';
import { applySplices, type Splice } from '../annotate/splice.ts';

export interface FormatChange {
  readonly numberFormat?: string;
  readonly font?: string;
}

export class StyleSheet {
  private readonly text: string;
  private readonly all: readonly Element[];
  private readonly root: Element | undefined;
  private readonly formats: readonly Element[];
  private readonly fonts: readonly Element[];
  private readonly numberFormats = new Map<string, number>();
  private readonly made = new Map<string, number>();
  private readonly added = { numFmts: [] as string[], fonts: [] as string[], cellXfs: [] as string[] };
  private largestFormat = 163;

  constructor(text: string) {
    this.text = text;
    this.all = elementsOf(text, 4);
    this.root = this.all[0];
    this.formats = this.children('cellXfs', 'xf');
    this.fonts = this.children('fonts', 'font');
    for (const element of this.children('numFmts', 'numFmt')) {
      const attributes = attributesOf(text, element);
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

  /** The style sheet with what was added. */
  finish(): string {
    const { root, text } = this;
    if (!root) return text;
    const splices: Splice[] = [];
    for (const section of ['numFmts', 'fonts', 'cellXfs'] as const) {
      const added = this.added[section];
      if (added.length === 0) continue;
      const [list] = childrenOf(this.all, root, section);
      if (list) {
        splices.push(appendTo(text, list, added.join('')));
        splices.push(...this.recount(list, added.length));
      } else {
        // `numFmts` comes first; the other two are in every style sheet a cell format comes from.
        const xml = `<${root.prefix}${section} count="${added.length}">${added.join('')}</${root.prefix}${section}>`;
        splices.push({ at: root.inner, remove: 0, insert: xml });
      }
    }
    return applySplices(text, splices).text;
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

  private children(section: string, local: string): Element[] {
    const [list] = this.root ? childrenOf(this.all, this.root, section) : [];
    return list ? childrenOf(this.all, list, local) : [];
  }
}
