/** The tar format (POSIX ustar with pax names), as much of it as a backup needs: regular files with long names. */

export const blockSize = 512;

export interface TarHeader {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** `0` a file, `x` the name of the next entry. */
  readonly type: string;
}

/** Blocks before an entry's content. Names of any length; sizes below 8 GiB, else RangeError. */
export function tarHeader(name: string, size: number): Buffer {
  const bytes = Buffer.byteLength(name);
  if (bytes <= 100) return headerBlock(name, size, '0');
  const record = paxRecord('path', name);
  return Buffer.concat([
    headerBlock('name', record.length, 'x'),
    record,
    padding(record.length),
    headerBlock(`long-name-of-${bytes}-bytes`, size, '0'),
  ]);
}

/** Zeroes that fill an entry of `size` bytes up to whole blocks. */
export function padding(size: number): Buffer {
  return Buffer.alloc((blockSize - (size % blockSize)) % blockSize);
}

export function tarEnd(): Buffer {
  return Buffer.alloc(2 * blockSize);
}

/** Null for the zeroes that end an archive. Throws RangeError for anything that is not a header. */
export function readTarHeader(block: Buffer): TarHeader | null {
  if (block.every((byte) => byte === 0)) return null;
  const text = (from: number, length: number): string => {
    const field = block.subarray(from, from + length);
    const end = field.indexOf(0);
    return field.subarray(0, end < 0 ? length : end).toString();
  };
  const size = /^[0-7]{11}$/.exec(text(124, 12))?.[0];
  if (text(257, 6) !== 'ustar' || size === undefined || parseInt(text(148, 8), 8) !== checksum(block))
    throw new RangeError('Not a tar header');
  return { name: text(0, 100), size: parseInt(size, 8), type: text(156, 1) };
}

/** The path a pax header names; null when it names none. */
export function paxPath(record: Buffer): string | null {
  const length = /^(\d+) path=/.exec(record.toString('latin1'));
  if (length?.[1] === undefined) return null;
  return record.subarray(length[0].length, Number(length[1]) - 1).toString();
}

function headerBlock(name: string, size: number, type: string): Buffer {
  if (size >= 8 ** 11) throw new RangeError('An entry of a backup must be smaller than 8 GiB');
  const block = Buffer.alloc(blockSize);
  block.write(name, 0, 100);
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write(type, 156);
  block.write('ustar\x0000', 257);
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** Of the header with its own field as spaces. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);
}

/** `length key=value\n`, the length counting itself. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  const digits = String(rest + String(rest).length).length;
  return Buffer.from(`${rest + digits} ${key}=${value}\n`);
}
