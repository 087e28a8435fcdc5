import { type Tx } from '@softmob/api-kit';
import {
  type AgreementContact,
  type ComposeInput,
  type LearningUnit,
  occupationFacts,
  type OrganisationFacts,
} from '@softmob/learning-model';
import { type Organisation, organisations } from '@softmob/organisations-api';
import { type Participant, participants } from '@softmob/participants-api';
import {
  type AccompanyingPerson,
  accompanyingPersons,
  type Flow,
  flows,
  type Mobility,
  type Project,
  projects,
} from '@softmob/projects-api';

interface PersonInCharge {
  readonly organisationId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly phone: string | null;
}

/** Everything an agreement is composed from, for any number of mobilities. */
export interface Facts {
  readonly participants: ReadonlyMap<string, Participant>;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly projects: ReadonlyMap<string, Project>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly people: readonly PersonInCharge[];
  readonly accompanying: readonly AccompanyingPerson[];
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
const present = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

/** What names the facts of a mobility; a flow as a whole names no participant. */
export type FactKeys = Pick<
  Mobility,
  'flowId' | 'projectId' | 'sendingOrganisationId' | 'companyId' | 'hostOrganisationId'
> & { readonly participantId: string | null };

/** Reads the facts of reached mobilities: six statements, however many they are. */
export async function loadFacts({ db }: Pick<Tx, 'db'>, of: readonly FactKeys[]): Promise<Facts> {
  const organisationIds = present(of.flatMap((m) => [m.sendingOrganisationId, m.companyId, m.hostOrganisationId]));
  const flowIds = present(of.map((m) => m.flowId));
  return {
    participants: byId(
      await db.query<Participant>(
        `SELECT ${participants.select('x')} FROM participant x WHERE x.id = ANY($1::uuid[])`,
        [present(of.map((m) => m.participantId))],
      ),
    ),
    flows: byId(
      await db.query<Flow>(`SELECT ${flows.select('x')} FROM flow x WHERE x.id = ANY($1::uuid[])`, [flowIds]),
    ),
    projects: byId(
      await db.query<Project>(`SELECT ${projects.select('x')} FROM project x WHERE x.id = ANY($1::uuid[])`, [
        present(of.map((m) => m.projectId)),
      ]),
    ),
    organisations: byId(
      await db.query<Organisation>(
        `SELECT ${organisations.select('x')} FROM organisation x WHERE x.id = ANY($1::uuid[])`,
        [organisationIds],
      ),
    ),
    people: await db.query<PersonInCharge>(
      `SELECT m.organisation_id AS "organisationId", m.person_id AS "personId", p.display_name AS name, m.role, p.email,
              coalesce(m.phone, o.phone) AS phone
       FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
       WHERE m.organisation_id = ANY($1::uuid[]) AND m.ended_at IS NULL
         AND m.role IN ('sendingCoordinator', 'sendingTeacher', 'hostCoordinator', 'companyTutor')
       ORDER BY m.role, m.created_at, m.id`,
      [organisationIds],
    ),
    accompanying: await db.query<AccompanyingPerson>(
      `SELECT ${accompanyingPersons.select('x')} FROM accompanying_person x WHERE x.flow_id = ANY($1::uuid[])
       ORDER BY x.last_name, x.first_name`,
      [flowIds],
    ),
  };
}

const PEOPLE_NAMED = 4;

function contactOf(person: PersonInCharge, role: AgreementContact['role']): AgreementContact {
  return { role, name: person.name, email: person.email, phone: person.phone ?? '' };
}

/** The organisation's own address stands in as second contact where only one person is named. */
function withOffice(contacts: AgreementContact[], organisation: Organisation, role: AgreementContact['role']) {
  const { name, email, phone } = organisation;
  if (contacts.length > 1 || (!email && !phone)) return contacts;
  return [...contacts, { role, name, email: email ?? '', phone: phone ?? '' }];
}

function organisationFacts(organisation: Organisation, contacts: readonly AgreementContact[]): OrganisationFacts {
  const { name, oid, country, street, postcode, town } = organisation;
  const place = [postcode, town].filter(Boolean).join(' ');
  return { name, oid, country, address: [street, place].filter(Boolean).join(', '), contacts };
}

function partiesOf(facts: Facts, mobility: Mobility) {
  const of = (id: string | null) => (id === null ? undefined : facts.organisations.get(id));
  const peopleOf = (id: string | null, ...roles: string[]) =>
    facts.people.filter((person) => person.organisationId === id && roles.includes(person.role));
  const [school, company, host] = [
    of(mobility.sendingOrganisationId),
    of(mobility.companyId),
    of(mobility.hostOrganisationId),
  ];
  if (!school || !company) return null;
  const coordinators = peopleOf(school.id, 'sendingCoordinator').slice(0, PEOPLE_NAMED);
  const teachers = peopleOf(school.id, 'sendingTeacher').slice(0, PEOPLE_NAMED);
  const tutors = peopleOf(company.id, 'companyTutor').sort(
    (a, b) => Number(b.personId === mobility.tutorPersonId) - Number(a.personId === mobility.tutorPersonId),
  );
  const hosts = peopleOf(host?.id ?? null, 'hostCoordinator').slice(0, PEOPLE_NAMED);
  return {
    school: organisationFacts(
      school,
      withOffice(
        [...coordinators.map((p) => contactOf(p, 'coordinator')), ...teachers.map((p) => contactOf(p, 'teacher'))],
        school,
        'administrative',
      ),
    ),
    company: organisationFacts(
      company,
      withOffice(
        tutors
          .slice(0, PEOPLE_NAMED)
          .map((p) => contactOf(p, p.personId === mobility.tutorPersonId ? 'mentor' : 'administrative')),
        company,
        'administrative',
      ),
    ),
    host: host
      ? organisationFacts(
          host,
          withOffice(
            hosts.map((p, index) => contactOf(p, index === 0 ? 'coordinator' : 'emergency')),
            host,
            'emergency',
          ),
        )
      : null,
  };
}

function learnerOf(participant: Participant): ComposeInput['participant'] {
  const trade = occupationFacts(participant.occupation);
  return {
    firstName: participant.firstName,
    lastName: participant.lastName,
    email: participant.email,
    phone: participant.phone ?? '',
    birthDate: participant.birthDate,
    classYear: participant.className ?? '',
    qualification: participant.qualification ?? trade?.qualification ?? '',
    occupation: participant.occupation,
    isced: participant.iscedF ?? trade?.iscedF ?? '',
    eqf: participant.eqfLevel ?? 3,
    languageLevel: participant.languageLevel,
  };
}

export interface ComposeWishes {
  readonly hoursPerWeek: number;
  readonly units: readonly LearningUnit[] | null;
  readonly today: string;
}

/** One mobility's facts as the composer takes them; null where a party is not known. */
export function composeInputOf(facts: Facts, mobility: Mobility, wishes: ComposeWishes): ComposeInput | null {
  const participant = facts.participants.get(mobility.participantId);
  const flow = facts.flows.get(mobility.flowId);
  const project = facts.projects.get(mobility.projectId);
  const parties = partiesOf(facts, mobility);
  if (!participant || !flow || !project || !parties) return null;
  const { guardianName, guardianEmail, guardianPhone } = participant;
  const alone = mobility.hostOrganisationId === mobility.companyId;
  const hostStands = flow.hostingParty === 'host' && parties.host !== null;
  const contacts = [...parties.company.contacts.slice(0, 1), ...(parties.host?.contacts ?? [])];
  return {
    mobilityId: mobility.bmId,
    projectCode: project.agreementNumber ?? project.title,
    agreementNumber: `LA-${flow.code}-${participant.studentNumber ?? mobility.id.slice(-6)}`,
    participant: learnerOf(participant),
    guardian:
      guardianName || guardianEmail
        ? { name: guardianName ?? '', email: guardianEmail ?? '', phone: guardianPhone ?? '' }
        : null,
    flow: {
      activityType: flow.activityType,
      mode: 'physical',
      start: mobility.startsOn,
      end: mobility.endsOn,
      hoursPerWeek: wishes.hoursPerWeek,
      language: participant.mainLanguage ?? '',
    },
    school: parties.school,
    company: hostStands && parties.host ? { ...parties.host, contacts } : parties.company,
    host: hostStands || alone ? null : parties.host,
    accompanying: facts.accompanying
      .filter((teacher) => teacher.flowId === mobility.flowId)
      .slice(0, PEOPLE_NAMED)
      .map((teacher) => ({
        role: 'accompanying' as const,
        name: `${teacher.firstName} ${teacher.lastName}`,
        email: teacher.email,
        phone: '',
      })),
    ...(wishes.units ? { units: wishes.units } : {}),
    today: wishes.today,
  };
}
