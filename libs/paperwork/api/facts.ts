import { type Ctx, type Tx } from '@softmob/api-kit';
import { type AgreementContent, type Locale } from '@softmob/learning-model';
import { type FactKeys, type Facts, loadFacts } from '@softmob/learning-api';
import { CATALOGUE, type Subject, type Values } from '@softmob/paperwork-model';
import { may } from '@softmob/access';
import { type AccompanyingPerson, type Flow, mobilities, type Mobility } from '@softmob/projects-api';
import { type QueryResultRow } from 'pg';
import { accompanyingValues, commonValues, learningValues, personValues } from './values';

type Reader = Pick<Tx, 'db'> & { readonly ctx: Ctx };

/** One thing that a document is made for, with everything that may be said about it. */
export interface SubjectFacts {
  readonly subjectId: string;
  readonly flowId: string;
  readonly mobilityId: string | null;
  readonly hostOrganisationId: string | null;
  /** Whom to tell that it was issued. */
  readonly mobility: Mobility | null;
  valuesIn(locale: Locale): Values;
}

/** What was agreed and attended, of mobilities that were reached before. */
interface Learnt {
  readonly content: AgreementContent | null;
  readonly days: number | null;
  readonly hours: number | null;
}

async function learntOf({ db }: Reader, of: readonly Mobility[]): Promise<ReadonlyMap<string, Learnt>> {
  const rows = await db.query<Learnt & QueryResultRow & { mobilityId: string }>(
    `SELECT m.id AS "mobilityId", v.content, (e.after->>'daysPresent')::float8 AS days, (e.after->>'hours')::float8 AS hours
     FROM unnest($1::uuid[]) AS m(id)
     LEFT JOIN LATERAL (SELECT content FROM agreement_version v WHERE v.mobility_id = m.id AND v.status = 'locked'
                        ORDER BY v.number DESC LIMIT 1) v ON true
     LEFT JOIN LATERAL (SELECT after FROM event e WHERE e.mobility_id = m.id AND e.type = 'attendance.complete'
                        ORDER BY e.id DESC LIMIT 1) e ON true`,
    [of.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.mobilityId, row]));
}

/** The flow itself, as what names its facts. */
const keysOfFlow = (flow: Flow): FactKeys => ({
  flowId: flow.id,
  projectId: flow.projectId,
  sendingOrganisationId: flow.organisationId,
  hostOrganisationId: flow.hostOrganisationId,
  companyId: null,
  participantId: null,
});

/** What the rules of the fields themselves keep from whoever issues is as if it were not known. */
function readable(ctx: Ctx, values: Values, rows: readonly object[]): Values {
  const row = Object.assign({}, ...rows) as object;
  const kept = { ...values };
  for (const { path, rule } of CATALOGUE) if (kept[path] !== undefined && !may(rule, ctx.actor, row)) kept[path] = null;
  return kept;
}

/** Values are worked out once for each language that is asked for. */
function lazily(work: (locale: Locale) => Values): (locale: Locale) => Values {
  const made = new Map<Locale, Values>();
  return (locale) => {
    let values = made.get(locale);
    if (!values) made.set(locale, (values = work(locale)));
    return values;
  };
}

/** The facts of mobilities that were reached before: eight statements, however many they are. */
export async function factsOfMobilities(reader: Reader, of: readonly Mobility[]): Promise<SubjectFacts[]> {
  if (of.length === 0) return [];
  const facts = await loadFacts(reader, of);
  const learnt = await learntOf(reader, of);
  const { today } = reader.ctx.actor;
  return of.map((mobility) => ({
    subjectId: mobility.id,
    flowId: mobility.flowId,
    mobilityId: mobility.id,
    hostOrganisationId: mobility.hostOrganisationId,
    mobility,
    valuesIn: lazily((locale) => {
      const participant = facts.participants.get(mobility.participantId);
      const values = {
        ...commonValues(facts, mobility, today, locale),
        ...(participant ? personValues(facts, mobility, participant, today, locale) : {}),
        ...learningValues(learnt.get(mobility.id), locale),
      };
      return readable(reader.ctx, values, [participant ?? {}, { stage: mobility.stage }]);
    }),
  }));
}

const FROM_CONFIRMED: readonly string[] = ['confirmed', 'abroad', 'back'];

async function factsAround(reader: Reader, flow: Flow): Promise<{ facts: Facts; learners: string[] }> {
  const people = await reader.db.query<Mobility & QueryResultRow>(
    `SELECT ${mobilities.select('x')} FROM mobility x WHERE x.flow_id = $1::uuid AND x.stage = ANY($2::text[])
     ORDER BY x.sort_name, x.id`,
    [flow.id, FROM_CONFIRMED],
  );
  const facts = await loadFacts(reader, [keysOfFlow(flow), ...people]);
  const learners = people.flatMap(({ participantId }) => {
    const person = facts.participants.get(participantId);
    return person ? [`${person.firstName} ${person.lastName}`] : [];
  });
  return { facts, learners };
}

/** The facts of a reached flow as a whole, or of each of its accompanying persons. */
export async function factsOfFlow(
  reader: Reader,
  flow: Flow,
  subject: Exclude<Subject, 'mobility'>,
): Promise<SubjectFacts[]> {
  const { facts, learners } = await factsAround(reader, flow);
  const { today } = reader.ctx.actor;
  const common = lazily((locale) => ({
    ...commonValues(facts, keysOfFlow(flow), today, locale),
    'flow.participants': learners,
    'flow.participantCount': learners.length,
  }));
  const one = (subjectId: string, person: AccompanyingPerson | null): SubjectFacts => ({
    subjectId,
    flowId: flow.id,
    mobilityId: null,
    hostOrganisationId: flow.hostOrganisationId,
    mobility: null,
    valuesIn: lazily((locale) =>
      readable(reader.ctx, { ...common(locale), ...(person ? accompanyingValues(person) : {}) }, [{}]),
    ),
  });
  return subject === 'flow' ? [one(flow.id, null)] : facts.accompanying.map((person) => one(person.id, person));
}
