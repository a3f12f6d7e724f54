/** Request bodies, read no further than they may be long. */
import { HttpProblem } from '../route.ts';

/** Bytes of a JSON body, unless its route takes more: reasons and titles are short. */
export const maxJsonBytes = 64 * 1024;

/** The whole body. Throws HttpProblem 413 as soon as it is known to be longer than `limit` bytes. */
export async function readBody(
  body: AsyncIterable<Uint8Array> | null,
  declared: string | null,
  limit: number,
): Promise<Uint8Array> {
  // Also a length that is not a number is counted while reading.
  if (Number(declared) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream: the rest is not received.
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/** Throws HttpProblem 400 for what is not JSON in UTF-8. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new HttpProblem(400, 'not-json', {
      vi: 'Nội dung yêu cầu không phải JSON.',
      en: 'The request body is not JSON.',
    });
  }
}

function tooLarge(limit: number): HttpProblem {
  const size = limit >= 1024 * 1024 ? `${limit / (1024 * 1024)} MiB` : `${limit / 1024} KiB`;
  return new HttpProblem(
    413,
    'too-large',
    { vi: 'Nội dung gửi lên quá lớn.', en: 'What was sent is too large.' },
    {
      vi: `Chỉ nhận tối đa ${size}. Hãy bỏ ảnh và trang tính thừa rồi gửi lại.`,
      en: `At most ${size} is accepted. Remove pictures and unneeded sheets, then send it again.`,
    },
  );
}
