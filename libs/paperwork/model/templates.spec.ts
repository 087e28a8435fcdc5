import { LOCALES } from '@softmob/learning-model';
import { CATALOGUE } from './catalogue';
import { checkContent } from './check';
import { type Block, type Sheet, type TemplateContent } from './content';
import { templateContentSchema } from './content';
import { differenceOf, isSame } from './difference';
import { documentNumber, KIND_KEYS, KINDS } from './kinds';
import { nearestOf } from './nearest';
import { piecesOf } from './placeholder';
import { exampleValues, MINOR, resolveSheet } from './resolve';
import { SHIPPED } from './shipped';

const paragraph = (text: string): Block => ({ key: 'a', type: 'paragraph', text });
const contentOf = (...blocks: Block[]): TemplateContent => ({
  sheets: { en: { title: 'Letter', blocks }, it: null },
  readers: { participant: true, host: false },
  logo: null,
});
const faults = (text: string, subject: 'mobility' | 'flow' = 'mobility') =>
  checkContent(contentOf(paragraph(text)), subject);
const sheetOf = (...blocks: Block[]): Sheet => ({ title: 'Letter', blocks });
const resolve = (
  block: Block,
  values: Record<string, string | number | string[] | null>,
  locale: 'en' | 'it' = 'en',
) => {
  const { sheet, missing } = resolveSheet(sheetOf(block), values, locale);
  return { block: sheet.blocks[0], missing };
};

