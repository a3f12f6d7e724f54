import { describe, expect, it } from 'vitest';
import type { Report } from '../../../core/document.ts';
import { adHocRequest } from '../../../core/rules/ad-hoc-request.ts';
import { at, brief, referenceAt, report, run } from './build.ts';

const adHoc = (request: Report['request']) => report({ type: at('B9', 'adHoc'), request });

describe('ad-hoc-request', () => {
  it.each([
    ['an ad-hoc report naming number and date', adHoc(referenceAt('B11', '120-CV/BTGĐUK', '2023-11-02'))],
    [
      'a request by telephone with its date',
      adHoc(referenceAt('B11', null, '2023-11-02', 'điện thoại ngày 02/11/2023')),
    ],
    ['a periodic report without a request', report()],
    ['a quick report without a request', report({ type: at('B9', 'quick') })],
    ['a report without a type', report({ type: null })],
  ])('accepts %s', (_name, subject) => {
    expect(run(adHocRequest, subject)).toEqual([]);
  });

  const unnamed = {
    severity: 'warning',
    vi: 'Báo cáo đột xuất chưa ghi trả lời yêu cầu nào.',
    en: 'The ad-hoc report does not name the request it answers.',
  };

  it.each([
    ['no request: at the type', adHoc(null), { ...unnamed, cell: 'B9' }],
    ['«không có»', adHoc(referenceAt('B11', null, null, 'Không có')), { ...unnamed, cell: 'B11' }],
    [
      'a request without its date',
      adHoc(referenceAt('B11', '120-CV/BTGĐUK', null)),
      {
        severity: 'warning',
        cell: 'B11',
        vi: 'Báo cáo đột xuất ghi yêu cầu nhưng thiếu ngày của yêu cầu.',
        en: 'The ad-hoc report names the request but not the request’s date.',
      },
    ],
  ])('warns about %s', (_name, subject, expected) => {
    expect(brief(run(adHocRequest, subject))).toEqual([expected]);
  });
});
