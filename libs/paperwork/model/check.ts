import { mayEver } from '@softmob/access';
import { type Locale } from '@softmob/learning-model';
import { FORMATS, placeholderAt, placeholdersFor } from './catalogue';
import { type Block, languagesOf, type TemplateContent, textsOf } from './content';
import { type Subject } from './kinds';
import { nearestOf } from './nearest';
import { type Piece, piecesOf, readTag } from './placeholder';

/** Something that keeps a template from being published. */
export interface TemplateFault {
  /** Where it stands: language, then the block's key, then the place within it. */
  readonly path: string;
  readonly code: string;
  /** English sentence. */
  readonly message: string;
  readonly params: Readonly<Record<string, string>>;
}

/** For whom a template is checked. */
export interface CheckFrame {
  readonly subject: Subject;
  readonly readers: TemplateContent['readers'];
}

type Finding = Omit<TemplateFault, 'path'>;
const finding = (code: string, message: string, params: Record<string, string> = {}): Finding => ({
  code,
  message,
  params,
});

function unknown(path: string, { subject }: CheckFrame): Finding {
  const nearest = nearestOf(
    path,
    placeholdersFor(subject).map((entry) => entry.path),
  );
  return nearest
    ? finding('PLACEHOLDER_UNKNOWN', `There is no {{${path}}}. Is {{${nearest}}} meant?`, {
        placeholder: path,
        nearest,
      })
    : finding('PLACEHOLDER_MISSING', `There is no {{${path}}}.`, { placeholder: path });
}

/** What is wrong with one placeholder in this frame; null where nothing is. */
export function faultOfTag(path: string, format: string | null, frame: CheckFrame): Finding | null {
  const entry = placeholderAt(path);
  if (!entry) return unknown(path, frame);
  const params = { placeholder: path };
  if (!entry.subjects.includes(frame.subject)) {
    return finding('PLACEHOLDER_ELSEWHERE', `{{${path}}} says nothing about what this document is made for.`, params);
  }
  if (format !== null && !FORMATS[entry.type].includes(format)) {
    const formats = FORMATS[entry.type].join(', ');
    return finding('FORMAT_UNKNOWN', `{{${path}}} can be printed as: ${formats}.`, { ...params, format, formats });
  }
  if (frame.readers.host && !mayEver(entry.rule, 'hostCoordinator')) {
    return finding('READER_HOST', `The host may not read {{${path}}}.`, params);
  }
  if (frame.readers.participant && !mayEver(entry.rule, 'participant')) {
    return finding('READER_PARTICIPANT', `The participant may not read {{${path}}}.`, params);
  }
  return null;
}

function faultOfPiece(piece: Piece, alone: boolean, inList: boolean, frame: CheckFrame): Finding | null {
  if (piece.type === 'words') return null;
  if (piece.type === 'broken') {
    return finding('BRACES', `“${piece.text.trim().slice(0, 40)}” is no placeholder: write {{group.name}}.`, {
      placeholder: piece.text.trim().slice(0, 40),
    });
  }
  const fault = faultOfTag(piece.path, piece.format, frame);
  if (fault) return fault;
  const lines = placeholderAt(piece.path)?.type === 'list' && piece.format !== 'inline';
  return lines && !(inList && alone)
    ? finding(
        'LIST_ALONE',
        `{{${piece.path}}} has several lines: let it stand alone in a point of a list, or add |inline.`,
        {
          placeholder: piece.path,
        },
      )
    : null;
}

function faultsOfText(text: string, block: Block['type'], frame: CheckFrame): Finding[] {
  const pieces = piecesOf(text);
  const alone = pieces.filter((piece) => piece.type !== 'words' || piece.text.trim() !== '').length === 1;
  return pieces.flatMap((piece) => faultOfPiece(piece, alone, block === 'list', frame) ?? []);
}

function faultsOfBlock(block: Block, frame: CheckFrame): { at: string; fault: Finding }[] {
  const found = textsOf(block).flatMap(({ path, text }) =>
    faultsOfText(text, block.type, frame).map((fault) => ({ at: path, fault })),
  );
  const empty =
    block.type !== 'pageBreak' && textsOf(block).every(({ text }) => text.trim() === '')
      ? [{ at: '', fault: finding('BLOCK_EMPTY', 'This block says nothing.') }]
      : [];
  const uneven =
    block.type === 'table' && block.rows.some((row) => row.length !== block.head.length)
      ? [{ at: 'rows', fault: finding('TABLE_UNEVEN', 'Each row has as many cells as the head.') }]
      : [];
  return [...found, ...empty, ...uneven];
}

/** What is wrong with the placeholders of a Word file. */
function faultsOfTags(tags: readonly string[], frame: CheckFrame): Finding[] {
  return tags.flatMap((tag) => {
    const read = readTag(tag);
    const fault = read
      ? faultOfTag(read.path, read.format, frame)
      : faultOfPiece({ type: 'broken', text: tag }, true, false, frame);
    return fault ?? [];
  });
}

function faultsOfSheet(content: TemplateContent, locale: Locale, frame: CheckFrame): TemplateFault[] {
  const sheet = content.sheets[locale];
  if (!sheet) return [];
  const at = (path: string, fault: Finding): TemplateFault => ({ path: `${locale}.${path}`, ...fault });
  const keys = sheet.blocks.map(({ key }) => key);
  const title = [
    ...(sheet.title.trim() === '' ? [at('title', finding('TITLE_EMPTY', 'The document needs a title.'))] : []),
    ...faultsOfText(sheet.title, 'heading', frame).map((fault) => at('title', fault)),
  ];
  if (sheet.word) return [...title, ...faultsOfTags(sheet.word.tags, frame).map((fault) => at('word', fault))];
  return [
    ...title,
    ...(sheet.blocks.length === 0 ? [at('blocks', finding('SHEET_EMPTY', 'The document says nothing yet.'))] : []),
    ...sheet.blocks.flatMap((block) =>
      faultsOfBlock(block, frame).map((found) => at(`${block.key}${found.at && `.${found.at}`}`, found.fault)),
    ),
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((key) => at(key, finding('BLOCK_TWICE', 'Two blocks have the same key.'))),
  ];
}

/** Everything that keeps a content from being published; empty where it may be. */
export function checkContent(content: TemplateContent, subject: Subject): TemplateFault[] {
  const frame: CheckFrame = { subject, readers: content.readers };
  const languages = languagesOf(content);
  if (languages.length === 0) {
    return [{ path: 'sheets', ...finding('LANGUAGE_NONE', 'Write the document in one language at least.') }];
  }
  return languages.flatMap((locale) => faultsOfSheet(content, locale, frame));
}
