import type { Message } from '../message.ts';

const saveAgain: Message = {
  vi: 'Hãy mở tệp bằng Excel, chọn Lưu thành (Save As) với loại “Excel Workbook (*.xlsx)” rồi gửi tệp mới.',
  en: 'Open it in Excel, choose Save As with the type “Excel Workbook (*.xlsx)” and send the new file.',
};
const sendAgain: Message = {
  vi: 'Hãy lấy lại tệp gốc rồi gửi lại; nếu tệp gốc cũng vậy, hãy mở bằng Excel và lưu thành tệp .xlsx mới.',
  en: 'Get the original file and send it again; if that one is the same, open it in Excel and save it as a new .xlsx file.',
};
const useTemplate: Message = {
  vi: 'Hãy chép nội dung cần nộp sang biểu mẫu mới rồi gửi tệp đó.',
  en: 'Copy what you want to submit into a new template and send that file.',
};

/** What is wrong, then what to do. `{limit}` stands for the bound that was passed. */
function tell(vi: string, en: string, remedy: Message): Message {
  return { vi: `${vi} ${remedy.vi}`, en: `${en} ${remedy.en}` };
}

const reasons = {
  // The file as a whole
  'empty-file': tell('Tệp rỗng, không có nội dung.', 'The file is empty.', sendAgain),
  'file-too-large': tell('Tệp lớn hơn {limit}.', 'The file is larger than {limit}.', {
    vi: 'Hãy bỏ hình ảnh và các trang không cần nộp, lưu lại rồi gửi.',
    en: 'Remove pictures and sheets that need not be submitted, save it and send it again.',
  }),
  'password-protected': {
    vi: 'Tệp được bảo vệ bằng mật khẩu nên không đọc được. Hãy mở tệp bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu, lưu lại rồi gửi.',
    en: 'The file is protected by a password and cannot be read. Open it in Excel, go to File > Info > Protect Workbook > Encrypt with Password, clear the password, save it and send it again.',
  },
  'legacy-xls': tell(
    'Tệp ở định dạng Excel cũ (.xls), không phải .xlsx.',
    'The file is in the old Excel format (.xls), not .xlsx.',
    saveAgain,
  ),
  'ole-document': {
    vi: 'Tệp là một tài liệu Office kiểu cũ khác (ví dụ .doc, .ppt), không phải sổ làm việc Excel. Hãy chọn đúng tệp Excel (.xlsx) rồi gửi lại.',
    en: 'The file is another kind of old Office document (such as .doc or .ppt), not an Excel workbook. Choose the right Excel file (.xlsx) and send it.',
  },
  'html-file': tell(
    'Tệp là một trang web (HTML) được đổi tên thành .xlsx.',
    'The file is a web page (HTML) renamed to .xlsx.',
    saveAgain,
  ),
  'xml-file': tell(
    'Tệp là tệp XML rời (ví dụ “XML Spreadsheet 2003”), không phải tệp .xlsx.',
    'The file is a single XML file (such as “XML Spreadsheet 2003”), not an .xlsx file.',
    saveAgain,
  ),
  'csv-file': tell(
    'Tệp là bảng văn bản (CSV) được đổi tên thành .xlsx.',
    'The file is a text table (CSV) renamed to .xlsx.',
    saveAgain,
  ),
  'text-file': {
    vi: 'Tệp là văn bản thường, không phải sổ làm việc Excel. Hãy chọn đúng tệp Excel (.xlsx) rồi gửi lại.',
    en: 'The file is plain text, not an Excel workbook. Choose the right Excel file (.xlsx) and send it.',
  },
  'pdf-file': {
    vi: 'Tệp là PDF, không phải sổ làm việc Excel. Hãy gửi tệp Excel (.xlsx) đã dùng để in ra bản PDF đó.',
    en: 'The file is a PDF, not an Excel workbook. Send the Excel file (.xlsx) the PDF was printed from.',
  },
  'unknown-format': {
    vi: 'Không nhận ra loại tệp này; cần một sổ làm việc Excel (.xlsx). Hãy chọn đúng tệp rồi gửi lại.',
    en: 'This kind of file is not known; an Excel workbook (.xlsx) is needed. Choose the right file and send it.',
  },
  'word-document': {
    vi: 'Tệp là tài liệu Word (.docx), không phải sổ làm việc Excel. Hãy chọn đúng tệp Excel (.xlsx) rồi gửi lại.',
    en: 'The file is a Word document (.docx), not an Excel workbook. Choose the right Excel file (.xlsx) and send it.',
  },
  presentation: {
    vi: 'Tệp là bản trình chiếu PowerPoint (.pptx), không phải sổ làm việc Excel. Hãy chọn đúng tệp Excel (.xlsx) rồi gửi lại.',
    en: 'The file is a PowerPoint presentation (.pptx), not an Excel workbook. Choose the right Excel file (.xlsx) and send it.',
  },
  'open-document': {
    vi: 'Tệp ở định dạng OpenDocument (ví dụ .ods), không phải .xlsx. Trong LibreOffice hãy chọn Lưu thành với loại “Excel 2007–365 (.xlsx)” rồi gửi tệp mới.',
    en: 'The file is in the OpenDocument format (such as .ods), not .xlsx. In LibreOffice choose Save As with the type “Excel 2007–365 (.xlsx)” and send the new file.',
  },
  'binary-workbook': tell(
    'Tệp là sổ làm việc Excel nhị phân (.xlsb).',
    'The file is a binary Excel workbook (.xlsb).',
    saveAgain,
  ),
  'plain-zip': {
    vi: 'Tệp là tệp nén ZIP thường, bên trong không có sổ làm việc Excel. Hãy giải nén và gửi từng tệp .xlsx.',
    en: 'The file is an ordinary ZIP archive without an Excel workbook in it. Unpack it and send each .xlsx file by itself.',
  },
  // The package
  'package-truncated': tell(
    'Tệp bị cắt cụt: phần cuối của tệp không còn.',
    'The file is cut short: its end is missing.',
    sendAgain,
  ),
  'package-trailing-bytes': tell(
    'Sau phần cuối của tệp còn dữ liệu lạ.',
    'Foreign data follows the end of the file.',
    saveAgain,
  ),
  'package-slack': tell(
    'Giữa các phần của tệp có dữ liệu lạ.',
    'There is foreign data between the parts of the file.',
    saveAgain,
  ),
  'package-overlap': tell(
    'Các phần trong tệp chồng lên nhau; tệp Excel bình thường không như vậy.',
    'Parts of the file overlap; no ordinary Excel file does that.',
    useTemplate,
  ),
  'package-directory': tell(
    'Bảng mục lục bên trong tệp bị hỏng.',
    'The directory inside the file is damaged.',
    sendAgain,
  ),
  'package-entries': tell(
    'Tệp gồm hơn {limit} phần nhỏ; sổ làm việc bình thường có ít hơn nhiều.',
    'The file consists of more than {limit} parts; an ordinary workbook has far fewer.',
    useTemplate,
  ),
  'package-mismatch': tell(
    'Hai bảng mô tả bên trong tệp không khớp nhau.',
    'Two descriptions inside the file contradict each other.',
    saveAgain,
  ),
  'entry-encrypted': {
    vi: 'Nội dung trong tệp được mã hóa bằng mật khẩu nén ZIP. Hãy tạo lại tệp không đặt mật khẩu rồi gửi.',
    en: 'The content of the file is encrypted with a ZIP password. Make the file again without a password and send it.',
  },
  'entry-method': tell(
    'Tệp được nén bằng cách mà Excel không dùng.',
    'The file is compressed in a way Excel does not use.',
    saveAgain,
  ),
  'entry-symlink': tell(
    'Tệp chứa liên kết tới tệp khác trên máy.',
    'The file contains a link to another file on a computer.',
    useTemplate,
  ),
  'entry-name': tell(
    'Một phần trong tệp có tên không hợp lệ.',
    'A part of the file has a name that is not allowed.',
    saveAgain,
  ),
  'entry-duplicate': tell(
    'Trong tệp có hai phần trùng tên nên không biết phần nào đúng.',
    'Two parts of the file bear the same name, so it is not clear which one counts.',
    saveAgain,
  ),
  'entry-too-large': tell(
    'Một phần trong tệp khi giải nén lớn hơn {limit}.',
    'A part of the file is larger than {limit} when unpacked.',
    useTemplate,
  ),
  'package-too-large': tell(
    'Nội dung tệp khi giải nén lớn hơn {limit}.',
    'The content of the file is larger than {limit} when unpacked.',
    useTemplate,
  ),
  'compression-bomb': tell(
    'Nội dung tệp phình ra quá {limit} lần khi giải nén, giống tệp gây hại.',
    'The content of the file grows more than {limit} times when unpacked, as in a harmful file.',
    useTemplate,
  ),
  'entry-damaged': tell('Dữ liệu nén trong tệp bị hỏng.', 'Compressed data in the file is damaged.', sendAgain),
  'entry-checksum': tell(
    'Dữ liệu trong tệp đã bị thay đổi hoặc hỏng (sai mã kiểm tra).',
    'Data in the file was changed or damaged (its checksum is wrong).',
    sendAgain,
  ),
  // XML
  'xml-encoding': tell(
    'Một phần của tệp có mã ký tự không hợp lệ.',
    'A part of the file is in an invalid character encoding.',
    saveAgain,
  ),
  'xml-doctype': tell(
    'Tệp chứa khai báo DOCTYPE hoặc ENTITY, chỉ thấy trong tệp gây hại.',
    'The file contains a DOCTYPE or ENTITY declaration, as only harmful files do.',
    useTemplate,
  ),
  'xml-malformed': tell(
    'Một phần của tệp bị viết sai cấu trúc XML.',
    'A part of the file is not well-formed XML.',
    sendAgain,
  ),
  'xml-depth': tell(
    'Cấu trúc bên trong tệp lồng nhau quá {limit} tầng.',
    'The structure inside the file is nested more than {limit} levels deep.',
    useTemplate,
  ),
  'xml-attributes': tell(
    'Một mục bên trong tệp có hơn {limit} thuộc tính.',
    'An item inside the file has more than {limit} attributes.',
    useTemplate,
  ),
  'xml-text': tell(
    'Một đoạn chữ trong tệp dài hơn {limit}.',
    'A stretch of text in the file is longer than {limit}.',
    useTemplate,
  ),
  // The workbook
  'missing-part': tell(
    'Tệp thiếu một phần bắt buộc của sổ làm việc.',
    'The file lacks a part every workbook needs.',
    sendAgain,
  ),
  'workbook-structure': tell(
    'Cấu trúc sổ làm việc trong tệp không đúng.',
    'The structure of the workbook in the file is wrong.',
    saveAgain,
  ),
  'relationship-escapes': tell(
    'Một phần của sổ làm việc trỏ ra ngoài tệp.',
    'A part of the workbook points outside the file.',
    useTemplate,
  ),
  'too-many-relationships': tell(
    'Một phần của sổ làm việc có hơn {limit} liên kết.',
    'A part of the workbook has more than {limit} links.',
    useTemplate,
  ),
  'no-sheets': {
    vi: 'Sổ làm việc không có trang tính nào. Hãy kiểm tra đã chọn đúng tệp chưa rồi gửi lại.',
    en: 'The workbook has no worksheet. Check that this is the right file and send it again.',
  },
  'too-many-sheets': tell('Sổ làm việc có hơn {limit} trang tính.', 'The workbook has more than {limit} sheets.', {
    vi: 'Hãy xóa các trang không cần nộp rồi gửi lại.',
    en: 'Delete the sheets that need not be submitted and send it again.',
  }),
  'too-many-rows': tell(
    'Sổ làm việc có hơn {limit} dòng có nội dung.',
    'The workbook has more than {limit} rows with content.',
    { vi: 'Hãy chỉ giữ các dòng cần nộp rồi gửi lại.', en: 'Keep only the rows to be submitted and send it again.' },
  ),
  'too-many-columns': tell(
    'Một dòng có hơn {limit} ô có nội dung.',
    'A row has more than {limit} cells with content.',
    {
      vi: 'Hãy chỉ giữ các cột của biểu mẫu rồi gửi lại.',
      en: 'Keep only the columns of the template and send it again.',
    },
  ),
  'too-many-cells': tell(
    'Sổ làm việc có hơn {limit} ô có nội dung.',
    'The workbook has more than {limit} cells with content.',
    { vi: 'Hãy chỉ giữ các ô cần nộp rồi gửi lại.', en: 'Keep only the cells to be submitted and send it again.' },
  ),
  'too-many-merges': tell('Một trang có hơn {limit} vùng ô gộp.', 'A sheet has more than {limit} merged ranges.', {
    vi: 'Hãy bỏ gộp ô (Merge & Center) rồi gửi lại.',
    en: 'Unmerge the cells (Merge & Center) and send it again.',
  }),
  'merge-too-large': tell(
    'Các vùng ô gộp trên một trang phủ hơn {limit} ô.',
    'The merged ranges of a sheet cover more than {limit} cells.',
    {
      vi: 'Hãy bỏ gộp các vùng quá lớn (cả cột, cả trang) rồi gửi lại.',
      en: 'Unmerge very large ranges (whole columns, the whole sheet) and send it again.',
    },
  ),
  'too-many-styles': tell(
    'Sổ làm việc có hơn {limit} kiểu định dạng ô.',
    'The workbook has more than {limit} cell formats.',
    useTemplate,
  ),
  'too-many-number-formats': tell(
    'Sổ làm việc có hơn {limit} phông chữ hoặc định dạng số.',
    'The workbook has more than {limit} fonts or number formats.',
    useTemplate,
  ),
  'too-many-strings': tell(
    'Sổ làm việc có hơn {limit} chuỗi ký tự.',
    'The workbook has more than {limit} strings.',
    useTemplate,
  ),
  'too-many-comments': tell('Sổ làm việc có hơn {limit} ghi chú.', 'The workbook has more than {limit} comments.', {
    vi: 'Hãy xóa các ghi chú không cần thiết rồi gửi lại.',
    en: 'Delete the comments that are not needed and send it again.',
  }),
  'too-many-properties': tell(
    'Tệp có hơn {limit} thuộc tính tài liệu.',
    'The file has more than {limit} document properties.',
    useTemplate,
  ),
  'too-many-names': tell(
    'Sổ làm việc có hơn {limit} tên được đặt (Defined Names).',
    'The workbook has more than {limit} defined names.',
    {
      vi: 'Hãy vào Công thức > Trình quản lý tên, xóa các tên không dùng rồi gửi lại.',
      en: 'Go to Formulas > Name Manager, delete the names that are not used and send it again.',
    },
  ),
  'too-many-column-definitions': tell(
    'Một trang có hơn {limit} khai báo cột.',
    'A sheet has more than {limit} column definitions.',
    useTemplate,
  ),
  'string-index': tell(
    'Một ô trỏ tới chuỗi ký tự không có trong tệp.',
    'A cell points to a string the file does not have.',
    sendAgain,
  ),
  'style-index': tell(
    'Một ô dùng kiểu định dạng không có trong tệp.',
    'A cell uses a format the file does not have.',
    saveAgain,
  ),
  'cell-reference': tell(
    'Một ô nằm ngoài lưới của Excel hoặc có địa chỉ sai.',
    'A cell lies outside the Excel grid or has a wrong address.',
    saveAgain,
  ),
  'cell-duplicate': tell(
    'Một ô hoặc một dòng được ghi hai lần trong tệp nên không biết giá trị nào đúng.',
    'A cell or a row is written twice in the file, so it is not clear which value counts.',
    saveAgain,
  ),
  'cell-value': tell(
    'Một ô có giá trị không đúng với loại của nó.',
    'A cell holds a value that does not fit its type.',
    saveAgain,
  ),
  // Policy
  macros: {
    vi: 'Tệp có chứa macro (mã lệnh VBA hoặc Excel 4.0) nên không được nhận. Hãy mở tệp bằng Excel, chọn Lưu thành (Save As) với loại “Excel Workbook (*.xlsx)” để bỏ macro rồi gửi tệp mới.',
    en: 'The file contains macros (VBA or Excel 4.0 code) and is not accepted. Open it in Excel, choose Save As with the type “Excel Workbook (*.xlsx)” to drop the macros and send the new file.',
  },
  dde: {
    vi: 'Tệp có liên kết DDE tới chương trình khác trên máy nên không được nhận. Hãy vào Dữ liệu > Chỉnh sửa liên kết > Ngắt liên kết, lưu lại rồi gửi.',
    en: 'The file has a DDE link to another program on a computer and is not accepted. Go to Data > Edit Links > Break Link, save it and send it again.',
  },
} satisfies Record<string, Message>;

/** Why a file was refused: one code a cause. */
export type RefusalCode = keyof typeof reasons;

export const refusalCodes = Object.keys(reasons) as readonly RefusalCode[];

/** The file is not accepted. `reason` tells the user what is wrong and what to do; it never quotes the file. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: string;
  readonly reason: Message;

  constructor(code: RefusalCode, limit = '') {
    const { vi, en } = reasons[code];
    const reason = { vi: vi.replace('{limit}', limit), en: en.replace('{limit}', limit) };
    super(`${code}: ${reason.en}`);
    this.code = code;
    this.reason = reason;
  }
}

/** 5,242,880 → `5 MB`. */
export function showBytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}
