/**
 * The two compression steps the core is handed, so that it runs on Node's zlib and in a browser alike.
 */

/** Unpacks raw deflate data to exactly `size` bytes; throws on damage, or when there are more or fewer bytes. */
export type Inflate = (compressed: Uint8Array, size: number) => Uint8Array;

/**
 * Packs one chunk as raw deflate blocks that may be put one after the other:
 * a chunk that is not the last ends on a byte boundary (a sync flush), the last one ends the stream.
 */
export type Deflate = (chunk: Uint8Array, last: boolean) => Uint8Array;
