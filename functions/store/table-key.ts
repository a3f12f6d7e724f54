/**
 * Keys as Azure Table stores them: letters, digits, `.` and `-` as they are, `~` as `__`, anything else as `_` and the
 * four hex digits of its UTF-16 code unit. Character by character, so a prefix of a key encodes to a prefix.
 */
const plain = /[A-Za-z0-9.-]/;

export function encodeKey(key: string): string {
  let encoded = '';
  for (let index = 0; index < key.length; index++) {
    const character = key.charAt(index);
    if (plain.test(character)) encoded += character;
    else if (character === '~') encoded += '__';
    else encoded += '_' + key.charCodeAt(index).toString(16).padStart(4, '0');
  }
  return encoded;
}

export function decodeKey(encoded: string): string {
  return encoded.replace(/__|_([0-9a-f]{4})/g, (_match, unit: string | undefined) =>
    unit === undefined ? '~' : String.fromCharCode(parseInt(unit, 16)),
  );
}

/** Above every encoded key that starts with `encodedPrefix`: `~` itself never appears in an encoded key. */
export function afterPrefix(encodedPrefix: string): string {
  return encodedPrefix + '~';
}
