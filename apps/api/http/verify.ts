import { Db, escapeHtml, type Runtime } from '@softmob/api-kit';
import { policy } from '@softmob/access';
import { formatDay, textIn } from '@softmob/learning-model';
import { findProof, type Proof } from '@softmob/paperwork-api';
import { KINDS } from '@softmob/paperwork-model';
import { type Express } from 'express';
import { type Locale, publicPage } from './page';
import { contextOf, localeOf } from './request-context';

type State = Proof['status'] | 'unknown';

interface Words {
  readonly title: string;
  readonly of: Readonly<Record<State, { readonly headline: string; readonly text: string }>>;
  readonly facts: Readonly<Record<'kind' | 'number' | 'issuer' | 'issuedOn', string>>;
  readonly check: string;
  readonly checkText: string;
  readonly choose: string;
  readonly same: string;
  readonly other: string;
  readonly cannot: string;
  readonly fingerprint: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Is this document genuine?',
    of: {
      valid: {
        headline: 'This document was issued and holds.',
        text: 'Compare the number and the date with your copy.',
      },
      replaced: {
        headline: 'This document was issued, but a newer one has taken its place.',
        text: 'Ask whoever showed it to you for the newer one.',
      },
      withdrawn: {
        headline: 'This document was withdrawn.',
        text: 'It was issued once and holds no more. Ask the organisation that issued it.',
      },
      unknown: {
        headline: 'No such document was issued here.',
        text: 'The address may be cut short or mistyped. Scan the code on the document again, or type the whole address.',
      },
    },
    facts: { kind: 'Document', number: 'Number', issuer: 'Issued by', issuedOn: 'Issued on' },
    check: 'Check your file',
    checkText: 'Choose the file that you were given. It stays on your device: only its fingerprint is worked out here.',
    choose: 'File',
    same: 'This file is the one that was issued, to the last byte.',
    other: 'This file is not the one that was issued: it was changed, or it is another document.',
    cannot: 'This browser cannot work fingerprints out here. Compare the SHA-256 of the file yourself.',
    fingerprint: 'Fingerprint of the issued file (SHA-256)',
  },
  it: {
    title: 'Questo documento è autentico?',
    of: {
      valid: {
        headline: 'Questo documento è stato emesso ed è valido.',
        text: 'Confronta numero e data con la tua copia.',
      },
      replaced: {
        headline: 'Questo documento è stato emesso, ma uno più recente lo sostituisce.',
        text: 'Chiedi quello più recente a chi te lo ha mostrato.',
      },
      withdrawn: {
        headline: 'Questo documento è stato annullato.',
        text: 'È stato emesso ma non è più valido. Rivolgiti all’organizzazione che lo ha emesso.',
      },
      unknown: {
        headline: 'Qui non è stato emesso alcun documento simile.',
        text: 'L’indirizzo può essere incompleto o errato. Inquadra di nuovo il codice sul documento o scrivi l’indirizzo intero.',
      },
    },
    facts: { kind: 'Documento', number: 'Numero', issuer: 'Emesso da', issuedOn: 'Emesso il' },
    check: 'Controlla il tuo file',
    checkText: 'Scegli il file che hai ricevuto. Resta sul tuo dispositivo: qui se ne calcola solo l’impronta.',
    choose: 'File',
    same: 'Questo file è quello emesso, fino all’ultimo byte.',
    other: 'Questo file non è quello emesso: è stato modificato, oppure è un altro documento.',
    cannot: 'Questo browser non può calcolare impronte qui. Confronta tu l’impronta SHA-256 del file.',
    fingerprint: 'Impronta del file emesso (SHA-256)',
  },
};

