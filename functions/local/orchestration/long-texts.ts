/**
 * Texts too long for a record, in records of their own below the instance they belong to, so that they are found and
 * removed with it. They are put before the record that names them: an interruption leaves a text that nothing names,
 * never a name without its text.
 */
import { createHash } from 'node:crypto';
import type { Operation, RecordValue, Store } from '../../store/store.ts';

/** Bytes of a text above which it is kept apart. */
const longText = 8 * 1024;
/** Characters of one part: even all escaped they fit a record. */
const partLength = 10_000;
/** Parts of one batch, within what the store takes at once. */
const partsAtOnce = 40;

/** Takes the place of a long text in a record. */
interface Reference {
  readonly text: string;
  readonly parts: number;
}

export class LongTexts {
  readonly #store: Store;
  readonly #partition: string;

  constructor(store: Store, partition: string) {
    this.#store = store;
    this.#partition = partition;
  }

  /** The value with its long texts put below `folder` (ending in `/`), each under a name made from its content. */
  async spill(value: RecordValue, folder: string): Promise<RecordValue> {
    const entries = Object.entries(value).map(async ([name, field]): Promise<[string, unknown]> => {
      if (typeof field !== 'string' || Buffer.byteLength(field) <= longText) return [name, field];
      return [name, await this.#put(field, folder)];
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  /** The value as it was spilled; `lost` stands for a text that is gone, or null where that must not be. */
  async fill<Value extends object>(value: Value, lost: string | null): Promise<Value> {
    const entries = Object.entries(value).map(async ([name, field]: [string, unknown]): Promise<[string, unknown]> => {
      if (!isReference(field)) return [name, field];
      const parts = await this.#store.query(this.#partition, field.text);
      if (parts.length === field.parts) return [name, parts.map(({ value: { part } }) => String(part)).join('')];
      if (lost === null) throw new Error('A text of an orchestration is missing from the store');
      return [name, lost];
    });
    return Object.fromEntries(await Promise.all(entries)) as Value;
  }

  async #put(text: string, folder: string): Promise<Reference> {
    const prefix = `${folder}${createHash('sha256').update(text).digest('hex').slice(0, 32)}/`;
    const keys = Array.from(
      { length: Math.ceil(text.length / partLength) },
      (_, index) => prefix + String(index).padStart(6, '0'),
    );
    const known = new Set((await this.#store.query(this.#partition, prefix)).map(({ key }) => key));
    const missing = keys
      .map((key, index): Operation => {
        const part = text.slice(index * partLength, (index + 1) * partLength);
        return { type: 'insert', key, value: { part } };
      })
      .filter(({ key }) => !known.has(key));
    // A conflict would be with ourselves, after an unknown outcome: the same text under the same name.
    for (let at = 0; at < missing.length; at += partsAtOnce)
      await this.#store.batch(this.#partition, missing.slice(at, at + partsAtOnce));
    return { text: prefix, parts: keys.length };
  }
}

function isReference(field: unknown): field is Reference {
  return typeof field === 'object' && field !== null && 'text' in field && 'parts' in field;
}
