/** The file that waivers travel in. Its hash tells a changed file from a whole one; it proves nothing about who made it. */
import type { WaiverFile } from '../api.ts';
import { hashOfJson } from '../hash.ts';
import { compareCodes, inTurn } from './compare.ts';

type Content = Omit<WaiverFile, 'hash'>;

/** The same waivers in any order make the same file. */
export function waiverFile({ profile, period, waivers }: Omit<Content, 'format'>): WaiverFile {
  const content: Content = {
    format: 'bloc-rollup-waivers/1',
    profile,
    period,
    waivers: [...waivers].sort(
      inTurn(
        (a, b) => compareCodes(a.organisation, b.organisation),
        (a, b) => compareCodes(a.finding, b.finding),
      ),
    ),
  };
  return { ...content, hash: hashOfJson(content) };
}

/** False for a file that was changed after it was made, or broke on the way. */
export function isIntact({ hash, ...content }: WaiverFile): boolean {
  return hashOfJson(content) === hash;
}
