/** The six tiles of «Tổng quan». */
import type { Formula } from '../row-writer.ts';
import { choose, figurePart, words, type FigureCells } from './figure-cells.ts';
import type { FigureId } from './figures.ts';
import type { Tone } from './look.ts';

export interface Tile {
  readonly label: string;
  readonly value: Formula;
  readonly detail: Formula;
  readonly detailFormat: string | null;
  /** Formulas that, when true, colour the tile; the words say the same. */
  readonly tones: readonly { readonly test: string; readonly tone: Tone }[];
}

export function tilesOf(cells: FigureCells): readonly Tile[] {
  const { cell, value, say, share } = cells;
  const part = (id: FigureId): Formula => figurePart(cells, id);
  const ofAll = '0.0%" số tổ chức"';
  const overCapacity = value('people') > value('capacity');
  return [
    {
      label: 'ĐÃ NỘP BÁO CÁO',
      value: say(part('submitted'), '/', part('organisations')),
      detail: share('submitted', 'organisations'),
      detailFormat: ofAll,
      tones: [],
    },
    {
      label: 'NỘP ĐÚNG HẠN',
      value: say(part('onTime'), '/', part('organisations')),
      detail: share('onTime', 'organisations'),
      detailFormat: ofAll,
      tones: [],
    },
    {
      label: 'NỘP CHẬM',
      value: { formula: `${cell('inGrace')}+${cell('late')}`, result: value('inGrace') + value('late') },
      detail: say(part('inGrace'), ' gia hạn chung, ', part('late'), ' muộn'),
      detailFormat: null,
      tones: [{ test: `${cell('inGrace')}+${cell('late')}>0`, tone: 'caution' }],
    },
    {
      label: 'CHƯA NỘP',
      value: { formula: cell('missing'), result: value('missing') },
      detail: share('missing', 'organisations'),
      detailFormat: ofAll,
      tones: [{ test: `${cell('missing')}>0`, tone: 'bad' }],
    },
    {
      label: 'LUỒNG Ý KIẾN',
      value: { formula: cell('streams'), result: value('streams') },
      detail: say('trong ', part('issues'), ' vấn đề'),
      detailFormat: null,
      tones: [],
    },
    {
      label: 'NGƯỜI THAM GIA',
      value: { formula: cell('people'), result: value('people') },
      detail: choose(
        `${cell('capacity')}=0`,
        value('capacity') === 0,
        words('không quy định số lượng'),
        choose(
          `${cell('people')}>${cell('capacity')}`,
          overCapacity,
          say('vượt ', difference(cells), ' so với ', part('capacity')),
          say('quy định tối đa ', part('capacity')),
        ),
      ),
      detailFormat: null,
      tones: [{ test: `AND(${cell('capacity')}>0,${cell('people')}>${cell('capacity')})`, tone: 'caution' }],
    },
  ];
}

/** How many people are above what the limits allow. */
export function difference(cells: FigureCells): Formula {
  return {
    formula: `(${cells.cell('people')}-${cells.cell('capacity')})`,
    result: cells.value('people') - cells.value('capacity'),
  };
}
