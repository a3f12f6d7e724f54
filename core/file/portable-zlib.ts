/** Compression for hosts without Node's zlib, on fflate. About twice as slow as the native one. */
import { Deflate as DeflateStream, deflateSync, Inflate as InflateStream } from 'fflate';
import type { Deflate, Inflate } from './inflate.ts';

/** Packed bytes fed at a time: deflate grows at most about 1,032-fold, so one step stays near 16 MiB. */
const step = 16 * 1024;

export const inflate: Inflate = (compressed, size) => {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new InflateStream((chunk) => {
    if (length + chunk.length > size) throw new Error('the unpacked size is above the declared one');
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let start = 0; start < compressed.length; start += step)
    stream.push(compressed.subarray(start, start + step), start + step >= compressed.length);
  if (length !== size) throw new Error('the unpacked size is below the declared one');
  return out;
};

export const deflate: Deflate = (chunk, last) => {
  if (last) return deflateSync(chunk, { level: 6 });
  // fflate 0.8.3 misplaces the empty block of a sync flush for about a third of all inputs, depending on the bit
  // the data ends on. Another level ends on another bit, so the result is checked and the next level tried.
  for (const level of [6, 5, 7, 4, 8] as const) {
    const packed = packToByteBoundary(chunk, level);
    if (unpacksTo(packed, chunk)) return packed;
  }
  return storeBlocks(chunk);
};

function packToByteBoundary(chunk: Uint8Array, level: 4 | 5 | 6 | 7 | 8): Uint8Array {
  const parts: Uint8Array[] = [];
  const stream = new DeflateStream({ level }, (part) => {
    parts.push(part);
  });
  stream.push(chunk, false);
  stream.flush(true);
  return join(parts);
}

function unpacksTo(packed: Uint8Array, chunk: Uint8Array): boolean {
  const endOfStream = Uint8Array.of(3, 0);
  try {
    const unpacked = inflate(join([packed, endOfStream]), chunk.length);
    return unpacked.every((byte, index) => byte === chunk[index]);
  } catch {
    // Damaged by the misplaced block: the caller tries another level.
    return false;
  }
}

/** The chunk as it is, in blocks that are neither packed nor last. */
function storeBlocks(chunk: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < chunk.length; start += 0xffff) {
    const block = chunk.subarray(start, start + 0xffff);
    const [low, high] = [block.length & 255, block.length >> 8];
    parts.push(Uint8Array.of(0, low, high, low ^ 255, high ^ 255), block);
  }
  return join(parts);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let position = 0;
  for (const part of parts) {
    all.set(part, position);
    position += part.length;
  }
  return all;
}
