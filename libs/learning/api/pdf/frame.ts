import { type Locale, text, textIn } from '@softmob/learning-model';
import { type Content, type TDocumentDefinitions, type Watermark } from 'pdfmake/interfaces';
import { europeanEmblem } from './emblem';
import { MEDIUM_FONT, TEXT_FONT } from './fonts';
import { breakLongWords } from './long-words';
import { COLOUR, CONTENT_WIDTH, PAGE, PLAIN, STYLES } from './style';

const COFUNDED = text('Co-funded by the European Union', 'Cofinanziato dall’Unione europea');
const AUTHORS_VIEW = text(
  'This document reflects only the views of its authors; neither the European Commission nor the National Agency is responsible for any use that may be made of the information it contains.',
  'Il presente documento riflette esclusivamente il punto di vista degli autori; né la Commissione europea né l’Agenzia nazionale sono responsabili dell’uso che può essere fatto delle informazioni in esso contenute.',
);
const PAGE_OF = text('Page {page} of {pages}', 'Pagina {page} di {pages}');

export interface Frame {
  readonly locale: Locale;
  /** Title of the document, at the head of each page and in the file's metadata. */
  readonly title: string;
  /** Whose document it is: stands after the title in the metadata. */
  readonly subject: string;
  /** Organisation that issues it: the metadata's author. */
  readonly author: string;
  /** Right part of the running head, such as mobility ID and version. */
  readonly running: readonly string[];
  /** A word across each page; null for a document in force. */
  readonly mark: string | null;
  /** Creation date in the metadata: fixed, so that the same document has the same bytes. */
  readonly createdAt: Date;
  readonly content: Content[];
}

function head(frame: Frame): Content {
  return {
    margin: [PAGE.left, 34, PAGE.right, 0],
    stack: [
      {
        columns: [
          { text: frame.title, bold: true, fontSize: 8, color: COLOUR.teal, width: 'auto' },
          { text: frame.running.join('   ·   '), fontSize: 8, color: COLOUR.muted, alignment: 'right', width: '*' },
        ],
        columnGap: 16,
      },
      {
        margin: [0, 7, 0, 0],
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: CONTENT_WIDTH, y2: 0, lineWidth: 0.5, lineColor: COLOUR.hairline }],
      },
    ],
  };
}

function foot(frame: Frame, page: number, pages: number): Content {
  const pageOf = textIn(PAGE_OF, frame.locale).replace('{page}', String(page)).replace('{pages}', String(pages));
  return {
    margin: [PAGE.left, 26, PAGE.right, 0],
    layout: PLAIN,
    table: {
      widths: [36, '*', 70],
      body: [
        [
          europeanEmblem(24),
          {
            stack: [
              { text: textIn(COFUNDED, frame.locale), font: MEDIUM_FONT, fontSize: 8, color: COLOUR.ink },
              {
                text: textIn(AUTHORS_VIEW, frame.locale),
                fontSize: 6.2,
                color: COLOUR.muted,
                lineHeight: 1.1,
                margin: [0, 2, 0, 0],
              },
            ],
          },
          { text: pageOf, fontSize: 8, color: COLOUR.muted, alignment: 'right', fontFeatures: ['tnum'] },
        ],
      ],
    },
  };
}

/** Size of the mark in points, and what its letters together may take so that it stays on the page. */
const MARK_SIZE = 110;
const MARK_LENGTH = 840;

const watermark = (mark: string): Watermark => ({
  text: mark,
  font: TEXT_FONT,
  bold: true,
  color: COLOUR.watermark,
  opacity: 0.07,
  fontSize: Math.min(MARK_SIZE, MARK_LENGTH / mark.length),
  angle: -52,
});

/** How far down the page a section may still begin; below, its title would stand alone. */
const LAST_SECTION_START = 0.85;

/** A whole A4 document: running head, co-funding line, page numbers, metadata and, for a draft, its mark. */
export function framed(frame: Frame): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    language: frame.locale,
    displayTitle: true,
    version: '1.7',
    info: {
      title: `${frame.title} – ${frame.subject}`,
      author: frame.author,
      subject: frame.subject,
      creator: 'SoftMob',
      producer: 'SoftMob',
      creationDate: frame.createdAt,
      modDate: frame.createdAt,
    },
    defaultStyle: { font: TEXT_FONT, fontSize: 9, lineHeight: 1.22, color: COLOUR.ink },
    styles: STYLES,
    background: () => ({
      canvas: [{ type: 'rect', x: 0, y: 0, w: PAGE.width, h: 5, color: COLOUR.teal, lineWidth: 0 }],
    }),
    header: () => head(frame),
    pageBreakBefore: (node) => node.headlineLevel === 1 && node.startPosition.verticalRatio > LAST_SECTION_START,
    footer: (page, pages) => foot(frame, page, pages),
    ...(frame.mark === null ? {} : { watermark: watermark(frame.mark) }),
    content: breakLongWords(frame.content),
  };
}
