/**
 * Node's own implementations of what the core also has in plain JavaScript: many times as fast, with the same results.
 * undefined in a browser.
 */
interface Builtins {
  'node:crypto': { createHash(algorithm: 'sha256'): NativeHash };
  'node:zlib': { crc32?(bytes: Uint8Array, previous: number): number };
}

export interface NativeHash {
  update(content: string | Uint8Array): this;
  digest(encoding: 'hex'): string;
}

const host = globalThis as { process?: { getBuiltinModule?<Name extends keyof Builtins>(name: Name): Builtins[Name] } };

export const nativeCrypto = host.process?.getBuiltinModule?.('node:crypto');
export const nativeZlib = host.process?.getBuiltinModule?.('node:zlib');
