import { describe, expect, it } from 'vitest';
import { initialState, reduce, undoable, type CheckEvent, type CheckState } from '../../addin/check/state.ts';
import type { Checked } from '../../addin/engine/protocol.ts';

const checked: Checked = {
  kind: 'report',
  organisation: 'ttxvn',
  period: '2023-11',
  nil: false,
  members: null,
  streams: 3,
  findings: [],
  titles: {},
  ruleset: '0123456789abcdef',
  workbook: { sheets: [], date1904: false, properties: new Map(), features: [] },
};

const after = (...events: CheckEvent[]): CheckState => events.reduce(reduce, initialState);
const opened = (key: string): CheckEvent => ({ type: 'opened', key, name: `${key}.xlsx`, bytes: new Uint8Array(1) });

describe('the state of the Check tab', () => {
  it('shows the first file and keeps it shown while others arrive', () => {
    const state = after(opened('a'), opened('b'));
    expect(state.shown).toBe('a');
    expect(state.entries.map(({ stage }) => stage)).toEqual(['reading', 'reading']);
  });

  it('keeps the last findings while it checks again, and drops them when the check fails', () => {
    const first = after(opened('a'), { type: 'judged', key: 'a', checked });
    const again = reduce(first, opened('a'));
    expect(again.entries[0]).toMatchObject({ stage: 'reading', checked });
    const failed = reduce(again, { type: 'failed', key: 'a', problem: 'x' });
    expect(failed.entries[0]).toMatchObject({ stage: 'failed', checked: null, problem: 'x' });
  });

  it('shows another file when the shown one is removed', () => {
    const state = after(opened('a'), opened('b'), { type: 'removed', key: 'a' });
    expect(state.shown).toBe('b');
    expect(reduce(state, { type: 'removed', key: 'b' }).shown).toBeNull();
  });

  it('clears the filter with the file shown', () => {
    const state = after(opened('a'), opened('b'), { type: 'filtered', severity: 'error', text: 'x' });
    expect(reduce(state, { type: 'shown', key: 'b' })).toMatchObject({ severity: 'all', text: '', shown: 'b' });
  });

  it('lets only the newest change of a workbook be taken back, one after the other', () => {
    const entry = (id: string, key: string): CheckEvent => ({
      type: 'applied',
      entry: { id, key, at: '10:00', cells: ['S!A1'], undo: new Uint8Array(0), undone: false },
    });
    const state = after(opened('a'), opened('b'), entry('1', 'a'), entry('2', 'a'), entry('3', 'b'));
    expect(undoable(state, 'a')?.id).toBe('2');
    const next = reduce(state, { type: 'undone', id: '2' });
    expect(undoable(next, 'a')?.id).toBe('1');
    expect(undoable(next, 'b')?.id).toBe('3');
  });
});
