import { describe, expect, it } from 'vitest';
import { qualityAttestation } from '../../../core/rules/quality-attestation.ts';
import { brief, roster, run } from './build.ts';

describe('quality-attestation', () => {
  it.each([
    ['a roster with the line', roster()],
    ['an empty roster', roster({ members: [], attestation: null })],
  ])('accepts %s', (_name, subject) => {
    expect(run(qualityAttestation, subject)).toEqual([]);
  });

  it.each([
    ['at the table', roster({ attestation: null }), 'A11'],
    ['at the title where there is no table', roster({ attestation: null, table: null }), 'A4'],
  ])('warns about its absence %s', (_name, subject, cell) => {
    expect(brief(run(qualityAttestation, subject))).toEqual([
      {
        severity: 'warning',
        cell,
        vi: 'Danh sách chưa có dòng xác nhận đội ngũ đảm bảo số lượng, chất lượng, cơ cấu theo hướng dẫn.',
        en: 'The roster has no line attesting that numbers, quality and structure follow the guidance.',
      },
    ]);
  });
});
