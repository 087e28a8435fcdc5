import { expiryWarning } from './expiry';
import { contentDisposition, safeFileName } from './storage/file-name';
import { fileTypeOf } from './storage/file-type';

describe('the type of a file', () => {
  it('is read off its first bytes', () => {
    expect(fileTypeOf(Buffer.from('%PDF-1.7'))).toBe('application/pdf');
    expect(fileTypeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
    expect(fileTypeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe('image/png');
  });

  it('is none for pages, drawings, archives and what is too short', () => {
    for (const text of ['<!doctype html>', '<svg xmlns', 'PK\u0003\u0004', 'GIF89a', '%PD', '']) {
      expect(fileTypeOf(Buffer.from(text))).toBeNull();
    }
  });
});

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\ana\\carta identità.PDF', 'carta identità.pdf'],
    ['..', 'identity.pdf'],
    ['', 'identity.pdf'],
    ['.bashrc', 'identity.pdf'],
    ['photo\u202Efdp.exe', 'photofdp.pdf'],
    ['a\r\nset-cookie: x=1.pdf', 'aset-cookie x=1.pdf'],
    ['passport.html', 'passport.pdf'],
    ['nul\u0000.png', 'nul.pdf'],
  ])('%j is kept as %s', (sent, kept) => {
    expect(safeFileName(sent, 'application/pdf', 'identity')).toBe(kept);
  });

  it('is cut where it is too long, by characters and not through one', () => {
    expect([...safeFileName(`${'😀'.repeat(300)}.png`, 'image/png', 'other')]).toHaveLength(104);
  });

  it('travels in a header whole and in ASCII', () => {
    expect(contentDisposition('attachment', 'carta d’identità "1".pdf')).toBe(
      `attachment; filename="carta didentita 1.pdf"; filename*=UTF-8''carta%20d%E2%80%99identit%C3%A0%20%221%22.pdf`,
    );
  });
});

describe('the last day of a document', () => {
  const warn = (expiresOn: string | null, status: 'verified' | 'replaced' = 'verified', today = '2027-02-01') =>
    expiryWarning({ expiresOn, status }, '2027-04-03', today);

  it('warns of what has ended, of what ends before the return, and of what ends soon after', () => {
    expect(warn('2027-01-31')).toBe('expired');
    expect(warn('2027-02-01')).toBe('before-return');
    expect(warn('2027-04-02')).toBe('before-return');
    expect(warn('2027-04-03')).toBe('soon');
    expect(warn('2027-05-02')).toBe('soon');
  });

  it('says nothing of what lasts, of a stay that is over, or of a file that no longer counts', () => {
    expect(warn('2027-05-03')).toBeNull();
    expect(warn(null)).toBeNull();
    expect(warn('2027-01-31', 'verified', '2027-04-04')).toBeNull();
    expect(warn('2027-01-31', 'replaced')).toBeNull();
  });
});
