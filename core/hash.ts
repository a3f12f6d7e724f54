import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { nativeCrypto, type NativeHash } from './native.ts';

/** SHA-256 in lower-case hex, the same in the pane and on the server. Text is hashed as UTF-8. */
export function hashOf(content: string | Uint8Array): string {
  return newHash().update(content).digest('hex');
}

function newHash(): NativeHash {
  return nativeCrypto?.createHash('sha256') ?? portableHash();
}

/** For browsers, whose own SHA-256 answers later only. */
export function portableHash(): NativeHash {
  const hash = sha256.create();
  return {
    update(content) {
      hash.update(typeof content === 'string' ? utf8ToBytes(content) : content);
      return this;
    },
    digest: () => bytesToHex(hash.digest()),
  };
}

/**
 * JSON with sorted keys, so that equal content gives equal text whatever the order it was built in. As in JSON, members
 * that are undefined are left out.
 */
export function canonicalJson(content: unknown): string {
  if (content === undefined) return 'null';
  if (content === null || typeof content !== 'object') return JSON.stringify(content);
  if (!Array.isArray(content)) return objectJson(content as Members, shapeOf(content as Members, null));
  if (content.every(isPlain)) return JSON.stringify(content);
  let text = '';
  for (const one of elementsJson(content)) text += one;
  return `[${text}]`;
}

function isPlain(content: unknown): boolean {
  return content === null || typeof content !== 'object';
}

type Members = Readonly<Record<string, unknown>>;

/** The keys of an object in their own order, and sorted with the text that opens each member. */
interface Shape {
  readonly keys: readonly string[];
  readonly sorted: readonly { readonly key: string; readonly label: string }[];
}

/** Elements with the comma before them. The rows of a table have the same keys in the same order: sorted once. */
function* elementsJson(elements: readonly unknown[]): Iterable<string> {
  let shape: Shape | null = null;
  let comma = '';
  for (const one of elements) {
    if (one === null || typeof one !== 'object' || Array.isArray(one)) yield comma + canonicalJson(one);
    else {
      shape = shapeOf(one as Members, shape);
      yield comma + objectJson(one as Members, shape);
    }
    comma = ',';
  }
}

function objectJson(members: Members, { sorted }: Shape): string {
  let text = '';
  for (const { key, label } of sorted) {
    const value = members[key];
    if (value === undefined) continue;
    text +=
      (text === '' ? '' : ',') + label + (typeof value === 'string' ? JSON.stringify(value) : canonicalJson(value));
  }
  return `{${text}}`;
}

function shapeOf(members: Members, known: Shape | null): Shape {
  const keys = Object.keys(members);
  if (known?.keys.length === keys.length && keys.every((key, index) => key === known.keys[index])) return known;
  return { keys, sorted: [...keys].sort().map((key) => ({ key, label: `${JSON.stringify(key)}:` })) };
}

const piece = 64 * 1024;

/**
 * `hashOf(canonicalJson(content))` without ever holding the whole text: a summary of 1,000 workbooks is tens of
 * megabytes of it.
 */
export function hashOfJson(content: object): string {
  const hash = newHash();
  let pending = '';
  const put = (text: string): void => {
    pending += text;
    if (pending.length < piece) return;
    hash.update(pending);
    pending = '';
  };
  let separator = '{';
  const members = content as Members;
  for (const { key, label } of shapeOf(members, null).sorted) {
    const value = members[key];
    if (value === undefined) continue;
    put(separator + label);
    separator = ',';
    if (!Array.isArray(value)) put(canonicalJson(value));
    else {
      put('[');
      for (const element of elementsJson(value)) put(element);
      put(']');
    }
  }
  put(separator === '{' ? '{}' : '}');
  return hash.update(pending).digest('hex');
}

/** So many rows are hashed at a time. */
const blockRows = 256;

/**
 * SHA-256 over an object some of whose members are tables: arrays of rows that all have the same keys. As with
 * `hashOfJson` equal content gives an equal hash, at a third of the cost: tables are hashed by column, and a column's
 * values are JSON without any key. Throws TypeError when a row's keys are not those of the first.
 */
export function hashOfTables(content: object): string {
  const hash = newHash();
  const members = content as Members;
  for (const { key: name } of shapeOf(members, null).sorted) {
    const member = members[name];
    if (!Array.isArray(member)) hash.update(canonicalJson([name, member]));
    else {
      const rows = member as readonly Members[];
      const keys = Object.keys(rows[0] ?? {}).sort();
      hash.update(canonicalJson([name, rows.length, keys]));
      for (let start = 0; start < rows.length; start += blockRows) {
        const block = rows.slice(start, start + blockRows);
        if (block.some((row) => Object.keys(row).length !== keys.length)) throw otherKeys();
        for (const key of keys) hash.update(canonicalJson(block.map((row) => row[key] ?? nullOf(row, key))));
      }
    }
  }
  return hash.digest('hex');
}

function nullOf(row: Members, key: string): null {
  if (row[key] === undefined) throw otherKeys();
  return null;
}

function otherKeys(): TypeError {
  return new TypeError('the rows of a table must have the same keys');
}
