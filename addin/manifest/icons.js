/**
 * Draws the add-in's icons, the same bytes every time: `node addin/manifest/icons.js FOLDER` (addin/public/icons).
 * A sheet with rows on a red ground, and a green tick: checked and gathered.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { zlibSync } from 'fflate';

const sizes = [16, 32, 64, 80, 128];
/** Points looked at in each direction of a pixel, for smooth edges. */
const samples = 6;

const colours = {
  ground: [164, 38, 44],
  sheet: [255, 255, 255],
  head: [242, 201, 76],
  line: [205, 168, 170],
  tick: [16, 124, 65],
};

/** Coordinates run from 0 to 1, across and down. */
const inBox = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.max(left + radius - x, 0, x - (right - radius));
  const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
  return dx * dx + dy * dy <= radius * radius;
};
const inCircle = (x, y, centreX, centreY, radius) => (x - centreX) ** 2 + (y - centreY) ** 2 <= radius * radius;
const nearLine = (x, y, [x1, y1], [x2, y2], width) => {
  const along = Math.min(
    1,
    Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)),
  );
  return inCircle(x, y, x1 + along * (x2 - x1), y1 + along * (y2 - y1), width / 2);
};

/** The colour at a point; null outside the icon. */
function colourAt(x, y) {
  if (!inBox(x, y, 0.02, 0.02, 0.98, 0.98, 0.18)) return null;
  if (nearLine(x, y, [0.61, 0.7], [0.68, 0.77], 0.07) || nearLine(x, y, [0.68, 0.77], [0.81, 0.62], 0.07))
    return colours.sheet;
  if (inCircle(x, y, 0.71, 0.7, 0.2)) return colours.tick;
  if (inCircle(x, y, 0.71, 0.7, 0.24)) return colours.ground;
  if (!inBox(x, y, 0.18, 0.15, 0.7, 0.84, 0.04)) return colours.ground;
  if (y < 0.31) return colours.head;
  const onLine = [0.43, 0.56, 0.69].some((top) => y >= top && y < top + 0.055);
  return onLine && x > 0.26 && x < 0.62 ? colours.line : colours.sheet;
}

function pixel(column, row, size) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let down = 0; down < samples; down++)
    for (let across = 0; across < samples; across++) {
      const colour = colourAt((column + (across + 0.5) / samples) / size, (row + (down + 0.5) / samples) / size);
      if (!colour) continue;
      covered++;
      colour.forEach((part, index) => (sum[index] += part));
    }
  const [red, green, blue] = sum.map((part) => (covered === 0 ? 0 : Math.round(part / covered)));
  return [red, green, blue, Math.round((covered * 255) / samples ** 2)];
}

const crcTable = Array.from({ length: 256 }, (_, value) => {
  let crc = value;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1;
  return crc >>> 0;
});

function chunk(type, content) {
  const bytes = Buffer.alloc(content.length + 12);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(content, 8);
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes.subarray(4, -4)) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  bytes.writeUInt32BE((crc ^ 0xff_ff_ff_ff) >>> 0, bytes.length - 4);
  return bytes;
}

function png(size) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // 8 bits a channel, colour with transparency.
  head.set([8, 6, 0, 0, 0], 8);
  const rows = [];
  for (let row = 0; row < size; row++) {
    rows.push(0);
    for (let column = 0; column < size; column++) rows.push(...pixel(column, row, size));
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const packed = zlibSync(Uint8Array.from(rows), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node addin/manifest/icons.js FOLDER\n');
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  for (const size of sizes) writeFileSync(join(folder, `icon-${size}.png`), png(size));
}
