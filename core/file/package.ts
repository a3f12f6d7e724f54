/** A ZIP package behind the guard: its directory is checked on opening, each part when it is read. */
import { crc32 } from './crc32.ts';
import type { Inflate } from './inflate.ts';
import { defaultLimits, type FileLimits } from './limits.ts';
import { FileRefused, showBytes } from './refused.ts';
import { backslash, readDirectory, slash, type PackageEntry } from './zip-directory.ts';

export type { PackageEntry } from './zip-directory.ts';

export interface OpenOptions {
  readonly inflate: Inflate;
  readonly limits?: Partial<FileLimits>;
}

export interface Package {
  /** Names in the order of the directory; folders are left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The unpacked bytes, size and checksum verified. Throws FileRefused, also when there is no such part. */
  read(name: string): Uint8Array;
  /** The record as it is, but for backslashes in its name: local header, packed data and, where there is one, the descriptor after it. */
  raw(name: string): Uint8Array;
  entry(name: string): PackageEntry | undefined;
}

/** Throws FileRefused when the bytes are no ZIP package an ordinary program would write. */
export function openPackage(bytes: Uint8Array, options: OpenOptions): Package {
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.workbookBytes) throw new FileRefused('file-too-large', showBytes(limits.workbookBytes));
  const entries = new Map<string, PackageEntry>();
  for (const entry of readDirectory(bytes, limits)) {
    if (!entry.name.endsWith('/')) entries.set(entry.name, entry);
    else if (entry.size !== 0) throw new FileRefused('entry-name');
  }

  const find = (name: string): PackageEntry => {
    const entry = entries.get(name);
    if (!entry) throw new FileRefused('missing-part');
    return entry;
  };
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: (name) => unpack(bytes, find(name), options.inflate),
    raw: (name) => {
      const { start, end } = find(name);
      return withSlashes(bytes.subarray(start, end), name.length);
    },
    entry: (name) => entries.get(name),
  };
}

/** A record whose local header spells the name as `PackageEntry` does. */
function withSlashes(record: Uint8Array, nameLength: number): Uint8Array {
  const nameStart = 30;
  if (!record.subarray(nameStart, nameStart + nameLength).includes(backslash)) return record;
  // A Buffer's own `slice` would share its bytes.
  const copy = Uint8Array.from(record);
  for (let at = nameStart; at < nameStart + nameLength; at++) if (copy[at] === backslash) copy[at] = slash;
  return copy;
}

function unpack(bytes: Uint8Array, entry: PackageEntry, inflate: Inflate): Uint8Array {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  // LibreOffice stores an empty thumbnail as packed data of no bytes at all.
  const asStored = entry.method === 0 || (entry.size === 0 && packed.length === 0);
  const unpacked = asStored ? packed : inflateChecked(packed, entry.size, inflate);
  if (crc32(unpacked) !== entry.crc) throw new FileRefused('entry-checksum');
  return unpacked;
}

function inflateChecked(packed: Uint8Array, size: number, inflate: Inflate): Uint8Array {
  let unpacked: Uint8Array;
  try {
    unpacked = inflate(packed, size);
  } catch {
    // Whatever the library says about the data, the user can only be told that it is damaged.
    throw new FileRefused('entry-damaged');
  }
  if (unpacked.length !== size) throw new FileRefused('entry-damaged');
  return unpacked;
}
