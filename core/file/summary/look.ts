/** Colours and fonts of the summary workbook: few, readable in print and in grey. */

export const fontName = 'Times New Roman';

/** What a word's colour says; the word itself always says it too. */
export type Tone = 'good' | 'caution' | 'bad' | 'quiet';

/** Text and background, ARGB. */
export const tones: Readonly<Record<Tone, { readonly text: string; readonly fill: string; readonly bold: boolean }>> = {
  good: { text: 'FF1E5631', fill: 'FFE3F1E5', bold: false },
  caution: { text: 'FF7A4B00', fill: 'FFFFF0CC', bold: true },
  bad: { text: 'FF9C0006', fill: 'FFFADBD8', bold: true },
  quiet: { text: 'FF595959', fill: 'FFF2F2F2', bold: false },
};

export const colours = {
  /** Headings. */
  accent: 'FF8B1A1A',
  /** Header cells and tiles. */
  headerFill: 'FFF6E7D8',
  tileFill: 'FFFBF6EF',
  line: 'FFBFB5A8',
  note: 'FF595959',
  link: 'FF1F4E79',
} as const;

/** Chart colours, RGB, from dark to light so that they stay apart in grey. */
export const chartColours = ['8B1A1A', 'D98E04', '2F6F8F', '9DB8A5', 'BFBFBF', 'E3D5C1'] as const;
