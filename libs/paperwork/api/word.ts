import { invalid } from '@softmob/api-kit';
import { MOST_TAGS } from '@softmob/paperwork-model';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';

export const WORD_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a file may unpack to, in bytes: 20 MiB. */
const MOST_UNPACKED = 20 * 1024 * 1024;
const DOCUMENT = 'word/document.xml';
const WORD_TYPE = 'wordprocessingml.document.main+xml';

/** PizZip keeps what the archive declares beside each entry. */
interface Entry {
  readonly _data?: { readonly uncompressedSize?: number };
}

function refuse(message: string): never {
  throw invalid('file', 'WORD_INVALID', message);
}

function unpack(bytes: Buffer): PizZip {
  try {
    return new PizZip(bytes);
  } catch {
    return refuse('This is no Word file (.docx).');
  }
}

/** Opens an archive that is a Word document without macros, and not much larger than it looks. */
function open(bytes: Buffer): PizZip {
  const zip = unpack(bytes);
  const unpacked = Object.values(zip.files).reduce(
    (sum, entry) => sum + ((entry as unknown as Entry)._data?.uncompressedSize ?? 0),
    0,
  );
  if (unpacked > MOST_UNPACKED) refuse('This file unpacks to more than 20 MB.');
  const types = zip.file('[Content_Types].xml')?.asText() ?? '';
  if (!zip.file(DOCUMENT) || !types.includes(WORD_TYPE)) refuse('This is no Word file (.docx).');
  return zip;
}

/** What docxtemplater says of a file whose braces do not fit together. */
function sayFault(error: unknown): never {
  const { properties } = error as { properties?: { errors?: { properties?: { explanation?: string } }[] } };
  const said = (properties?.errors ?? []).flatMap((one) => one.properties?.explanation ?? []);
  return refuse(said.length > 0 ? said.slice(0, 3).join(' ') : 'The placeholders of this file cannot be read.');
}

const OPTIONS = {
  delimiters: { start: '{{', end: '}}' },
  paragraphLoop: true,
  linebreaks: true,
  errorLogging: false,
} as const;

/** The placeholders of a Word file, each once, as they stand between the braces. @throws VALIDATION */
export function tagsOf(bytes: Buffer): string[] {
  const tags = new Set<string>();
  const zip = open(bytes);
  try {
    new Docxtemplater(zip, {
      ...OPTIONS,
      parser: (tag) => {
        if (tag !== '.') tags.add(tag.trim());
        return { get: () => '' };
      },
    });
  } catch (error) {
    sayFault(error);
  }
  if (tags.size > MOST_TAGS) refuse(`This file has more than ${String(MOST_TAGS)} different placeholders.`);
  return [...tags];
}

/** Fills the placeholders of a Word file that was checked when it was uploaded. */
export function fillWord(bytes: Buffer, printed: Readonly<Record<string, string | readonly string[]>>): Buffer {
  const document = new Docxtemplater(open(bytes), {
    ...OPTIONS,
    parser: (tag) => ({ get: (scope: unknown) => (tag === '.' ? scope : (printed[tag.trim()] ?? '')) }),
  });
  document.render();
  return document.toBuffer();
}
