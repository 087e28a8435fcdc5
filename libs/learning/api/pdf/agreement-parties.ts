import {
  activityName,
  type AgreementContact,
  type AgreementContent,
  type AgreementOrganisation,
  CONTACT_ROLE_LABELS,
  countryName,
  iscedFieldName,
  languageName,
  MODE_LABELS,
  PARTY_LABELS,
} from '@softmob/learning-model';
import { type Content, type TableCell } from 'pdfmake/interfaces';
import { WORDS } from './agreement-words';
import { factGrid, factRows, section } from './blocks';
import { rowsFit } from './keep';
import { joined, reach, type Say } from './say';
import { HAIRLINES } from './style';

/** A person on two lines: name and function, then how to reach them. */
function contactLines(contact: AgreementContact, say: Say): Content {
  return {
    stack: [
      {
        text: [
          { text: contact.name, style: 'strong', fontSize: 9 },
          { text: `   ${say(CONTACT_ROLE_LABELS[contact.role])}`, style: 'small' },
        ],
      },
      { text: reach(contact.email, contact.phone), fontSize: 8.2 },
    ],
    margin: [0, 0, 0, 4],
  };
}

function organisationRow(label: string, organisation: AgreementOrganisation, say: Say): TableCell[] {
  return [
    {
      stack: [
        { text: label, style: 'label' },
        { text: organisation.name, style: 'name', margin: [0, 2, 0, 2] },
        { text: organisation.address, fontSize: 8.6 },
        { text: countryName(organisation.country, say.locale), fontSize: 8.6 },
        ...(organisation.oid ? [{ text: say(WORDS.oid, { oid: organisation.oid }), style: 'small' }] : []),
      ],
    },
    {
      stack: [
        { text: say(WORDS.contacts), style: 'label', margin: [0, 0, 0, 2] },
        ...organisation.contacts.map((contact) => contactLines(contact, say)),
      ],
    },
  ];
}

function participantRow({ parties }: AgreementContent, say: Say): TableCell[] {
  const { name, birthDate, minor, email, phone, guardian } = parties.participant;
  return [
    {
      stack: [
        { text: say(WORDS.participant), style: 'label' },
        { text: name, style: 'name', margin: [0, 2, 0, 2] },
        ...(birthDate ? [{ text: say(WORDS.born, { date: say.day(birthDate) }), fontSize: 8.6 }] : []),
        ...(minor ? [{ text: say(WORDS.minor), fontSize: 8.6 }] : []),
      ],
    },
    {
      stack: [
        { text: say(WORDS.contact), style: 'label', margin: [0, 0, 0, 2] },
        { text: reach(email, phone), fontSize: 8.2, margin: [0, 0, 0, guardian ? 6 : 0] },
        ...(guardian
          ? [
              { text: say(WORDS.guardian), style: 'label', margin: [0, 0, 0, 2] as [number, number, number, number] },
              { text: guardian.name, style: 'strong', fontSize: 9 },
              { text: reach(guardian.email, guardian.phone), fontSize: 8.2 },
            ]
          : []),
      ],
    },
  ];
}

/** Section 1: who agrees, with how each is reached. */
export function partiesSection(number: string, content: AgreementContent, say: Say): Content[] {
  const { sending, hosting, supporting } = content.parties;
  const organisations: [string, AgreementOrganisation | null][] = [
    [say(PARTY_LABELS.sending), sending],
    [say(PARTY_LABELS.hosting), hosting],
    [say(PARTY_LABELS.supporting), supporting],
  ];
  const body = [
    participantRow(content, say),
    ...organisations.flatMap(([label, organisation]) =>
      organisation ? [organisationRow(label, organisation, say)] : [],
    ),
  ];
  return [
    section(number, say(WORDS.parties)),
    { layout: HAIRLINES, table: { widths: [206, '*'], dontBreakRows: rowsFit(body), body } },
  ];
}

/** Section 2: what is studied, and where, when and in which language the stay takes place. */
export function contextSection(number: string, { context }: AgreementContent, say: Say): Content[] {
  const field = iscedFieldName(context.isced);
  return [
    section(number, say(WORDS.context)),
    factGrid(
      [
        { label: say(WORDS.programme), value: say(context.programme) },
        { label: say(WORDS.field), value: joined(context.isced, field && say(field)) },
        {
          label: say(WORDS.qualification),
          value: joined(context.qualification, say(WORDS.eqf, { level: context.eqf })),
        },
        { label: say(WORDS.classYear), value: context.classYear },
        { label: say(WORDS.activity), value: say(activityName(context.activityType)) },
        { label: say(WORDS.mode), value: say(MODE_LABELS[context.mode]) },
        {
          label: say(WORDS.period),
          value: say(WORDS.periodValue, {
            start: say.day(context.start),
            end: say.day(context.end),
            days: context.days,
          }),
        },
        {
          label: say(WORDS.language),
          value: say(WORDS.languageValue, {
            language: languageName(context.language, say.locale),
            level: context.level,
          }),
        },
        { label: say(WORDS.workplace), value: context.workplace },
        {
          label: say(WORDS.working),
          value: say(WORDS.workingValue, { hours: context.hoursPerWeek, when: context.workingTime }),
        },
      ],
      2,
    ),
  ];
}

/** Section 5: who accompanies the learner, and what happens in an emergency. */
export function supportSection(number: string, content: AgreementContent, say: Say): Content[] {
  const { monitoring, support, inclusion } = content;
  const people = (contacts: readonly AgreementContact[]): Content => ({
    stack: contacts.map((contact) => contactLines(contact, say)),
  });
  return [
    section(number, say(WORDS.support)),
    factRows([
      { label: say(WORDS.mentor), value: people([monitoring.mentor]) },
      { label: say(WORDS.monitor), value: people([monitoring.sendingMonitor]) },
      { label: say(WORDS.howOften), value: say(monitoring.howOften) },
      { label: say(WORDS.before), value: say(support.before) },
      { label: say(WORDS.during), value: say(support.during) },
      { label: say(WORDS.after), value: say(support.after) },
      { label: say(WORDS.emergency), value: people(support.emergency) },
      ...(support.accompanying.length > 0
        ? [{ label: say(WORDS.accompanying), value: people(support.accompanying) }]
        : []),
      ...(inclusion ? [{ label: say(WORDS.inclusion), value: say(inclusion) }] : []),
    ]),
  ];
}
