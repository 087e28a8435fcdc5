import { type AgreementContent, formatMoment, PARTY_LABELS, text } from '@softmob/learning-model';
import { type Content } from 'pdfmake/interfaces';
import { type AgreementPrint, type PrintedSignature } from './agreement-print';
import { mannerOf, markOf } from './agreement-signatures';
import { type Fact, factGrid, factRows, grouped } from './blocks';
import { type Say } from './say';
import { COLOUR } from './style';

const AUDIT = {
  title: text('Audit page', 'Pagina di verifica'),
  lead: text(
    'How each signature under version {version} of agreement {number} was given.',
    'Come è stata apposta ciascuna firma alla versione {version} dell’accordo {number}.',
  ),
  manner: text('How identified', 'Identificazione'),
  when: text('Signed', 'Firmato'),
  recorded: text('Recorded by the server', 'Registrato dal server'),
  from: text('From where', 'Da dove'),
  ip: text('IP address {ip}', 'Indirizzo IP {ip}'),
  statement: text('Statement accepted', 'Dichiarazione accettata'),
  signed: text('Content signed (SHA-256)', 'Contenuto firmato (SHA-256)'),
  proof: text('Is this document genuine?', 'Questo documento è autentico?'),
  sealed: text(
    'This file is sealed by {school}: a certifying electronic signature (PAdES, ETSI EN 319 142-1) covers every page, this one included. A viewer for PDF signatures shows it, and shows any later change. The certificate is the school’s own unless a trust service has issued it.',
    'Questo file è sigillato da {school}: una firma elettronica di certificazione (PAdES, ETSI EN 319 142-1) copre ogni pagina, compresa questa. Un lettore di firme PDF la mostra, insieme a qualsiasi modifica successiva. Il certificato è della scuola stessa, salvo che lo abbia emesso un servizio fiduciario.',
  ),
};

const UTC = 'UTC';

function signatureBlock(signature: PrintedSignature, print: AgreementPrint, say: Say): Content[] {
  const facts: Fact[] = [
    { label: say(AUDIT.manner), value: mannerOf(signature, say) },
    { label: say(AUDIT.when), value: formatMoment(signature.signedAt, say.locale, print.timeZone) },
    { label: say(AUDIT.recorded), value: formatMoment(signature.recordedAt, say.locale, UTC) },
    { label: say(AUDIT.from), value: { text: say(AUDIT.ip, { ip: signature.ip }), fontFeatures: ['tnum'] } },
    { label: say(AUDIT.statement), value: signature.statement },
    ...(signature.hash === print.hash ? [] : [{ label: say(AUDIT.signed), value: grouped(signature.hash) }]),
  ];
  return [
    {
      unbreakable: true,
      margin: [0, 14, 0, 0],
      stack: [
        {
          columns: [
            {
              width: '*',
              stack: [
                { text: say(PARTY_LABELS[signature.party]), style: 'label' },
                { text: signature.name, style: 'name', margin: [0, 1, 0, 5] },
              ],
            },
            signature.mark ? { width: 120, stack: [markOf(signature.mark)] } : { width: 120, text: '' },
          ],
        },
        factRows(facts),
      ],
    },
  ];
}

const CODE_SIZE = 64;
const GAP: [number, number, number, number] = [0, 4, 0, 0];

/** The last page of a signed agreement: who signed, how they were identified, when, from where, and what they signed. */
export function auditPage(content: AgreementContent, print: AgreementPrint, say: Say): Content[] {
  const { agreementNumber } = content.header;
  return [
    {
      pageBreak: 'before',
      stack: [
        { text: say(AUDIT.title), style: 'section' },
        {
          text: say(AUDIT.lead, { version: print.version, number: agreementNumber }),
          style: 'body',
          margin: [0, 4, 0, 10],
        },
        {
          columns: [
            {
              width: '*',
              stack: [
                { text: say(AUDIT.sealed, { school: content.parties.sending.name }), style: 'small' },
                ...(print.audit
                  ? [{ text: `${say(AUDIT.proof)} ${print.audit.proof}`, style: 'small', margin: GAP }]
                  : []),
              ],
            },
            // The address of the page of proof, for a telephone's camera.
            ...(print.audit
              ? [
                  {
                    qr: print.audit.proof,
                    fit: CODE_SIZE,
                    eccLevel: 'M' as const,
                    width: CODE_SIZE,
                    foreground: COLOUR.ink,
                  },
                ]
              : []),
          ],
          columnGap: 16,
          margin: [0, 0, 0, 10],
        },
        factGrid([{ label: say(AUDIT.signed), value: { text: grouped(print.hash), fontSize: 8.6 } }], 1),
      ],
    },
    ...print.signatures.flatMap((signature) => signatureBlock(signature, print, say)),
  ];
}
