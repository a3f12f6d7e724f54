/** What Node and browsers both provide beyond ES2022; the core is compiled against nothing else. */

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

declare class TextEncoder {
  encode(input: string): Uint8Array;
  encodeInto(input: string, into: Uint8Array): { readonly read: number; readonly written: number };
}

declare module 'exceljs/dist/exceljs.bare.min.js' {
  const exceljs: typeof import('exceljs');
  export default exceljs;
}
