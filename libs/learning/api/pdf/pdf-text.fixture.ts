import { inflateSync } from 'node:zlib';

const OBJECT = /(\d+) 0 obj\n([\s\S]*?)\nendobj/g;
const STREAM = /stream\r?\n([\s\S]*?)\r?\nendstream/;

function streamOf(body: string): string {
  const raw = STREAM.exec(body)?.[1];
  if (raw === undefined) return '';
  const bytes = Buffer.from(raw, 'latin1');
  return body.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : raw;
}

/** Reads a ToUnicode map: each glyph of a range of four-digit codes stands for the characters beside it. */
function glyphsOf(map: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, first = '', , list = ''] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], index) => {
      const units = hex.match(/[0-9a-f]{4}/gi) ?? [];
      glyphs.set(parseInt(first, 16) + index, units.map((unit) => String.fromCharCode(parseInt(unit, 16))).join(''));
    });
  }
  return glyphs;
}

/**
 * The text of a PDF as written by pdfkit, page by page and without white space: enough for a spec to find a name. It
 * reads through the fonts' own maps, as a search in a viewer does.
 */
export function pagesOf(pdf: Buffer): string[] {
  const objects = new Map([...pdf.toString('latin1').matchAll(OBJECT)].map(([, id, body = '']) => [id, body] as const));
  const object = (id: string | undefined) => objects.get(id ?? '') ?? '';
  const reference = (body: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1];
  const fonts = new Map<string, Map<number, string>>();
  for (const body of objects.values()) {
    for (const [, name = '', id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      fonts.set(name, glyphsOf(streamOf(object(reference(object(id), 'ToUnicode')))));
    }
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body) && reference(body, 'Contents'));
  return pages.map((page) => {
    let font = new Map<number, string>();
    let text = '';
    for (const [, name, array] of streamOf(object(reference(page, 'Contents'))).matchAll(
      /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g,
    )) {
      if (name) font = fonts.get(name) ?? font;
      for (const [, hex = ''] of (array ?? '').matchAll(/<([0-9a-f]*)>/gi)) {
        text += (hex.match(/.{4}/g) ?? []).map((glyph) => font.get(parseInt(glyph, 16)) ?? '').join('');
      }
    }
    return text.replace(/\s/g, '');
  });
}
