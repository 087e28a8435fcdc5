import { FILE_TYPES, type FileType } from './file-type';

const MAX_LENGTH = 100;
/** Control characters, what reorders text on the screen, and what a file system or a shell reads as a sign. */
const UNSAFE = /[\p{C}\u2028\u2029<>:"|?*/\\]/gu;

/**
 * A name that is safe to show and to save under: the last part of whatever path was sent, without control and
 * direction characters, not hidden, of bounded length, and with the extension of the type that the bytes have.
 */
export function safeFileName(sent: string, type: FileType, fallback: string): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(UNSAFE, '').replace(/\s+/gu, ' ').trim();
  const stem = clean.replace(/\.[^.]*$/u, '').replace(/^[.\s]+|[.\s]+$/gu, '');
  return `${[...(stem || fallback)].slice(0, MAX_LENGTH).join('').trim()}.${FILE_TYPES[type]}`;
}

/** The header under which a file is delivered: its name in ASCII, and whole for those who read RFC 6266. */
export function contentDisposition(how: 'inline' | 'attachment', fileName: string): string {
  const ascii = fileName
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/gu, '')
    .replace(/["\\%]/gu, '');
  const whole = encodeURIComponent(fileName).replace(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${how}; filename="${ascii}"; filename*=UTF-8''${whole}`;
}

/** The name in `x-file-name`, which comes percent-encoded; empty where it cannot be read. */
export function decodedFileName(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? '');
  } catch {
    return '';
  }
}
