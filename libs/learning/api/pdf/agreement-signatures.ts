import {
  type AgreementContent,
  formatMoment,
  MARK_SHEET,
  type Party,
  PARTY_LABELS,
  pathOf,
  strokesOf,
} from '@softmob/learning-model';
import { type Content, type TableCell } from 'pdfmake/interfaces';
import { type AgreementPrint, type PrintedSignature } from './agreement-print';
import { WORDS } from './agreement-words';
import { bullets, grouped, headedTable, section } from './blocks';
import { fitsOnePage } from './keep';
import { listed, type Say } from './say';
import { COLOUR } from './style';

/** Whose name stands in the block before they have signed. */
function expectedName({ parties }: AgreementContent, party: Party): string {
  switch (party) {
    case 'participant':
      return parties.participant.name;
    case 'guardian':
      return parties.participant.guardian?.name ?? '';
    default:
      return parties[party]?.name ?? '';
  }
}

/** For an organisation: the organisation under the person's name. */
const onBehalfOf = (content: AgreementContent, party: Party): string =>
  party === 'participant' || party === 'guardian' ? '' : expectedName(content, party);

const MANNERS = { account: WORDS.account, mailCode: WORDS.mailCode, paper: WORDS.onPaper };

/** How somebody signed, in words. */
export const mannerOf = ({ method, checkedBy }: PrintedSignature, say: Say): string =>
  say(MANNERS[method], { checker: checkedBy ?? '' });

const MARK_WIDTH = 108;

/** A typed name in slanted letters, or the strokes as they were drawn. */
export function markOf({ kind, value }: NonNullable<PrintedSignature['mark']>): Content {
  if (kind === 'typed') return { text: value, italics: true, fontSize: 15, margin: [0, 0, 0, 2] };
  // Only what reads as strokes is drawn: nothing else of the value gets into the picture.
  const { width, height } = MARK_SHEET;
  const path = pathOf(strokesOf(value) ?? []);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}"><path d="${path}" fill="none" stroke="${COLOUR.ink}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
    width: MARK_WIDTH,
    height: (MARK_WIDTH * height) / width,
    margin: [0, 0, 0, 2],
  };
}

function signedCell(signature: PrintedSignature, print: AgreementPrint, say: Say): TableCell {
  return {
    stack: [
      ...(signature.mark ? [markOf(signature.mark)] : []),
      { text: formatMoment(signature.signedAt, say.locale, print.timeZone), style: 'strong', color: COLOUR.green },
      { text: mannerOf(signature, say), style: 'small' },
      ...(signature.hash === print.hash
        ? []
        : [{ text: say(WORDS.otherText, { hash: grouped(signature.hash) }), style: 'small', color: COLOUR.amber }]),
    ],
  };
}

function signatureRow(party: Party, content: AgreementContent, print: AgreementPrint, say: Say): TableCell[] {
  const signature = print.signatures.find((candidate) => candidate.party === party);
  const behalf = onBehalfOf(content, party);
  return [
    { text: say(PARTY_LABELS[party]), style: 'body' },
    {
      stack: signature
        ? [{ text: signature.name, style: 'strong' }, ...(behalf ? [{ text: behalf, style: 'small' }] : [])]
        : [{ text: expectedName(content, party), style: 'body' }],
    },
    signature ? signedCell(signature, print, say) : { text: say(WORDS.notYet), style: 'strong', color: COLOUR.amber },
  ];
}

/** Section 8: what each undertakes, who has signed when, and the fingerprint of what they signed. */
export function signaturesSection(number: string, content: AgreementContent, print: AgreementPrint, say: Say): Content {
  const asked = print.signers ?? content.requiredParties;
  const others = print.signatures.map(({ party }) => party).filter((party) => !asked.includes(party));
  const parties = [...asked, ...others];
  const told = content.requiredParties.filter((party) => !parties.includes(party));
  const stack: Content[] = [
    section(number, say(WORDS.signatures), 'inBlock'),
    { text: say(WORDS.commitment), style: 'body', margin: [0, 0, 0, 4] },
    bullets(content.requiredParties.map((party) => say(WORDS.commitments[party]))),
    { text: say(WORDS.byVersion), style: 'body', margin: [0, 2, 0, 12] },
    headedTable(
      [118, '*', 196],
      [say(WORDS.party), say(WORDS.signedBy), say(WORDS.signedAt)],
      parties.map((party) => signatureRow(party, content, print, say)),
    ),
    ...(told.length > 0
      ? [
          {
            text: say(WORDS.onlyConcerned, {
              parties: listed(
                told.map((party) => say(PARTY_LABELS[party])),
                say.locale,
              ),
            }),
            style: 'small',
            margin: [0, 8, 0, 0] as [number, number, number, number],
          },
        ]
      : []),
    ...(print.status === 'draft'
      ? [{ text: say(WORDS.draftNote), style: 'intro', margin: [0, 8, 0, 0] as [number, number, number, number] }]
      : []),
    { text: say(WORDS.fingerprint), style: 'label', margin: [0, 14, 0, 2] },
    { text: grouped(print.hash), fontSize: 8.6, fontFeatures: ['tnum', 'zero'], color: COLOUR.ink },
    { text: say(WORDS.fingerprintNote), style: 'small', margin: [0, 4, 0, 0] },
    ...((print.withheld ?? []).length > 0
      ? [
          {
            text: say(print.audit ? WORDS.withheldForAll : WORDS.withheld),
            style: 'small',
            margin: [0, 4, 0, 0] as [number, number, number, number],
          },
        ]
      : []),
  ];
  return { unbreakable: fitsOnePage(stack), stack };
}
