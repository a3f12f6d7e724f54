import { describe, expect, it } from 'vitest';
import type { ReportType } from '../../../core/document.ts';
import { reportChannel } from '../../../core/rules/report-channel.ts';
import { at, brief, report, run } from './build.ts';

const sent = (type: ReportType | null, channel: string | null) =>
  report({ type: type && at('B9', type), channel: channel === null ? null : at('B11', channel) });

describe('report-channel', () => {
  it.each([
    ['periodic', null],
    ['periodic', 'Văn bản'],
    ['periodic', 'van ban'],
    ['periodic', 'bằng văn bản và qua điện thoại'],
    ['periodic', 'tệp Excel gửi qua Zalo'],
    ['periodic', 'Trục liên thông'],
    ['periodic', 'nộp trực tiếp'],
    [null, null],
    ['quick', 'điện thoại'],
    ['quick', 'văn bản'],
    ['adHoc', null],
    ['adHoc', 'điện thoại'],
  ] as const)('accepts a %s report by «%s»', (type, channel) => {
    expect(run(reportChannel, sent(type, channel))).toEqual([]);
  });

  it.each([
    ['periodic', 'điện thoại'],
    ['periodic', 'Qua ĐIỆN THOẠI, tin nhắn'],
    ['periodic', 'ứng dụng Zalo'],
    ['periodic', 'báo cáo miệng'],
    [null, 'điện thoại'],
  ] as const)('rejects a %s report by «%s»', (type, channel) => {
    expect(brief(run(reportChannel, sent(type, channel)))).toEqual([
      {
        severity: 'error',
        cell: 'B11',
        vi: 'Báo cáo định kỳ ghi hình thức gửi không phải bằng văn bản; báo cáo định kỳ phải bằng văn bản.',
        en: 'The periodic report says that it was not delivered in writing; periodic reports must be in writing.',
      },
    ]);
  });

  it('warns about a quick report without a channel', () => {
    expect(brief(run(reportChannel, sent('quick', null)))).toEqual([
      {
        severity: 'warning',
        cell: 'B9',
        vi: 'Báo cáo nhanh chưa ghi hình thức gửi (điện thoại, ứng dụng, văn bản …).',
        en: 'The quick report does not say how it was delivered (telephone, app, in writing …).',
      },
    ]);
  });
});
