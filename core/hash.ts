import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 in lower-case hex, the same in the pane and on the server. Text is hashed as UTF-8. */
export function hashOf(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));
}

/** JSON with sorted keys, so that equal content gives equal text whatever the order it was built in. */
export function canonicalJson(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : value,
  );
}

const piece = 64 * 1024;

/**
 * `hashOf(canonicalJson(content))` without ever holding the whole text: a summary of 1,000 workbooks is tens of
 * megabytes of it. The object's own keys are names, never numbers.
 */
export function hashOfJson(content: object): string {
  const hash = sha256.create();
  let pending = '';
  const put = (text: string): void => {
    pending += text;
    if (pending.length < piece) return;
    hash.update(utf8ToBytes(pending));
    pending = '';
  };
  let separator = '{';
  for (const [key, value] of Object.entries(content).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (value === undefined) continue;
    put(`${separator}${JSON.stringify(key)}:`);
    separator = ',';
    if (!Array.isArray(value)) put(canonicalJson(value));
    else {
      put('[');
      value.forEach((one: unknown, index) =>
        put((index === 0 ? '' : ',') + (one === undefined ? 'null' : canonicalJson(one))),
      );
      put(']');
    }
  }
  put(separator === '{' ? '{}' : '}');
  hash.update(utf8ToBytes(pending));
  return bytesToHex(hash.digest());
}
