/**
 * The table of contents of a ZIP package, read by ourselves and believed only where every description agrees:
 * the entries must lie one after the other from byte 0 to the directory, each described alike in both places,
 * and the end record must close the file.
 */
import { kindRefusal } from './file-kind.ts';
import type { FileLimits } from './limits.ts';
import { FileRefused, showBytes } from './refused.ts';

/** One stored file, with the numbers a copy of it needs. */
export interface PackageEntry {
  /** With slashes between folders, whatever the file has. */
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the local header starts, where the packed data starts, and where the whole record ends. */
  readonly start: number;
  readonly dataStart: number;
  readonly end: number;
}

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const zip64EndSignature = 0x06064b50;
const zip64LocatorSignature = 0x07064b50;
const descriptorSignature = 0x08074b50;

const endSize = 22;
const zip64LocatorSize = 20;
const zip64EndSize = 56;

/** General purpose bits. */
const encrypted = 0x0001 | 0x0040 | 0x2000;
const hasDescriptor = 0x0008;

/** Little-endian reads that refuse to leave the file. */
class Bytes {
  readonly bytes: Uint8Array;
  private readonly view: DataView;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  need(position: number, length: number): void {
    if (position < 0 || position + length > this.bytes.length) throw new FileRefused('package-directory');
  }
  u16(position: number): number {
    this.need(position, 2);
    return this.view.getUint16(position, true);
  }
  u32(position: number): number {
    this.need(position, 4);
    return this.view.getUint32(position, true);
  }
  /** Numbers a Zip64 field may hold are bounded by the file itself, so 53 bits are enough. */
  u64(position: number): number {
    this.need(position, 8);
    const high = this.view.getUint32(position + 4, true);
    if (high > 0x1f_ffff) throw new FileRefused('package-directory');
    return high * 0x1_0000_0000 + this.view.getUint32(position, true);
  }
}

interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/**
 * The entries in the order of the directory. Throws FileRefused for whatever an ordinary writer of workbooks
 * does not do, before anything is unpacked.
 */
export function readDirectory(file: Uint8Array, limits: FileLimits): PackageEntry[] {
  const bytes = new Bytes(file);
  if (file.length < 4 || bytes.u32(0) !== localSignature) {
    if (file.length >= endSize && bytes.u32(0) === endSignature) throw new FileRefused('plain-zip');
    throw new FileRefused(kindRefusal(file));
  }
  const directory = findDirectory(bytes);
  if (directory.count > limits.entries) throw new FileRefused('package-entries', String(limits.entries));
  const entries: PackageEntry[] = [];
  const seen = new Set<string>();
  let position = directory.start;
  let total = 0;
  for (let index = 0; index < directory.count; index++) {
    if (position + 46 > directory.end || bytes.u32(position) !== centralSignature)
      throw new FileRefused('package-directory');
    const central = readCentral(bytes, position);
    position = central.next;
    const entry = readLocal(bytes, central, directory.start);
    const folded = entry.name.toLowerCase();
    if (seen.has(folded)) throw new FileRefused('entry-duplicate');
    seen.add(folded);
    if (entry.size > limits.entryBytes) throw new FileRefused('entry-too-large', showBytes(limits.entryBytes));
    if (entry.size > limits.ratioFrom && entry.size > limits.ratio * entry.compressedSize)
      throw new FileRefused('compression-bomb', String(limits.ratio));
    total += entry.size;
    if (total > limits.totalBytes) throw new FileRefused('package-too-large', showBytes(limits.totalBytes));
    entries.push(entry);
  }
  if (position !== directory.end) throw new FileRefused('package-directory');
  return layOut(bytes, entries, directory.start);
}

