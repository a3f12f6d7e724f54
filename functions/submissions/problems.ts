/** Why a submission or a decision about one is turned away. Nothing that was sent is repeated. */
import type { FileRefused } from '../../core/file/refused.ts';
import type { Finding } from '../../core/finding.ts';
import type { Message } from '../../core/message.ts';
import { HttpProblem } from '../route.ts';

export { notFound } from '../http/problem.ts';

/** A summary of more committees than a workbook can usefully hold. */
export function totalsOnly(): HttpProblem {
  return new HttpProblem(
    404,
    'totals-only',
    { vi: 'Bản tổng hợp này chỉ có số liệu chung.', en: 'This summary holds totals only.' },
    {
      vi: 'Có hơn 2.000 tổ chức nên không lập tệp theo từng dòng. Hãy lấy số liệu tổng hợp, hoặc tổng hợp theo từng cấp.',
      en: 'With more than 2,000 committees there is no workbook of rows. Take its aggregate, or merge level by level.',
    },
  );
}

/** The file could not be read: nothing was stored. */
export function fileRefused({ code, reason }: FileRefused): HttpProblem {
  return new HttpProblem(422, `file-${code}`, { vi: 'Không nhận tệp.', en: 'The file was not accepted.' }, reason);
}

export function classified({ message, remedy }: Pick<Finding, 'message' | 'remedy'>): HttpProblem {
  return new HttpProblem(
    422,
    'classification-mark',
    {
      vi: 'Tệp mang dấu chỉ độ mật: không nhận, không lưu.',
      en: 'The workbook carries a classification mark: not accepted, not stored.',
    },
    { vi: `${message.vi} ${remedy.vi}`, en: `${message.en} ${remedy.en}` },
  );
}

/** `found` is the registered name of the committee in the workbook; null when it names none of the register. */
export function wrongOrganisation(found: string | null, selected: string): HttpProblem {
  return new HttpProblem(
    422,
    'wrong-organisation',
    {
      vi: 'Tổ chức ghi trong tệp không phải tổ chức đang chọn.',
      en: 'The organisation in the workbook is not the one selected.',
    },
    found === null
      ? {
          vi: `Tệp không ghi tên một tổ chức có trong danh mục; nơi nộp đang chọn là «${selected}». Hãy ghi đúng tên tổ chức trong tệp.`,
          en: `The workbook names no organisation of the register; the one selected is «${selected}». Write its name in the workbook.`,
        }
      : {
          vi: `Tệp là của «${found}», nơi nộp đang chọn là «${selected}». Hãy chọn lại «${found}» hoặc sửa tên trong tệp.`,
          en: `The workbook is from «${found}», the one selected is «${selected}». Select «${found}» or correct the name in the workbook.`,
        },
  );
}

/** `found` is the period in the workbook as words; null when it states none. */
export function wrongPeriod(found: Message | null, selected: Message): HttpProblem {
  return new HttpProblem(
    422,
    'wrong-period',
    { vi: 'Kỳ ghi trong tệp không phải kỳ đang chọn.', en: 'The period in the workbook is not the one selected.' },
    found === null
      ? {
          vi: `Tệp không ghi kỳ; kỳ đang chọn là ${selected.vi}. Hãy ghi kỳ ở tiêu đề.`,
          en: `The workbook states no period; the one selected is ${selected.en}. State the period in the heading.`,
        }
      : {
          vi: `Tệp ghi ${found.vi}, kỳ đang chọn là ${selected.vi}. Hãy chọn lại ${found.vi} hoặc sửa kỳ ở tiêu đề.`,
          en: `The workbook is for ${found.en}, the period selected is ${selected.en}. Select ${found.en} or correct the heading.`,
        },
  );
}

export function inactiveOrganisation(name: string, period: Message): HttpProblem {
  return new HttpProblem(
    422,
    'inactive-organisation',
    { vi: 'Tổ chức không hoạt động trong kỳ này.', en: 'The organisation does not exist in this period.' },
    {
      vi: `«${name}» không có trong danh mục của ${period.vi}. Hãy kiểm tra lại kỳ và tổ chức.`,
      en: `«${name}» is not in the register for ${period.en}. Check the period and the organisation.`,
    },
  );
}

export function unusableSelection(what: Message): HttpProblem {
  return new HttpProblem(
    400,
    'unusable-request',
    { vi: 'Yêu cầu không đúng quy cách.', en: 'The request is not of the expected form.' },
    what,
  );
}

/** The state of things does not allow it. */
export function notPossible(detail: Message): HttpProblem {
  return new HttpProblem(409, 'not-possible', { vi: 'Không thực hiện được.', en: 'This is not possible.' }, detail);
}
