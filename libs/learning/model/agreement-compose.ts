import { type ComposeInput, type OrganisationFacts } from './agreement-compose-input';
import {
  type AgreementContact,
  type AgreementContent,
  type AgreementOrganisation,
  type AgreementUnit,
  type ContactRole,
} from './agreement-content';
import * as defaults from './agreement-defaults';
import { planTasks, weeksOf } from './agreement-plan';
import { requiredParties } from './agreement-signing';
import { occupationFacts } from './occupations';
import { countryName, daysInclusive, fill, formatDay, languageName, type LocalText, text } from './text';
import { chooseUnits, type LearningUnit } from './units';

const ADULT_AGE = 18;
const NOBODY: AgreementContact = { role: 'mentor', name: '', email: '', phone: '' };

/** True when the person is under 18 on the date. */
export function isMinorOn(birthDate: string, date: string): boolean {
  const adultFrom = `${String(Number(birthDate.slice(0, 4)) + ADULT_AGE)}${birthDate.slice(4)}`;
  return date < adultFrom;
}

/** The best contact of an organisation for a purpose: the first of the wished roles that somebody has, else the first. */
function contactFor(organisation: OrganisationFacts, ...roles: ContactRole[]): AgreementContact {
  const found = roles.map((role) => organisation.contacts.find((contact) => contact.role === role)).find(Boolean);
  return found ?? organisation.contacts[0] ?? NOBODY;
}

const asOrganisation = (facts: OrganisationFacts): AgreementOrganisation => ({
  name: facts.name,
  address: facts.address,
  oid: facts.oid ?? null,
  country: facts.country,
  contacts: facts.contacts.map((contact) => ({ ...contact })),
});

/** A unit of the catalogue as it stands in an agreement. */
export const asUnit = (unit: LearningUnit): AgreementUnit => ({
  key: unit.key,
  title: unit.title,
  eqf: unit.eqf,
  hours: unit.hours,
  points: null,
  esco: unit.esco,
  knowledge: [...unit.knowledge],
  skills: [...unit.skills],
  responsibilityAndAutonomy: [...unit.responsibilityAndAutonomy],
  assessment: unit.assessment,
});

/** The values that the default texts speak of. */
function words(input: ComposeInput, units: readonly LearningUnit[]): Record<string, LocalText | string> {
  const { participant, flow, school, company, host } = input;
  const weeks = weeksOf(flow.start, flow.end);
  const teacher = contactFor(school, 'teacher').name;
  const monitor = contactFor(school, 'coordinator').name;
  const mentor = contactFor(company, 'mentor').name;
  return {
    learner: participant.firstName,
    language: text(languageName(flow.language, 'en'), languageName(flow.language, 'it').toLocaleLowerCase('it')),
    country: text(countryName(company.country, 'en'), countryName(company.country, 'it')),
    school: school.name,
    company: company.name,
    supporter: host?.name ?? company.name,
    classYear: participant.classYear,
    teacher: teacher || defaults.THE_TEACHER,
    monitor: monitor || defaults.THE_SCHOOL_MONITOR,
    mentor: mentor || defaults.THE_MENTOR,
    midweek: String(Math.max(1, Math.ceil(weeks / 2))),
    end: text(formatDay(flow.end, 'en'), formatDay(flow.end, 'it')),
    hours: String(units.reduce((sum, unit) => sum + unit.hours, 0)),
  };
}

function contextOf(input: ComposeInput): AgreementContent['context'] {
  const { participant, flow, company } = input;
  const facts = occupationFacts(participant.occupation);
  return {
    isced: participant.isced,
    occupation: participant.occupation,
    programme: facts
      ? fill(text('Vocational programme: {name}', 'Percorso professionale: {name}'), { name: facts.name })
      : text('', ''),
    qualification: participant.qualification,
    eqf: participant.eqf,
    classYear: participant.classYear,
    activityType: flow.activityType,
    mode: flow.mode,
    start: flow.start,
    end: flow.end,
    days: daysInclusive(flow.start, flow.end),
    hoursPerWeek: flow.hoursPerWeek,
    workplace: [company.name, company.address].filter(Boolean).join(', '),
    workingTime: facts?.workingTime ?? text('', ''),
    language: flow.language,
    level: participant.languageLevel ?? '',
  };
}

