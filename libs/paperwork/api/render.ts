import {
  bullets,
  COLOUR,
  framed,
  headedTable,
  section,
  signatureLines,
  titleBlock,
  toPdf,
} from '@softmob/learning-api';
import { type Locale, text, textIn } from '@softmob/learning-model';
import { type Block, type ResolvedSheet } from '@softmob/paperwork-model';
import { type Content } from 'pdfmake/interfaces';

const WORDS = {
  sign: text('Place, date, signature', 'Luogo, data, firma'),
  number: text('Number', 'Numero'),
  check: text('Is this document genuine?', 'Questo documento è autentico?'),
  how: text(
    'Scan the code or open the address: the page says whether the document holds, and checks your file.',
    'Inquadra il codice o apri l’indirizzo: la pagina dice se il documento è valido e controlla il tuo file.',
  ),
  specimen: text('SPECIMEN', 'FACSIMILE'),
};

/** What stands on a document beside its words. */
export interface Imprint {
  readonly locale: Locale;
  /** The organisation that issues it. */
  readonly issuer: string;
  readonly logo: string | null;
  /** Number and address of proof; null for a specimen. */
  readonly proof: { readonly number: string; readonly url: string } | null;
  /** A fixed moment: the same input gives the same bytes. */
  readonly createdAt: Date;
}

const OPEN_LINES = 3;

function signaturesOf(block: Extract<Block, { type: 'signatures' }>, locale: Locale): Content {
  const lines = block.parties.map(({ role, name }) => ({ role, name, detail: '', hint: textIn(WORDS.sign, locale) }));
  const rows: Content[] = [];
  for (let at = 0; at < lines.length; at += OPEN_LINES) {
    rows.push({ ...signatureLines(lines.slice(at, at + OPEN_LINES)), margin: [0, 14, 0, 6] });
  }
  return { stack: rows, unbreakable: true };
}

function contentOf(block: Block, locale: Locale): Content {
  switch (block.type) {
    case 'heading':
      return section('', block.text);
    case 'paragraph':
      return { text: block.text, fontSize: 10, lineHeight: 1.35, margin: [0, 4, 0, 6] };
    case 'list':
      return { stack: [bullets(block.items, 10)], margin: [0, 4, 0, 6] };
    case 'table':
      return {
        ...headedTable(
          block.head.map((_cell, at) => (at === 0 && block.head.length === 2 ? 150 : '*')),
          [...block.head],
          block.rows.map((row) => row.map((cell) => ({ text: cell, fontSize: 9.5 }))),
        ),
        margin: [0, 6, 0, 8],
      };
    case 'signatures':
      return signaturesOf(block, locale);
    case 'pageBreak':
      return { text: '', pageBreak: 'after' };
  }
}

const QR_SIZE = 74;

function proofBlock({ number, url }: NonNullable<Imprint['proof']>, locale: Locale): Content {
  return {
    unbreakable: true,
    margin: [0, 26, 0, 0],
    columnGap: 14,
    columns: [
      { qr: url, fit: QR_SIZE, eccLevel: 'M', width: QR_SIZE, foreground: COLOUR.ink },
      {
        width: '*',
        stack: [
          { text: textIn(WORDS.check, locale), style: 'strong' },
          { text: textIn(WORDS.how, locale), style: 'small', margin: [0, 2, 0, 4] },
          { text: url, fontSize: 8, color: COLOUR.teal },
          { text: `${textIn(WORDS.number, locale)} ${number}`, style: 'figure', margin: [0, 4, 0, 0] },
        ],
      },
    ],
  };
}

/** Draws a document. The same input gives the same bytes. */
export function renderPdf(sheet: ResolvedSheet, imprint: Imprint): Promise<Buffer> {
  const { locale, issuer, logo, proof } = imprint;
  return toPdf(
    framed({
      locale,
      title: sheet.title,
      subject: proof?.number ?? textIn(WORDS.specimen, locale),
      author: issuer,
      running: proof ? [proof.number] : [],
      mark: proof ? null : textIn(WORDS.specimen, locale),
      createdAt: imprint.createdAt,
      content: [
        ...(logo
          ? [
              {
                image: logo,
                fit: [140, 48] as [number, number],
                margin: [0, 0, 0, 6] as [number, number, number, number],
              },
            ]
          : []),
        titleBlock(issuer, sheet.title, ''),
        ...sheet.blocks.map((block) => contentOf(block, locale)),
        ...(proof ? [proofBlock(proof, locale)] : []),
      ],
    }),
  );
}
