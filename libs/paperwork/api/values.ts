import { type FactKeys, type Facts } from '@softmob/learning-api';
import {
  activityName,
  type AgreementContent,
  countryName,
  daysInclusive,
  languageName,
  type Locale,
  occupationFacts,
  textIn,
} from '@softmob/learning-model';
import { type Organisation } from '@softmob/organisations-api';
import { MINOR, type Values } from '@softmob/paperwork-model';
import { type Participant } from '@softmob/participants-api';
import { type AccompanyingPerson, type Mobility } from '@softmob/projects-api';

interface Place {
  readonly street: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
}

function addressOf({ street, postcode, town }: Place): string {
  return [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

function organisationValues(
  who: string,
  of: Organisation | undefined,
  facts: Facts,
  role: string,
  locale: Locale,
): Values {
  if (!of) return {};
  const contact = facts.people.find((person) => person.organisationId === of.id && person.role === role);
  return {
    [`${who}.name`]: of.name,
    [`${who}.country`]: countryName(of.country, locale),
    [`${who}.town`]: of.town,
    [`${who}.address`]: addressOf(of),
    [`${who}.oid`]: of.oid,
    [`${who}.email`]: of.email,
    [`${who}.phone`]: of.phone,
    [`${who}.contactName`]: contact?.name,
    [`${who}.contactEmail`]: contact?.email,
  };
}

/** What can be said of every subject: flow, project, school, host, the day. The number is given with the document. */
export function commonValues(facts: Facts, of: FactKeys, today: string, locale: Locale): Values {
  const flow = facts.flows.get(of.flowId);
  const project = facts.projects.get(of.projectId);
  const organisation = (id: string | null) => (id === null ? undefined : facts.organisations.get(id));
  return {
    'flow.code': flow?.code,
    'flow.town': flow?.town,
    'flow.country': flow && countryName(flow.country, locale),
    'flow.startsOn': flow?.startsOn,
    'flow.endsOn': flow?.endsOn,
    'flow.activity': flow && textIn(activityName(flow.activityType), locale),
    'flow.accompanying': facts.accompanying
      .filter(({ flowId }) => flowId === of.flowId)
      .map(({ firstName, lastName }) => `${firstName} ${lastName}`),
    'project.title': project?.title,
    'project.code': project?.agreementNumber,
    'project.action': project?.action,
    'project.callYear': project?.callYear,
    'document.issuedOn': today,
    ...organisationValues('school', organisation(of.sendingOrganisationId), facts, 'sendingCoordinator', locale),
    ...organisationValues('host', organisation(of.hostOrganisationId), facts, 'hostCoordinator', locale),
  };
}

function nameOfOccupation(occupation: string, locale: Locale): string {
  const known = occupationFacts(occupation);
  return known ? textIn(known.name, locale) : occupation;
}

/** What can be said of a learner and of where they learn. */
export function personValues(
  facts: Facts,
  mobility: Mobility,
  person: Participant,
  today: string,
  locale: Locale,
): Values {
  const company = mobility.companyId ? facts.organisations.get(mobility.companyId) : undefined;
  const tutor = facts.people.find(({ personId }) => personId === mobility.tutorPersonId);
  return {
    [MINOR]: person.adultOn > today ? 'yes' : 'no',
    'participant.firstName': person.firstName,
    'participant.lastName': person.lastName,
    'participant.fullName': `${person.firstName} ${person.lastName}`,
    'participant.birthDate': person.birthDate,
    'participant.nationality': person.nationality && countryName(person.nationality, locale),
    'participant.address': addressOf(person),
    'participant.email': person.email,
    'participant.phone': person.phone,
    'participant.className': person.className,
    'participant.studentNumber': person.studentNumber,
    'participant.occupation': nameOfOccupation(person.occupation, locale),
    'participant.qualification': person.qualification,
    'participant.iscedF': person.iscedF,
    'participant.eqfLevel': person.eqfLevel,
    'participant.mainLanguage': person.mainLanguage && languageName(person.mainLanguage, locale),
    'participant.languageLevel': person.languageLevel,
    'emergency.name': person.emergencyContact,
    'emergency.phone': person.emergencyPhone,
    'guardian.name': person.guardianName,
    'guardian.phone': person.guardianPhone,
    'guardian.email': person.guardianEmail,
    'mobility.startsOn': mobility.startsOn,
    'mobility.endsOn': mobility.endsOn,
    'mobility.days': daysInclusive(mobility.startsOn, mobility.endsOn),
    'mobility.bmId': mobility.bmId,
    'company.name': company?.name,
    'company.country': company && countryName(company.country, locale),
    'company.address': company && addressOf(company),
    'company.tutorName': tutor?.name,
    'company.tutorEmail': tutor?.email,
  };
}

const WEEK: Readonly<Record<Locale, string>> = { en: 'Week', it: 'Settimana' };

function tasksOf({ tasks }: AgreementContent, locale: Locale): string[] {
  return tasks.map(({ week, activities }) => {
    const said = activities.map((activity) => textIn(activity, locale)).filter((text) => text !== '');
    return `${WEEK[locale]} ${String(week)}: ${said.join('; ')}`;
  });
}

function outcomesOf({ units }: AgreementContent, locale: Locale): string[] {
  return units.map(({ title, knowledge, skills, responsibilityAndAutonomy }) => {
    const outcomes = [...knowledge, ...skills, ...responsibilityAndAutonomy].map((outcome) => textIn(outcome, locale));
    return `${textIn(title, locale)}: ${outcomes.join('; ')}`;
  });
}

/** What was agreed and attended. */
export function learningValues(
  learnt: { content: AgreementContent | null; days: number | null; hours: number | null } | undefined,
  locale: Locale,
): Values {
  const content = learnt?.content;
  return {
    'attendance.days': learnt?.days,
    'attendance.hours': learnt?.hours,
    ...(content
      ? {
          'learning.outcomes': outcomesOf(content, locale),
          'learning.tasks': tasksOf(content, locale),
          'learning.hours': content.tasks.reduce((sum, { hours }) => sum + hours, 0),
          'learning.hoursPerWeek': content.context.hoursPerWeek,
        }
      : {}),
  };
}

/** What can be said of an accompanying person. */
export const accompanyingValues = (person: AccompanyingPerson): Values => ({
  'accompanying.fullName': `${person.firstName} ${person.lastName}`,
  'accompanying.startsOn': person.startsOn,
  'accompanying.endsOn': person.endsOn,
});
