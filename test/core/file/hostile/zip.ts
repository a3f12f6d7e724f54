/** A ZIP writer that can lie: every number of both headers may be given instead of computed. */
import { deflateRawSync, crc32 as nodeCrc32 } from 'node:zlib';

export interface HostileEntry {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly method?: number;
  /** Stored in place of the content packed. */
  readonly packed?: Uint8Array;
  readonly flags?: number;
  readonly externalAttributes?: number;
  /** What the central directory says, where it lies. */
  readonly central?: Partial<Numbers> & { readonly name?: string };
  /** What the local header says, where it lies. */
  readonly local?: Partial<Numbers> & { readonly name?: string };
  /** Writes a data descriptor after the data, and zeros in the local header. */
  readonly descriptor?: boolean;
  /** Writes sizes of all ones and a Zip64 extra field. */
  readonly zip64?: boolean;
  /** Points the directory at another entry's record. */
  readonly offset?: number;
}

interface Numbers {
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly method: number;
  readonly flags: number;
}

export interface HostileZip {
  readonly prefix?: Uint8Array;
  readonly gap?: Uint8Array;
  readonly trailer?: Uint8Array;
  readonly zip64?: boolean;
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

export function writeHostileZip(entries: readonly HostileEntry[], lies: HostileZip = {}): Uint8Array {
  const pieces: Buffer[] = [Buffer.from(lies.prefix ?? [])];
  const directory: Buffer[] = [];
  let length = pieces[0]?.length ?? 0;
  for (const entry of entries) {
    const content = Buffer.from(typeof entry.content === 'string' ? Buffer.from(entry.content, 'utf8') : entry.content);
    const method = entry.method ?? 8;
    const data = entry.packed ?? (method === 8 ? deflateRawSync(content) : content);
    const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0);
    const truth = { crc: nodeCrc32(content), compressedSize: data.length, size: content.length, method, flags };
    const central = { ...truth, ...entry.central };
    const deferred = entry.descriptor ? { crc: 0, compressedSize: 0, size: 0 } : {};
    const local = { ...truth, ...deferred, ...entry.local };
    const localName = Buffer.from(entry.local?.name ?? entry.name);
    const centralName = Buffer.from(entry.central?.name ?? entry.name);
    const ones = 0xffff_ffff;
    const localExtra = entry.zip64 ? Buffer.concat([u16(1), u16(16), u64(local.size), u64(local.compressedSize)]) : [];
    const centralExtra = entry.zip64
      ? Buffer.concat([u16(1), u16(16), u64(central.size), u64(central.compressedSize)])
      : [];
    const offset = entry.offset ?? length;
    const record = Buffer.concat([
      u32(0x04034b50),
      u16(20),
      u16(local.flags),
      u16(local.method),
      u32(0x0021_0000),
      u32(local.crc),
      u32(entry.zip64 ? ones : local.compressedSize),
      u32(entry.zip64 ? ones : local.size),
      u16(localName.length),
      u16(localExtra.length),
      localName,
      Buffer.from(localExtra),
      data,
      entry.descriptor
        ? Buffer.concat([u32(0x08074b50), u32(truth.crc), u32(truth.compressedSize), u32(truth.size)])
        : Buffer.alloc(0),
    ]);
    pieces.push(record);
    length += record.length;
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16((3 << 8) | 20),
        u16(20),
        u16(central.flags),
        u16(central.method),
        u32(0x0021_0000),
        u32(central.crc),
        u32(entry.zip64 ? ones : central.compressedSize),
        u32(entry.zip64 ? ones : central.size),
        u16(centralName.length),
        u16(centralExtra.length),
        u16(0),
        u16(0),
        u16(0),
        u32(entry.externalAttributes ?? 0),
        u32(offset),
        centralName,
        Buffer.from(centralExtra),
      ]),
    );
  }
  pieces.push(Buffer.from(lies.gap ?? []));
  length += lies.gap?.length ?? 0;
  const central = Buffer.concat(directory);
  pieces.push(central);
  if (lies.zip64) {
    const record = length + central.length;
    pieces.push(
      Buffer.concat([
        u32(0x06064b50),
        u64(44),
        u16(45),
        u16(45),
        u32(0),
        u32(0),
        u64(entries.length),
        u64(entries.length),
        u64(central.length),
        u64(length),
        u32(0x07064b50),
        u32(0),
        u64(record),
        u32(1),
      ]),
    );
  }
  pieces.push(
    Buffer.concat([
      u32(0x06054b50),
      u16(0),
      u16(0),
      u16(lies.zip64 ? 0xffff : Math.min(entries.length, 0xffff)),
      u16(lies.zip64 ? 0xffff : Math.min(entries.length, 0xffff)),
      u32(lies.zip64 ? 0xffff_ffff : central.length),
      u32(lies.zip64 ? 0xffff_ffff : length),
      u16(0),
    ]),
    Buffer.from(lies.trailer ?? []),
  );
  return new Uint8Array(Buffer.concat(pieces));
}