function findDirectory(bytes: Bytes): Directory {
  const length = bytes.bytes.length;
  const at = length - endSize;
  if (at < 0 || bytes.u32(at) !== endSignature || bytes.u16(at + 20) !== 0) throw new FileRefused(endRefusal(bytes));
  const disk = bytes.u16(at + 4);
  const directoryDisk = bytes.u16(at + 6);
  let countHere = bytes.u16(at + 8);
  let count = bytes.u16(at + 10);
  let size = bytes.u32(at + 12);
  let start = bytes.u32(at + 16);
  let end = at;
  const locator = at - zip64LocatorSize;
  if (locator >= 0 && bytes.u32(locator) === zip64LocatorSignature) {
    const record = bytes.u64(locator + 8);
    const singleDisk = bytes.u32(locator + 4) === 0 && bytes.u32(locator + 16) === 1;
    if (!singleDisk || record !== locator - zip64EndSize || record < 0 || bytes.u32(record) !== zip64EndSignature)
      throw new FileRefused('package-directory');
    if (bytes.u64(record + 4) !== zip64EndSize - 12 || bytes.u32(record + 16) !== 0 || bytes.u32(record + 20) !== 0)
      throw new FileRefused('package-directory');
    // Each short field either repeats the long one or says "look there".
    const agrees = (short: number, all: number, long: number): boolean => short === all || short === long;
    const long = {
      countHere: bytes.u64(record + 24),
      count: bytes.u64(record + 32),
      size: bytes.u64(record + 40),
      start: bytes.u64(record + 48),
    };
    if (
      !agrees(countHere, 0xffff, long.countHere) ||
      !agrees(count, 0xffff, long.count) ||
      !agrees(size, 0xffff_ffff, long.size) ||
      !agrees(start, 0xffff_ffff, long.start)
    )
      throw new FileRefused('package-directory');
    ({ countHere, count, size, start } = long);
    end = record;
  }
  if (disk !== 0 || directoryDisk !== 0 || countHere !== count) throw new FileRefused('package-directory');
  if (start + size !== end) throw new FileRefused(start + size > end ? 'package-directory' : 'package-slack');
  return { start, end, count };
}

/** No end record where it must be: is it elsewhere (something was appended) or nowhere (the file was cut)? */
function endRefusal(bytes: Bytes): 'package-trailing-bytes' | 'package-truncated' {
  const file = bytes.bytes;
  for (let at = file.lastIndexOf(0x50, file.length - 4); at >= 0; at = at ? file.lastIndexOf(0x50, at - 1) : -1)
    if (bytes.u32(at) === endSignature) return 'package-trailing-bytes';
  return 'package-truncated';
}

interface CentralRecord {
  readonly name: string;
  readonly nameStart: number;
  readonly nameLength: number;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly next: number;
}

function readCentral(bytes: Bytes, at: number): CentralRecord {
  const flags = bytes.u16(at + 8);
  if (flags & encrypted) throw new FileRefused('entry-encrypted');
  const method = bytes.u16(at + 10);
  if (method !== 0 && method !== 8) throw new FileRefused('entry-method');
  const nameLength = bytes.u16(at + 28);
  const extraLength = bytes.u16(at + 30);
  const commentLength = bytes.u16(at + 32);
  const fileType = (bytes.u32(at + 38) >>> 28) & 0xf;
  // Upper half of the attributes: a Unix mode. 0 none, 4 directory, 8 file; anything else is a link or a device.
  if (fileType !== 0 && fileType !== 4 && fileType !== 8) throw new FileRefused('entry-symlink');
  const nameStart = at + 46;
  bytes.need(nameStart, nameLength + extraLength + commentLength);
  const sizes = readZip64Extra(bytes, nameStart + nameLength, extraLength, [
    bytes.u32(at + 24),
    bytes.u32(at + 20),
    bytes.u32(at + 42),
  ]);
  const [size = 0, compressedSize = 0, offset = 0] = sizes;
  if (bytes.u16(at + 34) !== 0) throw new FileRefused('package-directory');
  if (method === 0 && size !== compressedSize) throw new FileRefused('package-mismatch');
  return {
    name: readName(bytes.bytes.subarray(nameStart, nameStart + nameLength)),
    nameStart,
    nameLength,
    flags,
    method,
    crc: bytes.u32(at + 16),
    compressedSize,
    size,
    offset,
    next: nameStart + nameLength + extraLength + commentLength,
  };
}

/** Replaces, in this order, each value that is all ones by the next number of the Zip64 extra field. */
function readZip64Extra(bytes: Bytes, start: number, length: number, values: readonly number[]): number[] {
  if (!values.includes(0xffff_ffff)) return [...values];
  const end = start + length;
  for (let at = start; at + 4 <= end;) {
    const id = bytes.u16(at);
    const size = bytes.u16(at + 2);
    if (at + 4 + size > end) break;
    if (id === 1) {
      let field = at + 4;
      return values.map((value) => {
        if (value !== 0xffff_ffff) return value;
        if (field + 8 > at + 4 + size) throw new FileRefused('package-directory');
        field += 8;
        return bytes.u64(field - 8);
      });
    }
    at += 4 + size;
  }
  throw new FileRefused('package-directory');
}

/** Some writers separate folders as Windows does. */
export const backslash = 0x5c;
export const slash = 0x2f;

/** 1 for printable ASCII without what file systems reserve. */
const allowedInNames = new Uint8Array(256);
for (let byte = 0x20; byte < 0x7f; byte++)
  if (!'"*:<>?|\\'.includes(String.fromCharCode(byte))) allowedInNames[byte] = 1;