const STYLE = `
:root { --good: #1a6838; --bad: #a3261d; --warn: #875100; }
@media (prefers-color-scheme: dark) { :root { --good: #7fd6a0; --bad: #ff9b90; --warn: #f0b96a; } }
.state { display: grid; grid-template-columns: 44px 1fr; gap: 16px; align-items: start; padding: 20px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
.state svg { display: block; }
.state h1 { font-size: clamp(1.25rem, 3vw, 1.625rem); }
.state p { margin: 8px 0 0; }
.valid { --tone: var(--good); } .replaced { --tone: var(--warn); } .withdrawn, .unknown { --tone: var(--bad); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 8px 20px; margin: 24px 0 0; }
dt { color: var(--muted); } dd { margin: 0; font-weight: 700; overflow-wrap: anywhere; }
label { display: block; font-weight: 700; margin: 0 0 8px; }
input[type=file] { max-width: 100%; min-height: 44px; font: inherit; color: inherit; }
output { display: block; margin-top: 12px; min-height: 1.5em; font-weight: 700; }
output[data-result=same] { color: var(--good); } output[data-result=other], output[data-result=cannot] { color: var(--bad); }
code { display: block; overflow-wrap: anywhere; font-size: 0.8125rem; }
@media (max-width: 480px) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; } }
`;

const SIGN: Readonly<Record<State, string>> = {
  valid: 'M13 22.5l6 6 12-13',
  replaced: 'M22 12v12m0 6v1',
  withdrawn: 'M15 15l14 14m0-14L15 29',
  unknown: 'M15 15l14 14m0-14L15 29',
};

const mark = (state: State): string =>
  `<svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" focusable="false"><circle cx="22" cy="22" r="20" fill="none" style="stroke:var(--tone)" stroke-width="3"/><path d="${SIGN[state]}" fill="none" style="stroke:var(--tone)" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

function factsOf(proof: Proof, locale: Locale): string {
  const { facts } = WORDS[locale];
  const rows = [
    [facts.kind, textIn(KINDS[proof.kind].name, locale)],
    [facts.number, proof.number],
    [facts.issuer, proof.issuer],
    [facts.issuedOn, formatDay(proof.issuedOn, locale)],
  ] as const;
  return `<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

function fileCheck({ sha256 }: Proof, locale: Locale): string {
  const { check, checkText, choose, same, other, cannot, fingerprint } = WORDS[locale];
  return `<h2>${check}</h2>
<p>${checkText}</p>
<label for="file">${choose}</label>
<input id="file" type="file" accept=".pdf,.docx">
<output id="result" for="file" data-sha256="${sha256}" data-same="${same}" data-other="${other}" data-cannot="${cannot}"></output>
<p>${fingerprint}<code>${sha256}</code></p>`;
}

/** Says whether a document is genuine, replaced, withdrawn or unknown, and nothing about the person. */
export function verifyPage(proof: Proof | null, locale: Locale, path: string): string {
  const words = WORDS[locale];
  const state = proof?.status ?? 'unknown';
  const { headline, text } = words.of[state];
  return publicPage({
    locale,
    title: `${words.title} · SoftMob`,
    style: STYLE,
    path,
    ...(proof ? { script: '/verify/check.js' } : {}),
    main: `<div class="state ${state}">${mark(state)}<div><h1>${headline}</h1><p>${text}</p></div></div>
${proof ? `${factsOf(proof, locale)}\n${fileCheck(proof, locale)}` : ''}`,
  });
}

/** Works the fingerprint of a chosen file out in the browser and compares it; nothing is sent anywhere. */
const CHECK_SCRIPT = `
const input = document.getElementById('file');
const output = document.getElementById('result');
const say = (result) => { output.dataset.result = result; output.textContent = output.dataset[result]; };
input.addEventListener('change', async () => {
  const [file] = input.files;
  if (!file) return;
  if (!globalThis.crypto?.subtle) return say('cannot');
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  say(hex === output.dataset.sha256 ? 'same' : 'other');
});
`;

/** `/verify/<secret>`: for whoever holds a document, signed in or not. */
export function serveVerify(app: Express, runtime: Runtime): void {
  app.get('/verify/check.js', (_request, response) => {
    response.set('cache-control', 'public, max-age=3600').type('js').send(CHECK_SCRIPT);
  });
  app.get('/verify/:token', async (request, response) => {
    const ctx = await contextOf(runtime, request);
    ctx.assert(policy.paperwork.verify);
    const { lang } = request.query;
    const locale = localeOf(typeof lang === 'string' ? lang : request.headers['accept-language']);
    const { token } = request.params;
    const proof = await findProof(new Db(runtime.pool), token);
    const path = proof ? `/verify/${token}` : '/verify/unknown';
    response
      .status(proof ? 200 : 404)
      .set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' })
      .vary('accept-language')
      .type('html')
      .send(verifyPage(proof, locale, path));
  });
}