describe('a text with placeholders', () => {
  it.each([
    'no placeholder at all',
    'Dear {{participant.firstName}}, {{ mobility.startsOn | short }} {{host.oid?}}{{host.oid?|upper}}!',
    'broken {{ here and }} there {{a b}} {{}}',
  ])('joined again it is what it was: %s', (text) => {
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('is read with its path, its format and whether it may stay empty', () => {
    expect(piecesOf('{{ mobility.startsOn? | short }}')).toEqual([
      {
        type: 'placeholder',
        text: '{{ mobility.startsOn? | short }}',
        path: 'mobility.startsOn',
        optional: true,
        format: 'short',
      },
    ]);
  });
});

describe('the check of a template', () => {
  it('names the placeholder that was likely meant', () => {
    expect(faults('{{participant.fristName}}')).toMatchObject([
      { path: 'en.a.text', code: 'PLACEHOLDER_UNKNOWN', params: { nearest: 'participant.firstName' } },
    ]);
    expect(
      nearestOf(
        'firstName',
        CATALOGUE.map(({ path }) => path),
      ),
    ).toBe('participant.firstName');
    expect(faults('{{zzzz.yyyyyyyyy}}')).toMatchObject([{ code: 'PLACEHOLDER_MISSING' }]);
  });

  it.each([
    ['{{mobility.startsOn|upper}}', 'FORMAT_UNKNOWN'],
    ['{{participant.firstName|short}}', 'FORMAT_UNKNOWN'],
    ['Outcomes: {{learning.outcomes}}', 'LIST_ALONE'],
    ['{{flow.participants}}', 'PLACEHOLDER_ELSEWHERE'],
    ['{{participant.firstName', 'BRACES'],
    ['{{two words}}', 'BRACES'],
    [' ', 'BLOCK_EMPTY'],
  ])('%s is refused as %s', (text, code) => {
    expect(faults(text).map((fault) => fault.code)).toEqual([code]);
  });

  it('lets what is right pass', () => {
    expect(faults('{{participant.firstName|upper}} {{mobility.startsOn|short}} {{learning.outcomes|inline}}')).toEqual(
      [],
    );
    const list: Block = { key: 'b', type: 'list', items: ['{{learning.outcomes}}', 'and more'] };
    expect(checkContent(contentOf(list), 'mobility')).toEqual([]);
  });

  it('refuses to tell a host what it may not read', () => {
    const content = contentOf(paragraph('{{guardian.email}} {{participant.className}} {{participant.firstName}}'));
    expect(checkContent({ ...content, readers: { participant: true, host: true } }, 'mobility')).toMatchObject([
      { code: 'READER_HOST', params: { placeholder: 'guardian.email' } },
      { code: 'READER_HOST', params: { placeholder: 'participant.className' } },
    ]);
    expect(checkContent(content, 'mobility')).toEqual([]);
  });

  it('asks for a language, even rows and keys that differ', () => {
    const empty = { ...contentOf(), sheets: { en: null, it: null } };
    expect(checkContent(empty, 'mobility').map(({ code }) => code)).toEqual(['LANGUAGE_NONE']);
    const table: Block = { key: 'a', type: 'table', head: ['A', 'B'], rows: [['1']] };
    expect(checkContent(contentOf(table, paragraph('x')), 'mobility').map(({ code }) => code)).toEqual([
      'TABLE_UNEVEN',
      'BLOCK_TWICE',
    ]);
  });
});

describe('filling in', () => {
  it('prints dates, numbers and texts as the language does', () => {
    const block = paragraph(
      '{{mobility.startsOn}} / {{mobility.startsOn|year}} / {{attendance.hours}} / {{flow.town|upper}}',
    );
    const values = { 'mobility.startsOn': '2027-03-01', 'attendance.hours': 1234.5, 'flow.town': 'Berlin' };
    expect(resolve(block, values).block).toMatchObject({ text: '1 March 2027 / 2027 / 1,234.5 / BERLIN' });
    expect(resolve(block, values, 'it').block).toMatchObject({ text: '1 marzo 2027 / 2027 / 1.234,5 / BERLIN' });
  });

  it('names what is empty, but for what may stay empty', () => {
    const block = paragraph('{{participant.phone}} {{host.oid?}} {{participant.email}} {{participant.phone}}');
    expect(resolve(block, { 'participant.phone': '', 'host.oid': null }).missing).toEqual([
      'participant.phone',
      'participant.email',
    ]);
  });

  it('makes a point of each line of a list, and none of what is empty', () => {
    const block: Block = { key: 'b', type: 'list', items: ['{{learning.tasks}}', 'then home', '{{host.name?}}'] };
    expect(resolve(block, { 'learning.tasks': ['one', 'two'] }).block).toMatchObject({
      items: ['one', 'two', 'then home'],
    });
    expect(resolve(block, {}).missing).toEqual(['learning.tasks']);
  });

  it('lets a guardian sign for minors alone', () => {
    const block: Block = {
      key: 's',
      type: 'signatures',
      parties: [
        { role: 'Participant', name: 'A' },
        { role: 'Guardian', name: 'B', minorsOnly: true },
      ],
    };
    expect(resolve(block, {}).block).toMatchObject({ parties: [{ role: 'Participant' }] });
    expect(resolve(block, { [MINOR]: 'yes' }).block).toMatchObject({ parties: [{ name: 'A' }, { name: 'B' }] });
  });

  it('does not read placeholders out of what people typed', () => {
    expect(resolve(paragraph('{{participant.phone}}'), { 'participant.phone': '{{participant.email}}' })).toEqual({
      block: paragraph('{{participant.email}}'),
      missing: [],
    });
  });
});

describe('a Word file in place of blocks', () => {
  const word = (...tags: string[]): TemplateContent => ({
    ...contentOf(),
    sheets: {
      en: {
        title: 'Letter',
        blocks: [],
        word: { fileId: '0190a2b4-0000-7000-8000-000000000000', fileName: 'l.docx', tags },
      },
      it: null,
    },
  });

  it('is checked as the text of blocks is', () => {
    expect(
      checkContent(word('participant.firstName', 'mobility.startsOn|short', 'learning.tasks'), 'mobility'),
    ).toEqual([]);
    expect(checkContent(word('participant.fristName', 'two words', 'flow.participants'), 'mobility')).toMatchObject([
      { path: 'en.word', code: 'PLACEHOLDER_UNKNOWN', params: { nearest: 'participant.firstName' } },
      { path: 'en.word', code: 'BRACES' },
      { path: 'en.word', code: 'PLACEHOLDER_ELSEWHERE' },
    ]);
  });

  it('gets its values by placeholder, lists by their lines', () => {
    const sheet = word('participant.firstName', 'learning.tasks', 'learning.tasks|inline', 'host.oid?', 'host.name')
      .sheets.en;
    const values = { 'participant.firstName': 'Ana', 'learning.tasks': ['one', 'two'] };
    expect(sheet && resolveSheet(sheet, values, 'en')).toEqual({
      sheet: {
        title: 'Letter',
        blocks: [],
        printed: {
          'participant.firstName': 'Ana',
          'learning.tasks': ['one', 'two'],
          'learning.tasks|inline': 'one and two',
          'host.oid?': '',
          'host.name': '',
        },
      },
      missing: ['host.name'],
    });
  });

  it('differs where another file stands in its place', () => {
    const [before, after] = [word('host.name'), contentOf(paragraph('x'))];
    expect([isSame(before, word('host.name')), isSame(before, after)]).toEqual([true, false]);
  });
});

describe('the difference of two versions', () => {
  it('names blocks that are new, gone, changed and moved', () => {
    const block = (key: string, text: string): Block => ({ key, type: 'paragraph', text });
    const before = contentOf(block('a', '1'), block('b', '2'), block('c', '3'));
    const after = contentOf(block('c', '3'), block('a', '1!'), block('d', '4'));
    expect(differenceOf(before, after).sheets[0]).toMatchObject({
      added: [{ key: 'd' }],
      removed: [{ key: 'b' }],
      changed: [{ before: { text: '1' }, after: { text: '1!' } }],
      moved: true,
    });
    expect([isSame(before, before), isSame(before, after)]).toEqual([true, false]);
    expect(isSame(before, { ...before, readers: { participant: true, host: true } })).toBe(false);
  });
});

describe('the shipped templates', () => {
  it('are one of each kind, with prefixes that differ', () => {
    expect(SHIPPED.map(({ kind }) => kind).sort()).toEqual([...KIND_KEYS].sort());
    expect(new Set(KIND_KEYS.map((key) => KINDS[key].prefix)).size).toBe(KIND_KEYS.length);
    expect(documentNumber('attendance', 2027, 12)).toBe('CA-2027-00012');
  });

  it.each(SHIPPED.map((template) => [template.key, template] as const))(
    '%s could be published as it is',
    (_key, template) => {
      expect(templateContentSchema.safeParse(template.content).error).toBeUndefined();
      expect(checkContent(template.content, KINDS[template.kind].subject)).toEqual([]);
      for (const locale of LOCALES) {
        const sheet = template.content.sheets[locale];
        expect(sheet && resolveSheet(sheet, exampleValues(locale), locale).missing).toEqual([]);
      }
    },
  );

  it('offer no placeholder for health, diet or bank details', () => {
    expect(CATALOGUE.filter(({ path }) => /health|diet|iban|bank|fewer/i.test(path))).toEqual([]);
    expect(new Set(CATALOGUE.map(({ path }) => path)).size).toBe(CATALOGUE.length);
  });
});