const forbiddenSegments = new Set(['', '.', '..', '__proto__', 'constructor', 'prototype']);

/** Part names are ASCII without anything a file system would take for a path out of the folder. */
function readName(raw: Uint8Array): string {
  let name = '';
  for (let index = 0; index < raw.length; index++) {
    const byte = raw[index] === backslash ? slash : (raw[index] as number);
    if (allowedInNames[byte] !== 1) throw new FileRefused('entry-name');
    name += String.fromCharCode(byte);
  }
  const segments = (name.endsWith('/') ? name.slice(0, -1) : name).split('/');
  if (segments.some((segment) => forbiddenSegments.has(segment) || segment.endsWith('.') || segment.startsWith(' ')))
    throw new FileRefused('entry-name');
  return name;
}

/** Checks the local header against the directory; `end` is completed by `layOut`. */
function readLocal(bytes: Bytes, central: CentralRecord, limit: number): PackageEntry {
  const at = central.offset;
  if (at + 30 > limit || bytes.u32(at) !== localSignature) throw new FileRefused('package-mismatch');
  const nameLength = bytes.u16(at + 26);
  const extraLength = bytes.u16(at + 28);
  const same =
    bytes.u16(at + 6) === central.flags && bytes.u16(at + 8) === central.method && nameLength === central.nameLength;
  if (!same) throw new FileRefused('package-mismatch');
  bytes.need(at + 30, nameLength + extraLength);
  for (let index = 0; index < nameLength; index++)
    if (bytes.bytes[at + 30 + index] !== bytes.bytes[central.nameStart + index])
      throw new FileRefused('package-mismatch');
  const [size, compressedSize] = readZip64Extra(bytes, at + 30 + nameLength, extraLength, [
    bytes.u32(at + 22),
    bytes.u32(at + 18),
  ]);
  const crc = bytes.u32(at + 14);
  const deferred = (central.flags & hasDescriptor) !== 0;
  const agrees = (local: number | undefined, value: number): boolean => local === value || (deferred && local === 0);
  if (!agrees(crc, central.crc) || !agrees(size, central.size) || !agrees(compressedSize, central.compressedSize))
    throw new FileRefused('package-mismatch');
  const dataStart = at + 30 + nameLength + extraLength;
  const end = dataStart + central.compressedSize;
  if (end > limit) throw new FileRefused('package-overlap');
  const { name, method, flags } = central;
  return {
    name,
    method,
    flags,
    crc: central.crc,
    compressedSize: central.compressedSize,
    size: central.size,
    start: at,
    dataStart,
    end,
  };
}

/** The entries must fill the space before the directory without a gap and without sharing a byte. */
function layOut(bytes: Bytes, entries: readonly PackageEntry[], limit: number): PackageEntry[] {
  const byStart = [...entries].sort((a, b) => a.start - b.start);
  const ends = new Map<PackageEntry, number>();
  let expected = 0;
  byStart.forEach((entry, index) => {
    if (entry.start !== expected) throw new FileRefused(entry.start < expected ? 'package-overlap' : 'package-slack');
    const next = byStart[index + 1]?.start ?? limit;
    expected = entry.flags & hasDescriptor ? descriptorEnd(bytes, entry, next) : entry.end;
    ends.set(entry, expected);
  });
  if (expected !== limit) throw new FileRefused('package-slack');
  return entries.map((entry) => ({ ...entry, end: ends.get(entry) ?? entry.end }));
}

/** A data descriptor repeats checksum and sizes after the data, with or without a signature, in 32 or 64 bits. */
function descriptorEnd(bytes: Bytes, entry: PackageEntry, next: number): number {
  const gap = next - entry.end;
  if (gap < 0) throw new FileRefused('package-overlap');
  const signed = gap === 16 || gap === 24;
  const wide = gap === 20 || gap === 24;
  if (!signed && !wide && gap !== 12) throw new FileRefused('package-slack');
  let at = entry.end;
  if (signed) {
    if (bytes.u32(at) !== descriptorSignature) throw new FileRefused('package-mismatch');
    at += 4;
  }
  const crc = bytes.u32(at);
  const compressedSize = wide ? bytes.u64(at + 4) : bytes.u32(at + 4);
  const size = wide ? bytes.u64(at + 12) : bytes.u32(at + 8);
  if (crc !== entry.crc || compressedSize !== entry.compressedSize || size !== entry.size)
    throw new FileRefused('package-mismatch');
  return next;
}
