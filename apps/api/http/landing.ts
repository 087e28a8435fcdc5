import { PORTALS, type PortalKey } from '@softmob/access';
import { type Locale, publicPage } from './page';

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly portals: string;
  readonly byMail: string;
  readonly of: Readonly<Record<PortalKey, { readonly name: string; readonly who: string }>>;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'SoftMob',
    lead: 'One place for mobilities in vocational education and training, for the four who take part.',
    portals: 'Where do you belong?',
    byMail: 'If you got a link by e-mail, open that one: it leads to the right place by itself.',
    of: {
      sending: { name: 'Sending portal', who: 'Coordinators, teachers and finance of the school that sends' },
      host: { name: 'Host portal', who: 'Organisations that welcome the learners and find their companies' },
      company: { name: 'Company portal', who: 'Tutors in the companies where learners work' },
      participant: { name: 'My mobility', who: 'Learners who go abroad, and their parents or guardians' },
    },
  },
  it: {
    title: 'SoftMob',
    lead: 'Un solo posto per le mobilità dell’istruzione e formazione professionale, per i quattro che vi prendono parte.',
    portals: 'Chi sei?',
    byMail: 'Se hai ricevuto un link per e-mail, apri quello: porta da solo al posto giusto.',
    of: {
      sending: { name: 'Portale di invio', who: 'Coordinatori, docenti e amministrazione della scuola che invia' },
      host: { name: 'Portale di accoglienza', who: 'Organizzazioni che accolgono i partecipanti e trovano le aziende' },
      company: { name: 'Portale aziende', who: 'Tutor nelle aziende in cui i partecipanti lavorano' },
      participant: { name: 'La mia mobilità', who: 'Chi parte per l’estero, con i genitori o tutori' },
    },
  },
};

/** The portals' own colours, and where their people stand on the way; as the portals show them. */
const LOOK: Readonly<Record<PortalKey, { light: string; dark: string; on: string; x: number; y: number }>> = {
  participant: { light: '#ba3b28', dark: '#ff9582', on: '#390d05', x: 16.4, y: 15.4 },
  sending: { light: '#0b5d5e', dark: '#5cc4be', on: '#042726', x: 9, y: 22.5 },
  host: { light: '#403d9f', dark: '#a8abf6', on: '#15143f', x: 23, y: 9.5 },
  company: { light: '#84480c', dark: '#e3a95e', on: '#2a1700', x: 23, y: 9.5 },
};

const STYLE = `
${PORTALS.map((portal) => `.${portal} { --main: ${LOOK[portal].light}; --on: #fff; }`).join('\n')}
@media (prefers-color-scheme: dark) {
  ${PORTALS.map((portal) => `.${portal} { --main: ${LOOK[portal].dark}; --on: ${LOOK[portal].on}; }`).join('\n  ')}
}
ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 12px; margin: 0; padding: 0; list-style: none; }
li a { display: grid; grid-template-columns: 44px 1fr; gap: 14px; align-items: center; height: 100%; padding: 18px; border: 1px solid var(--line);
  border-radius: 12px; background: var(--card); color: inherit; text-decoration: none; }
li a:hover { border-color: var(--main); }
li strong { display: block; color: var(--main); font-weight: 700; }
li span { color: var(--muted); font-size: 0.9375rem; }
@media (max-width: 640px) { ul { grid-template-columns: 1fr; } }
`;

const mark = (portal: PortalKey): string => {
  const { x, y } = LOOK[portal];
  return `<svg width="44" height="44" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="9" style="fill:var(--main)"/><path d="M9 22.5c7.5 0 5.5-13 14-13" fill="none" style="stroke:var(--on)" stroke-opacity=".6" stroke-width="2.4"/><circle cx="9" cy="22.5" r="2.6" style="fill:var(--on)" fill-opacity=".75"/><circle cx="23" cy="9.5" r="2.6" style="fill:var(--on)" fill-opacity=".75"/><circle cx="${String(x)}" cy="${String(y)}" r="4.2" style="fill:var(--on)"/></svg>`;
};

const ORDER: readonly PortalKey[] = ['participant', 'sending', 'host', 'company'];

/** The first page of the origin: names the four portals, so that whoever comes without a link finds their own. */
export function landingPage(locale: Locale): string {
  const words = WORDS[locale];
  const entries = ORDER.map((portal) => {
    const { name, who } = words.of[portal];
    return `<li><a class="${portal}" href="/${portal}/">${mark(portal)}<div><strong>${name}</strong><span>${who}</span></div></a></li>`;
  });
  return publicPage({
    locale,
    title: words.title,
    style: STYLE,
    path: '/',
    main: `<h1>${words.lead}</h1>
<h2 id="portals">${words.portals}</h2>
<nav aria-labelledby="portals"><ul>${entries.join('')}</ul></nav>
<p>${words.byMail}</p>`,
  });
}
