import { describe, expect, it } from 'vitest';
import { findClassification } from '../../../core/text/classification.ts';

describe('findClassification', () => {
  it.each([
    ['MẬT', 'MẬT', 0],
    ['Mật', 'MẬT', 0],
    ['mật', 'MẬT', 0],
    ['TỐI MẬT', 'TỐI MẬT', 0],
    ['Tuyệt mật', 'TUYỆT MẬT', 0],
    ['M Ậ T', 'MẬT', 0],
    ['T Ố I  M Ậ T', 'TỐI MẬT', 0],
    ['(MẬT)', 'MẬT', 1],
    ['** TUYỆT MẬT **', 'TUYỆT MẬT', 3],
    ['Độ mật: Mật', 'MẬT', 8],
    ['độ mật: tối mật', 'TỐI MẬT', 8],
    ['Mức độ mật – TUYỆT MẬT', 'TUYỆT MẬT', 13],
    ['văn bản đóng dấu MẬT', 'MẬT', 17],
    ['Tài liệu Tối mật', 'TỐI MẬT', 9],
    ['BC-MẬT-2023.xlsx', 'MẬT', 3],
    ['BC_TOI-MAT.xlsx', 'TỐI MẬT', 3],
    ['BC TUYET_MAT.xlsx', 'TUYỆT MẬT', 3],
    ['dòng 1\nTUYỆT MẬT\ndòng 3', 'TUYỆT MẬT', 7],
    ['bảo vệ BÍ MẬT nhà nước; độ mật: MẬT', 'MẬT', 32],
    ['T\u1ED1i m\u1EADt'.normalize('NFD'), 'TỐI MẬT', 0],
    ['M\u200BẬT', 'MẬT', 0],
  ])('«%s»', (text, mark, index) => {
    expect(findClassification(text)).toEqual({ mark, index });
  });

  it.each([
    'bảo mật',
    'BẢO MẬT',
    'mật thiết',
    'quan hệ MẬT THIẾT',
    'bí mật',
    'BÍ MẬT',
    'mật độ',
    'Mật độ dân số',
    'mật khẩu',
    'MẬT KHẨU',
    'Mật khẩu: abc',
    'bảo vệ bí mật nhà nước',
    'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'Độ mật',
    'ĐỘ MẬT',
    'Độ mật: Không',
    'mật ong',
    'MẶT TRẬN',
    'mất, mặt, mạt, MAT',
    'Không mang dấu MẬT, TỐI MẬT, TUYỆT MẬT',
    'không được nhập nội dung MẬT',
    'Cơ mật viện',
    '',
  ])('«%s» is no mark', (text) => {
    expect(findClassification(text)).toBeNull();
  });

  it('takes no refusal of something else for one', () => {
    expect(findClassification('Không phổ biến. MẬT')).toEqual({ mark: 'MẬT', index: 16 });
    expect(findClassification('Không sao chụp - MẬT')).toEqual({ mark: 'MẬT', index: 17 });
  });
});
