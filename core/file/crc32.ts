import { nativeZlib } from '../native.ts';

/** Eight tables of 256: table k gives the effect of a byte k places before the end of an eight-byte step. */
const tables = buildTables();

function buildTables(): readonly Int32Array[] {
  const built: Int32Array[] = [];
  for (let k = 0; k < 8; k++) {
    const table = new Int32Array(256);
    const first = built[0];
    const previous = built[k - 1];
    for (let byte = 0; byte < 256; byte++) {
      let crc = previous?.[byte] ?? byte;
      if (first && previous) crc = (crc >>> 8) ^ (first[crc & 255] ?? 0);
      else for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
      table[byte] = crc;
    }
    built.push(table);
  }
  return built;
}

const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
];

/** The CRC-32 of ZIP (unsigned). Give the result for earlier bytes as `previous` to go on from it. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  return nativeZlib?.crc32?.(bytes, previous) ?? portableCrc32(bytes, previous);
}

export function portableCrc32(bytes: Uint8Array, previous: number): number {
  // Every index below is inside its array; `as number` says so where a check would cost as much as the work.
  let crc = ~previous;
  let index = 0;
  const { length } = bytes;
  for (const steps = length - 7; index < steps; index += 8) {
    crc ^=
      (bytes[index] as number) |
      ((bytes[index + 1] as number) << 8) |
      ((bytes[index + 2] as number) << 16) |
      ((bytes[index + 3] as number) << 24);
    crc =
      (t7[crc & 255] as number) ^
      (t6[(crc >>> 8) & 255] as number) ^
      (t5[(crc >>> 16) & 255] as number) ^
      (t4[crc >>> 24] as number) ^
      (t3[bytes[index + 4] as number] as number) ^
      (t2[bytes[index + 5] as number] as number) ^
      (t1[bytes[index + 6] as number] as number) ^
      (t0[bytes[index + 7] as number] as number);
  }
  for (; index < length; index++) crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[index] as number)) & 255] as number);
  return ~crc >>> 0;
}
