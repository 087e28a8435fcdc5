import fs from 'node:fs';
import path from 'node:path';

const LIBS = path.resolve(__dirname, '..');

/** Every folder of message files: those of the slices' web libraries, of the kit and of the components. */
function messageFolders(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name === 'dist') return [];
    const inner = path.join(folder, entry.name);
    return entry.name === 'messages' ? [inner] : messageFolders(inner);
  });
}

/** The texts of a file by dotted key. */
function texts(value: unknown, at = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[at, value]];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, at === '' ? key : `${at}.${key}`));
}

function read(folder: string, locale: string): Map<string, unknown> {
  return new Map(texts(JSON.parse(fs.readFileSync(path.join(folder, `${locale}.json`), 'utf8'))));
}

/** The names inside `{{…}}`, in order of the alphabet. */
const placeholders = (text: unknown) => [...new Set(String(text).match(/\{\{\s*[\w.]+/g) ?? [])].sort();

/** Plural forms are counted as one: `days_one` and `days_other` are both `days`. */
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

const folders = messageFolders(LIBS).map((folder) => path.relative(LIBS, folder));

describe('what the portals say', () => {
  test('there are texts of the kit and of the components', () => {
    expect(folders).toEqual(expect.arrayContaining(['portal-kit/messages', 'ui/messages']));
  });

  test.each(folders)('%s says the same things in English and Italian, and leaves nothing empty', (folder) => {
    const [english, italian] = ['en', 'it'].map((locale) => read(path.join(LIBS, folder), locale));
    if (!english || !italian) throw new Error('no texts');
    expect([...italian.keys()].sort()).toEqual([...english.keys()].sort());
    for (const side of [english, italian]) {
      const empty = [...side].filter(([, text]) => typeof text !== 'string' || text.trim() === '');
      expect(empty).toEqual([]);
    }
  });

  test.each(folders)('%s puts the same values into both languages', (folder) => {
    const english = read(path.join(LIBS, folder), 'en');
    const different = [...read(path.join(LIBS, folder), 'it')]
      .filter(
        ([key, text]) => !/_one$/.test(key) && placeholders(text).join() !== placeholders(english.get(key)).join(),
      )
      .map(([key]) => key);
    expect(different).toEqual([]);
  });

  test.each(folders)('%s has both plural forms of whatever has one', (folder) => {
    const keys = [...read(path.join(LIBS, folder), 'en').keys()];
    const forms = new Map<string, Set<string>>();
    for (const key of keys.filter((one) => stem(one) !== one)) {
      forms.set(stem(key), (forms.get(stem(key)) ?? new Set()).add(key.slice(stem(key).length)));
    }
    const halves = [...forms].filter(([, found]) => !found.has('_one') || !found.has('_other')).map(([key]) => key);
    expect(halves).toEqual([]);
  });
});
