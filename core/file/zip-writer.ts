import { crc32 } from './crc32.ts';
import type { Deflate } from './inflate.ts';
import type { Package } from './package.ts';

interface Written {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
  /** The local header's date and time, repeated in the directory. */
  readonly stamp: number;
}

/** 1 January 1980, 00:00: the same content always gives the same bytes. */
const fixedStamp = 0x0021_0000;
/** So much is packed at a time: each packed block starts without knowing the one before. */
const blockBytes = 1024 * 1024;
/** No character takes more bytes than this. */
const mostCharacterBytes = 4;

/** Writes a ZIP package in memory; the same calls give the same bytes. Part names are ASCII. */
export class ZipWriter {
  private readonly pieces: Uint8Array[] = [];
  private readonly written: Written[] = [];
  private readonly deflate: Deflate;
  private readonly encoder = new TextEncoder();
  private readonly block = new Uint8Array(blockBytes);
  private length = 0;

  constructor(deflate: Deflate) {
    this.deflate = deflate;
  }

  /** Packs a part from its chunks, texts as UTF-8. They are taken one at a time and may be reused by the caller then. */
  add(name: string, chunks: Iterable<string | Uint8Array>): void {
    const packed: Uint8Array[] = [];
    let crc = 0;
    let size = 0;
    let compressedSize = 0;
    let filled = 0;
    const flush = (last: boolean): void => {
      const content = this.block.subarray(0, filled);
      crc = crc32(content, crc);
      const block = this.deflate(content, last);
      packed.push(block);
      size += filled;
      compressedSize += block.length;
      filled = 0;
    };
    for (const chunk of chunks) {
      let rest = chunk;
      while (rest.length > 0) {
        if (filled + mostCharacterBytes > blockBytes) flush(false);
        const room = this.block.subarray(filled);
        if (typeof rest === 'string') {
          const { read, written } = this.encoder.encodeInto(rest, room);
          filled += written;
          rest = rest.slice(read);
        } else {
          const fitting = rest.subarray(0, room.length);
          room.set(fitting);
          filled += fitting.length;
          rest = rest.subarray(fitting.length);
        }
      }
    }
    flush(true);
    const nameBytes = asciiBytes(name);
    const offset = this.length;
    const record = { name: nameBytes, flags: 0, method: 8, crc, compressedSize, size, offset, stamp: fixedStamp };
    this.put(localHeader(record));
    for (const block of packed) this.put(block);
    this.written.push(record);
  }

  /** Takes a part over as it is, packed bytes and all. */
  copy(from: Package, name: string): void {
    const entry = from.entry(name);
    if (!entry) throw new Error('no such part to copy');
    const raw = from.raw(name);
    const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    const { flags, method, crc, compressedSize, size } = entry;
    const nameBytes = asciiBytes(name);
    const stamp = view.getUint32(10, true);
    this.written.push({ name: nameBytes, flags, method, crc, compressedSize, size, offset: this.length, stamp });
    this.put(raw);
  }

  finish(): Uint8Array {
    const start = this.length;
    for (const record of this.written) this.put(centralHeader(record));
    if (this.length > 0xffff_fffe || this.written.length > 0xfffe) throw new Error('package too large for ZIP');
    const end = new Uint8Array(22);
    const view = new DataView(end.buffer);
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, this.written.length, true);
    view.setUint16(10, this.written.length, true);
    view.setUint32(12, this.length - start, true);
    view.setUint32(16, start, true);
    this.put(end);
    return concatenate(this.pieces, this.length);
  }

  private put(bytes: Uint8Array): void {
    this.pieces.push(bytes);
    this.length += bytes.length;
  }
}

function concatenate(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let position = 0;
  for (const piece of pieces) {
    all.set(piece, position);
    position += piece.length;
  }
  return all;
}

function asciiBytes(name: string): Uint8Array {
  const bytes = new Uint8Array(name.length);
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    if (code < 0x20 || code > 0x7e) throw new Error('a part name must be ASCII');
    bytes[index] = code;
  }
  return bytes;
}

function localHeader(record: Written): Uint8Array {
  const bytes = new Uint8Array(30 + record.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, 20, true);
  writeCommon(view, 6, record);
  bytes.set(record.name, 30);
  return bytes;
}

function centralHeader(record: Written): Uint8Array {
  const bytes = new Uint8Array(46 + record.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, 20, true);
  writeCommon(view, 8, record);
  view.setUint32(42, record.offset, true);
  bytes.set(record.name, 46);
  return bytes;
}

/** The fields from the flags to the name length, alike in both headers. */
function writeCommon(view: DataView, at: number, record: Written): void {
  view.setUint16(at, record.flags, true);
  view.setUint16(at + 2, record.method, true);
  view.setUint32(at + 4, record.stamp, true);
  view.setUint32(at + 8, record.crc, true);
  view.setUint32(at + 12, record.compressedSize, true);
  view.setUint32(at + 16, record.size, true);
  view.setUint16(at + 20, record.name.length, true);
}
