import {
  countryName,
  type EuropassMobilityContent,
  type EuropassPartner,
  type OtherHost,
} from '@softmob/learning-model';
import { type Content, type TableCell } from 'pdfmake/interfaces';
import { type Fact, factGrid, section } from './blocks';
import { WORDS } from './europass-words';
import { joined, type Say } from './say';
import { HAIRLINES } from './style';

const known = (label: string, value: string | null): Fact[] => (value ? [{ label, value }] : []);

/** Sections 1 and 2: whose document it is, and who issues it. */
export function holderSections(content: EuropassMobilityContent, say: Say): Content[] {
  const { holder, issuer } = content;
  return [
    section('1', say(WORDS.holder)),
    factGrid(
      [
        { label: say(WORDS.lastNames), value: holder.lastNames },
        { label: say(WORDS.firstNames), value: holder.firstNames },
        ...known(say(WORDS.birthDate), holder.birthDate && say.day(holder.birthDate)),
        ...known(say(WORDS.nationality), holder.nationality && countryName(holder.nationality, say.locale)),
        ...known(say(WORDS.address), holder.address),
        ...known(say(WORDS.email), holder.email),
      ],
      2,
    ),
    section('2', say(WORDS.issuer)),
    factGrid(
      [
        { label: say(WORDS.name), value: issuer.name },
        { label: say(WORDS.address), value: `${issuer.address}, ${countryName(issuer.country, say.locale)}` },
        { label: say(WORDS.number), value: content.documentNumber },
        {
          label: say(WORDS.issuedOn),
          value: joined(say.day(content.issuedOn), issuer.oid && `${say(WORDS.oid)} ${issuer.oid}`),
        },
      ],
      2,
    ),
  ];
}

function partnerRow(label: string, person: string, partner: EuropassPartner, say: Say): TableCell[] {
  return [
    {
      stack: [
        { text: label, style: 'label' },
        { text: partner.name, style: 'name', margin: [0, 2, 0, 2] },
        { text: partner.address, fontSize: 8.6 },
        { text: countryName(partner.country, say.locale), fontSize: 8.6 },
      ],
    },
    {
      stack: [
        { text: person, style: 'label', margin: [0, 0, 0, 2] },
        {
          text: [
            { text: partner.contact.name, style: 'strong', fontSize: 9 },
            { text: `   ${say(partner.contact.role)}`, style: 'small' },
          ],
        },
        { text: partner.contact.email, fontSize: 8.2 },
      ],
    },
  ];
}

/** A company that had the learner for a part of the stay. */
function otherHostRow({ name, address, country, start, end }: OtherHost, say: Say): TableCell[] {
  return [
    {
      stack: [
        { text: say(WORDS.otherHost, { start: say.day(start), end: say.day(end) }), style: 'label' },
        { text: name, style: 'name', margin: [0, 2, 0, 2] },
      ],
    },
    {
      stack: [
        { text: say(WORDS.address), style: 'label', margin: [0, 0, 0, 2] },
        { text: address, fontSize: 8.6 },
        { text: countryName(country, say.locale), fontSize: 8.6 },
      ],
    },
  ];
}

/** Section 3: the partners, with the person who answers for each. */
export function partnersSection(content: EuropassMobilityContent, say: Say): Content[] {
  const { sending, hosting, supporting } = content;
  return [
    section('3', say(WORDS.partners)),
    {
      layout: HAIRLINES,
      table: {
        widths: ['*', '*'],
        dontBreakRows: true,
        body: [
          partnerRow(say(WORDS.sending), say(WORDS.contact), sending, say),
          partnerRow(say(WORDS.hosting), say(WORDS.mentor), hosting, say),
          ...(content.otherHosts ?? []).map((host) => otherHostRow(host, say)),
          ...(supporting ? [partnerRow(say(WORDS.supporting), say(WORDS.contact), supporting, say)] : []),
        ],
      },
    },
  ];
}
