/** Compression for hosts without Node's zlib, on fflate. About twice as slow as the native one. */
import { deflateSync, Inflate as InflateStream } from 'fflate';
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

/**
 * Only the last chunk of a part is packed: the sync flush of fflate 0.8.3 damages some streams. Earlier chunks are
 * stored as they are, so parts above the writer's block size come out larger here than with Node's zlib.
 */
export const deflate: Deflate = (chunk, last) => (last ? deflateSync(chunk, { level: 6 }) : storeBlocks(chunk));

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
