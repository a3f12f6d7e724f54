/** RFC 9457 problem details in Vietnamese and English. Nothing a caller sent is repeated in them. */
import type { Problem } from '../../core/api.ts';
import { HttpProblem } from '../route.ts';
import { StoreUnavailable } from '../store/store.ts';
import { apiHeaders } from './security-headers.ts';
import type { Outgoing } from './serve.ts';

export function problemBody({ status, type, title, detail }: HttpProblem): Problem {
  return { type: `urn:bloc-rollup:problem:${type}`, status, title, detail };
}

/** The whole answer; `headers` are added to those that every problem has. */
export function problemAnswer(problem: HttpProblem, headers: Readonly<Record<string, string>> = {}): Outgoing {
  const seconds = problem instanceof TooManyRequests ? problem.seconds : problem.status === 503 ? 5 : null;
  return {
    status: problem.status,
    headers: {
      ...apiHeaders(),
      'content-type': 'application/problem+json; charset=utf-8',
      ...(problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(seconds === null ? {} : { 'retry-after': String(seconds) }),
      ...headers,
    },
    body: JSON.stringify(problemBody(problem)),
  };
}

/** The problem an error is answered with; null for one that nobody expected. */
export function toProblem(error: unknown): HttpProblem | null {
  if (error instanceof HttpProblem) return error;
  if (error instanceof StoreUnavailable) return error.outcomeUnknown ? outcomeUnknown() : storeUnavailable();
  return null;
}

export function unauthenticated(): HttpProblem {
  return new HttpProblem(
    401,
    'not-signed-in',
    { vi: 'Chưa đăng nhập hoặc phiên đăng nhập đã hết hạn.', en: 'Not signed in, or the sign-in has expired.' },
    { vi: 'Hãy đăng nhập lại.', en: 'Sign in again.' },
  );
}

export function forbidden(): HttpProblem {
  return new HttpProblem(
    403,
    'not-allowed',
    { vi: 'Tài khoản này không được làm việc đó.', en: 'This account may not do that.' },
    {
      vi: 'Nếu cần, hãy liên hệ Ban Tuyên giáo Đảng ủy Khối.',
      en: 'Ask the propaganda board of the Bloc if you need it.',
    },
  );
}

/** Also for what belongs to others: nobody learns that it exists. */
export function notFound(): HttpProblem {
  return new HttpProblem(404, 'not-found', { vi: 'Không tìm thấy.', en: 'Not found.' });
}

export function methodNotAllowed(): HttpProblem {
  return new HttpProblem(405, 'method-not-allowed', {
    vi: 'Địa chỉ này không nhận phương thức đó.',
    en: 'This address does not take that method.',
  });
}

export class TooManyRequests extends HttpProblem {
  /** Until the next request may be made. */
  readonly seconds: number;

  constructor(seconds: number) {
    super(
      429,
      'too-many-requests',
      { vi: 'Gửi quá nhiều yêu cầu trong thời gian ngắn.', en: 'Too many requests in a short time.' },
      { vi: `Hãy thử lại sau ${seconds} giây.`, en: `Try again in ${seconds} seconds.` },
    );
    this.seconds = seconds;
  }
}

/** `fields` are names from our own schema. */
export function unusable(fields: readonly string[]): HttpProblem {
  const names = fields.join(', ');
  return new HttpProblem(
    400,
    'unusable-request',
    { vi: 'Yêu cầu không đúng quy cách.', en: 'The request is not of the expected form.' },
    names === '' ? null : { vi: `Hãy kiểm tra: ${names}.`, en: `Check: ${names}.` },
  );
}

export function unexpectedBody(): HttpProblem {
  return new HttpProblem(400, 'unexpected-body', {
    vi: 'Yêu cầu này không được kèm nội dung.',
    en: 'This request must not carry a body.',
  });
}

export function unexpected(): HttpProblem {
  return new HttpProblem(
    500,
    'unexpected',
    { vi: 'Máy chủ gặp lỗi ngoài dự kiến.', en: 'The server met an unexpected error.' },
    {
      vi: 'Hãy thử lại; nếu vẫn lỗi, báo cho bộ phận kỹ thuật mã của yêu cầu.',
      en: 'Try again; if it fails again, tell the technicians the id of the request.',
    },
  );
}

/** While the settings are unusable or the store cannot be opened: nothing at all is served. */
export function notOpen(): HttpProblem {
  return new HttpProblem(
    503,
    'not-open',
    { vi: 'Máy chủ chưa sẵn sàng phục vụ.', en: 'The server is not ready to serve.' },
    {
      vi: 'Hãy thử lại sau ít phút; nếu vẫn lỗi, báo cho bộ phận kỹ thuật xem nhật ký máy chủ.',
      en: 'Try again in a few minutes; if it goes on, ask the technicians to look at the server’s log.',
    },
  );
}

function storeUnavailable(): HttpProblem {
  return new HttpProblem(
    503,
    'store-unavailable',
    { vi: 'Kho dữ liệu tạm thời không sẵn sàng.', en: 'The store is not available for the moment.' },
    { vi: 'Chưa có gì thay đổi. Hãy thử lại sau ít phút.', en: 'Nothing was changed. Try again in a few minutes.' },
  );
}

function outcomeUnknown(): HttpProblem {
  return new HttpProblem(
    503,
    'outcome-unknown',
    { vi: 'Chưa xác nhận được kết quả ghi.', en: 'It could not be confirmed whether the change was stored.' },
    {
      vi: 'Hãy gửi lại: nội dung đã nhận sẽ không bị nhận hai lần.',
      en: 'Send it again: what was received already is not received twice.',
    },
  );
}
