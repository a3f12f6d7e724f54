import { describe, expect, it } from 'vitest';
import { knownSender } from '../../../core/rules/known-sender.ts';
import { at, brief, contextOf, report, run } from './build.ts';

const from = (organisation: string | null, written: string | null, day = '2023-11-30') =>
  brief(
    run(knownSender, report({ organisation, organisationText: written === null ? null : at('A2', written) }), {
      context: contextOf(organisation, { day }),
    }),
  );

describe('known-sender', () => {
  it.each([
    ['a registered committee', 'ttxvn', 'TTXVN', '2023-11-30'],
    ['one on the last day it is in force', 'cu', 'Đảng ủy Tổng cục Cũ', '2022-12-31'],
  ])('accepts %s', (_name, organisation, written, day) => {
    expect(from(organisation, written, day)).toEqual([]);
  });

  it.each([
    [
      'a misspelt name, with the nearest one',
      from(null, 'Đảng uỷ Thông tấn xã Viêt Nam'),
      'A2',
      'Đơn vị gửi «Đảng uỷ Thông tấn xã Viêt Nam» không có trong danh mục đơn vị ngày 30/11/2023. Tên gần nhất là «Đảng ủy Thông tấn xã Việt Nam».',
      'The sender “Đảng uỷ Thông tấn xã Viêt Nam” is not in the register on 2023-11-30. The nearest name is “Đảng ủy Thông tấn xã Việt Nam”.',
    ],
    [
      'a name near none',
      from(null, 'Câu lạc bộ cờ vua'),
      'A2',
      'Đơn vị gửi «Câu lạc bộ cờ vua» không có trong danh mục đơn vị ngày 30/11/2023.',
      'The sender “Câu lạc bộ cờ vua” is not in the register on 2023-11-30.',
    ],
    [
      'a committee the day after it ended',
      from('cu', 'Đảng ủy Tổng cục Cũ', '2023-01-01'),
      'A2',
      '«Đảng ủy Tổng cục Cũ» không có hiệu lực trong danh mục đơn vị vào ngày 01/01/2023.',
      '“Đảng ủy Tổng cục Cũ” is not in force in the register on 2023-01-01.',
    ],
    [
      'no sender: at the title',
      from(null, null),
      'A4',
      'Báo cáo không ghi tên đơn vị gửi.',
      'The report does not name its sender.',
    ],
  ])('rejects %s', (_name, found, cell, vi, en) => {
    expect(found).toEqual([{ severity: 'error', cell, vi, en }]);
  });

  it('never suggests a committee that has ended', () => {
    const [finding] = from(null, 'Đảng ủy Tổng cục Cu');
    expect(finding?.vi).not.toContain('Tổng cục Cũ');
  });

  it('shortens a text that is no name', () => {
    const [finding] = from(null, 'x'.repeat(500));
    expect(finding?.en).toBe(`The sender “${'x'.repeat(80)}” is not in the register on 2023-11-30.`);
  });
});