function partiesOfAgreement(input: ComposeInput, minor: boolean): AgreementContent['parties'] {
  const { participant, guardian, school, company, host } = input;
  return {
    participant: {
      name: `${participant.firstName} ${participant.lastName}`,
      email: participant.email,
      phone: participant.phone,
      birthDate: participant.birthDate,
      minor,
      guardian: minor && guardian ? { name: guardian.name, email: guardian.email, phone: guardian.phone } : null,
    },
    sending: asOrganisation(school),
    hosting: asOrganisation(company),
    supporting: host ? asOrganisation(host) : null,
  };
}

/** Who is called in an emergency: host, company and school, whoever of them has somebody. */
function emergencyContacts({ school, company, host }: ComposeInput): AgreementContact[] {
  return [host, company, school]
    .filter((organisation) => organisation !== null)
    .map((organisation) => contactFor(organisation, 'emergency', 'coordinator', 'mentor'))
    .filter((contact) => contact.name !== '')
    .map((contact) => ({ ...contact, role: 'emergency' as const }));
}

/** Mentoring, support, assessment and recognition, said in the default words. */
function arrangements(input: ComposeInput, units: readonly LearningUnit[]) {
  const values = words(input, units);
  const say = (template: LocalText) => fill(template, values);
  return {
    preparation: say(defaults.PREPARATION),
    monitoring: {
      mentor: { ...contactFor(input.company, 'mentor'), role: 'mentor' as const },
      sendingMonitor: { ...contactFor(input.school, 'coordinator'), role: 'coordinator' as const },
      howOften: say(defaults.HOW_OFTEN),
    },
    support: {
      before: say(defaults.SUPPORT_BEFORE),
      during: say(defaults.SUPPORT_DURING),
      after: say(defaults.SUPPORT_AFTER),
      emergency: emergencyContacts(input),
      accompanying: (input.accompanying ?? []).map((contact) => ({ ...contact })),
    },
    assessment: {
      who: say(defaults.ASSESSMENT_WHO),
      how: say(defaults.ASSESSMENT_HOW),
      when: say(defaults.ASSESSMENT_WHEN),
      evidence: say(defaults.ASSESSMENT_EVIDENCE),
    },
    recognition: {
      how: say(defaults.RECOGNITION_HOW),
      who: say(defaults.RECOGNITION_WHO),
      rule: say(defaults.RECOGNITION_RULE),
      document: say(defaults.RECOGNITION_DOCUMENT),
    },
  };
}

/**
 * A whole learning agreement from the facts of a mobility, in both languages. Facts that are not known stay empty:
 * `missingIn` names them.
 */
export function composeContent(input: ComposeInput): AgreementContent {
  const { participant, flow } = input;
  const minor =
    participant.birthDate !== null &&
    (isMinorOn(participant.birthDate, input.today) || isMinorOn(participant.birthDate, flow.start));
  const hours = flow.hoursPerWeek * weeksOf(flow.start, flow.end);
  const units = input.units ?? chooseUnits({ occupation: participant.occupation, eqf: participant.eqf, hours });
  return {
    header: {
      mobilityId: input.mobilityId,
      projectCode: input.projectCode,
      agreementNumber: input.agreementNumber,
    },
    parties: partiesOfAgreement(input, minor),
    context: contextOf(input),
    units: units.map(asUnit),
    tasks: planTasks({ start: flow.start, end: flow.end, hoursPerWeek: flow.hoursPerWeek, units }),
    virtual: flow.mode === 'blended' ? (input.virtual ?? text('', '')) : null,
    inclusion: input.inclusion ?? null,
    ...arrangements(input, units),
    requiredParties: requiredParties({
      minor,
      hasSupporting: input.host !== null,
      ...(flow.settings ? { settings: flow.settings } : {}),
    }),
  };
}
