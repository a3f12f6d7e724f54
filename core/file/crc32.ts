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
  // `| 0` on every read: an index that is always inside the array still has type `number | undefined`.
  const at = (index: number): number => bytes[index] ?? 0;
  let crc = ~previous;
  let index = 0;
  const steps = bytes.length - 7;
  for (; index < steps; index += 8) {
    const low = crc ^ (at(index) | (at(index + 1) << 8) | (at(index + 2) << 16) | (at(index + 3) << 24));
    crc =
      (t7[low & 255] ?? 0) ^
      (t6[(low >>> 8) & 255] ?? 0) ^
      (t5[(low >>> 16) & 255] ?? 0) ^
      (t4[low >>> 24] ?? 0) ^
      (t3[at(index + 4)] ?? 0) ^
      (t2[at(index + 5)] ?? 0) ^
      (t1[at(index + 6)] ?? 0) ^
      (t0[at(index + 7)] ?? 0);
  }
  for (; index < bytes.length; index++) crc = (crc >>> 8) ^ (t0[(crc ^ at(index)) & 255] ?? 0);
  return ~crc >>> 0;
}
