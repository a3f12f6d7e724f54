/** Reads of a Bicep file what the tests ask about. No compiler: that is a download of its own. */

export interface BicepFile {
  readonly text: string;
  /** Without comments, and strings as `''`. */
  readonly bare: string;
  readonly parameters: ReadonlyMap<string, { readonly required: boolean }>;
  readonly outputs: ReadonlySet<string>;
  readonly modules: readonly BicepModule[];
}

export interface BicepModule {
  readonly name: string;
  readonly file: string;
  readonly parameters: readonly string[];
}

export function readBicep(text: string): BicepFile {
  const uncommented = text.replace(/^\s*\/\/.*$/gm, '');
  const bare = uncommented.replace(/'(?:\\.|\$\{(?:[^{}']|'[^']*')*\}|[^'\\])*'/g, "''");
  return {
    text: uncommented,
    bare,
    parameters: new Map(
      [...bare.matchAll(/^param (\w+) \w+(.*)$/gm)].map(([, name = '', rest = '']) => [
        name,
        { required: !rest.includes('=') },
      ]),
    ),
    outputs: new Set([...bare.matchAll(/^output (\w+) /gm)].map(([, name = '']) => name)),
    modules: [...uncommented.matchAll(/^module (\w+) '([^']+)' = \{$([\s\S]*?)^\}$/gm)].map(
      ([, name = '', file = '', body = '']) => ({
        name,
        file,
        parameters: topKeys(body.slice(body.indexOf('params: {'))),
      }),
    ),
  };
}

/** Brackets that do not close what was opened last; empty when all fit. */
export function unbalanced(bare: string): string[] {
  const closes: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  const open: string[] = [];
  const wrong: string[] = [];
  for (const character of bare) {
    if ('([{'.includes(character)) open.push(character);
    else if (character in closes && open.pop() !== closes[character]) wrong.push(character);
  }
  return [...wrong, ...open];
}

/** Keys of the object that starts in `text`, not those of objects within. */
function topKeys(text: string): string[] {
  const keys: string[] = [];
  let depth = 0;
  for (const [token, key] of text.matchAll(/'[^']*'|[{}]|(\w+):/g)) {
    if (token === '{') depth++;
    else if (token === '}' && --depth === 0) break;
    else if (key !== undefined && depth === 1) keys.push(key);
  }
  return keys;
}
