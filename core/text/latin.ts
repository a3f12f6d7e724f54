/**
 * Regular expressions over Latin letters. `\p{L}` stands for several hundred ranges, which engines spell out in full,
 * and again for the other case under the flag `i`: tens of milliseconds for one expression. Workbooks are written in
 * Latin letters, which fit a dozen ranges.
 */

const letters = 'A-Za-zªµºÀ-ÖØ-öø-ɏḀ-ỿ';

const cased: { readonly capitals: string; readonly smalls: string } = (() => {
  let capitals = '';
  let smalls = '';
  for (const [first, last] of [
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ] as const)
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCharCode(code);
      if (letter !== letter.toLowerCase()) capitals += letter;
      else if (letter !== letter.toUpperCase()) smalls += letter;
    }
  return { capitals, smalls };
})();

/** True for the UTF-16 code of a Latin capital letter. */
export function isCapital(code: number): boolean {
  return code < capitalCodes.length && capitalCodes[code] === 1;
}

const capitalCodes = new Uint8Array(0x1f00);
for (const letter of cased.capitals) capitalCodes[letter.charCodeAt(0)] = 1;

/** What the classes stand for, to be put between brackets. */
const members: Readonly<Record<string, string>> = {
  L: letters,
  Lu: cased.capitals,
  Ll: cased.smalls,
  M: '\u0300-\u036F',
  N: '0-9²³¹¼-¾',
};

/** The expression with `\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{M}` and `\p{N}` read as the Latin letters, marks and digits only. */
export function latin(source: string, flags: string): RegExp {
  let inClass = false;
  const spelled = source.replace(/\\p\{(\w+)\}|\\.|[[\]]/gs, (token: string, name: string | undefined) => {
    if (token === '[') inClass = true;
    else if (token === ']') inClass = false;
    // Without regard to case capitals and small letters are the same few ranges.
    const anyCase = flags.includes('i') && (name === 'Lu' || name === 'Ll');
    const range = anyCase ? letters : name === undefined ? undefined : members[name];
    if (range === undefined) return token;
    return inClass ? range : `[${range}]`;
  });
  return new RegExp(spelled, flags);
}
