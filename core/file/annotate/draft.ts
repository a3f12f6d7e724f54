/** A package being edited: splices in existing parts, new parts, everything else copied as it is. */
import { hashOf } from '../../hash.ts';
import type { Deflate } from '../inflate.ts';
import type { Package } from '../package.ts';
import { ZipWriter } from '../zip-writer.ts';
import { openText, type PartText } from './part-text.ts';
import { applySplices, type Cut, type Splice } from './splice.ts';

/** One edited part: the hash of its edited bytes and the cuts that restore it. */
export interface PartChange {
  readonly part: string;
  readonly hash: string;
  readonly cuts: readonly Cut[];
}

/** All that is needed to take an edit back. */
export interface ChangeRecord {
  readonly added: readonly string[];
  readonly changed: readonly PartChange[];
}

interface EditedPart {
  readonly part: string;
  readonly bytes: Uint8Array;
  readonly cuts: readonly Cut[];
}

export class Draft {
  readonly source: Package;
  private readonly texts = new Map<string, PartText>();
  private readonly splices = new Map<string, Splice[]>();
  private readonly added = new Map<string, string>();
  private readonly byFoldedName: ReadonlyMap<string, string>;

  constructor(source: Package) {
    this.source = source;
    this.byFoldedName = new Map(source.names.map((name) => [name.toLowerCase(), name]));
  }

  /** The part's name as stored: part names do not differ by case alone. */
  find(name: string): string | null {
    return this.byFoldedName.get(name.toLowerCase()) ?? null;
  }

  /** Text of an original part. Throws FileRefused when it is not there or no text. */
  text(name: string): string {
    const known = this.texts.get(name);
    if (known) return known.text;
    const opened = openText(this.source.read(name));
    this.texts.set(name, opened);
    return opened.text;
  }

  edit(name: string, splice: Splice): void {
    const splices = this.splices.get(name);
    if (splices) splices.push(splice);
    else this.splices.set(name, [splice]);
  }

  add(name: string, text: string): void {
    this.added.set(name, text);
  }

  /** A part name not yet taken: `xl/comments{n}.xml` → `xl/comments3.xml`. */
  freeName(pattern: string): string {
    for (let number = 1; ; number += 1) {
      const name = pattern.replace('{n}', String(number));
      if (this.find(name) === null && !this.added.has(name)) return name;
    }
  }

  /** Writes the package. */
  write(deflate: Deflate): Uint8Array {
    const writer = new ZipWriter(deflate);
    this.writeOriginals(writer);
    for (const [name, text] of this.added) writer.add(name, [text]);
    return writer.finish();
  }

  /**
   * Writes the package; `recordIn` names an added part that is written last, from the record of all other changes.
   */
  finish(deflate: Deflate, recordIn: string, withRecord: (record: ChangeRecord) => string): Uint8Array {
    const writer = new ZipWriter(deflate);
    const changed = this.writeOriginals(writer).map(({ part, bytes, cuts }) => ({ part, hash: hashOf(bytes), cuts }));
    for (const [name, text] of this.added) if (name !== recordIn) writer.add(name, [text]);
    writer.add(recordIn, [withRecord({ added: [...this.added.keys(), recordIn], changed })]);
    return writer.finish();
  }

  /** Gives the parts that were edited. */
  private writeOriginals(writer: ZipWriter): EditedPart[] {
    const changed: EditedPart[] = [];
    for (const name of this.source.names) {
      const splices = this.splices.get(name);
      const part = this.texts.get(name);
      if (!splices || !part) {
        writer.copy(this.source, name);
        continue;
      }
      const edited = applySplices(part.text, splices);
      const bytes = part.encode(edited.text);
      writer.add(name, [bytes]);
      changed.push({ part: name, bytes, cuts: edited.cuts });
    }
    return changed;
  }
}
