import { type DomainEvent, type Reaction, type Tx } from '@softmob/api-kit';
import { type ClosingEvent, closingEvents, type ProcessStep, processTemplates } from '@softmob/processes-model';
import { dropSignaturesLeft, fitSignatures, fitSignaturesOfFlows } from './signature-tasks';

/** The steps of every template as rows of a statement. */
const stepsOf = (scope: ProcessStep['scope']) =>
  JSON.stringify(
    processTemplates.flatMap(({ key, steps }) =>
      steps
        .filter((step) => step.scope === scope)
        .map((step) => ({
          template: key,
          key: step.key,
          titleEn: step.title.en,
          titleIt: step.title.it,
          phase: step.phase,
          role: step.role,
          anchor: step.due.anchor,
          offset: step.due.offsetDays,
          closesOn: step.closesOn,
          needs: step.needs ?? [],
          minorsOnly: step.minorsOnly ?? false,
        })),
    ),
  );

const STEPS = `jsonb_to_recordset($2::jsonb) AS s(template text, key text, "titleEn" text, "titleIt" text, phase text,
  role text, anchor text, "offset" integer, "closesOn" text, needs text[], "minorsOnly" boolean)`;
const COLUMNS = `id, organisation_id, flow_id, mobility_id, step_key, title_en, title_it, phase, role, due_anchor,
  due_offset, closes_on, needs, due_on`;
const OF_STEP = `s.key, s."titleEn", s."titleIt", s.phase, s.role, s.anchor, s."offset",
  s."closesOn", s.needs`;

const idsOf = (events: readonly DomainEvent[], key: 'flowId' | 'mobilityId') => [
  ...new Set(events.map((event) => event[key] ?? event.subjectId)),
];

/** A new flow takes the tasks of its template that belong to the whole of it. */
async function planFlows(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  await tx.db.query(
    `INSERT INTO task (${COLUMNS})
     SELECT gen_random_uuid(), f.organisation_id, f.id, NULL, ${OF_STEP},
            CASE s.anchor WHEN 'departure' THEN f.starts_on ELSE f.ends_on END + s."offset"
     FROM flow f JOIN ${STEPS} ON s.template = f.process_template
     WHERE f.id = ANY($1::uuid[]) ON CONFLICT ON CONSTRAINT task_once DO NOTHING`,
    [idsOf(events, 'flowId'), stepsOf('flow')],
  );
}

/** Selected participants take the tasks of one mobility; those for a guardian where they are minors now or at departure. */
async function planMobilities(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  await tx.db.query(
    `INSERT INTO task (${COLUMNS})
     SELECT gen_random_uuid(), m.sending_organisation_id, m.flow_id, m.id, ${OF_STEP},
            CASE s.anchor WHEN 'departure' THEN m.starts_on ELSE m.ends_on END + s."offset"
     FROM mobility m JOIN flow f ON f.id = m.flow_id JOIN ${STEPS} ON s.template = f.process_template
     WHERE m.id = ANY($1::uuid[]) AND (NOT s."minorsOnly" OR m.adult_on > LEAST(m.starts_on, $3::date))
     ON CONFLICT ON CONSTRAINT task_once DO NOTHING`,
    [idsOf(events, 'mobilityId'), stepsOf('mobility'), tx.actor.today],
  );
  await closeWhatHappenedBefore(tx, idsOf(events, 'mobilityId'));
  await fitSignaturesOfFlows(tx, events);
}

/** A reserve may have taken over a placement before their tasks were planned: what happened by then is done. */
async function closeWhatHappenedBefore(tx: Tx, mobilityIds: readonly string[]): Promise<void> {
  await tx.db.query(
    `UPDATE task AS x SET done_at = e.at, done_by_person_id = e.actor_person_id, done_how = 'event', version = x.version + 1
     FROM (SELECT DISTINCT ON (mobility_id, type) mobility_id, type, at, actor_person_id FROM event
           WHERE mobility_id = ANY($1::uuid[]) ORDER BY mobility_id, type, id) e
     WHERE x.mobility_id = e.mobility_id AND x.closes_on = e.type AND x.done_at IS NULL AND x.cancelled_at IS NULL`,
    [mobilityIds],
  );
}

/** Open tasks that wait for such an event close by themselves, for all events in one statement. */
async function close(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const facts = events
    .filter(({ mobilityId, flowId }) => mobilityId !== null || flowId !== null)
    .map(({ type, mobilityId, flowId, actorPersonId }) => ({ type, mobilityId, flowId, actorPersonId }));
  if (facts.length === 0) return;
  await tx.db.query(
    `UPDATE task AS x SET done_at = $2, done_by_person_id = e."actorPersonId", done_how = 'event', version = x.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS e(type text, "mobilityId" uuid, "flowId" uuid, "actorPersonId" uuid)
     WHERE x.closes_on = e.type AND x.done_at IS NULL AND x.cancelled_at IS NULL
       AND (x.mobility_id = e."mobilityId" OR (x.mobility_id IS NULL AND e."mobilityId" IS NULL AND x.flow_id = e."flowId"))`,
    [JSON.stringify(facts), tx.ctx.clock.now()],
  );
}

const SIGNED: readonly ClosingEvent[] = [
  'agreement.signed.participant',
  'agreement.signed.guardian',
  'agreement.signed.sending',
  'agreement.signed.host',
  'agreement.signed.company',
  'agreement.locked',
];
const PLACED: readonly ClosingEvent[] = ['placement.proposed', 'placement.confirmed', 'agreement.composed', ...SIGNED];
/** What is undone by an event: the tasks that closed on these have to be done once more. */
const UNDOES: Readonly<Record<string, readonly ClosingEvent[]>> = {
  'document.unverified.identity': ['document.verified.identity'],
  'document.unverified.ehic': ['document.verified.ehic'],
  'document.unverified.insurance': ['document.verified.insurance'],
  'placement.declined': PLACED,
  'placement.cancelled': PLACED,
  'agreement.amended': SIGNED,
};
/** Days given to do it once more, where the first due day lies nearer or behind. */
const ONCE_MORE_DAYS = 7;

/** Tasks whose thing was undone open again; what somebody had done who then withdrew stays done. */
async function reopen(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const facts = events
    .filter(({ after }) => after?.withdrawn !== true)
    .map(({ type, mobilityId }) => ({ mobilityId, undone: UNDOES[type] ?? [] }));
  if (facts.length === 0) return;
  await tx.db.query(
    `UPDATE task AS x SET done_at = NULL, done_by_person_id = NULL, done_how = NULL, version = x.version + 1,
       due_on = GREATEST(x.due_on, $2::date + $3::integer)
     FROM jsonb_to_recordset($1::jsonb) AS e("mobilityId" uuid, undone text[])
     WHERE x.mobility_id = e."mobilityId" AND x.closes_on = ANY(e.undone) AND x.done_how = 'event' AND x.cancelled_at IS NULL`,
    [JSON.stringify(facts), tx.actor.today, ONCE_MORE_DAYS],
  );
}

/** What a withdrawn participant had still to do falls away; what was done stays. */
async function cancel(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  await tx.db.query(
    `UPDATE task SET cancelled_at = $2, version = version + 1
     WHERE mobility_id = ANY($1::uuid[]) AND done_at IS NULL AND cancelled_at IS NULL`,
    [idsOf(events, 'mobilityId'), tx.ctx.clock.now()],
  );
}

/** Due days follow the dates of their flow or mobility; what is done keeps the day it was due. */
async function moveDueDays(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  await tx.db.query(
    `UPDATE task AS x SET due_on = d.due_on, version = x.version + 1
     FROM (SELECT t.id, CASE t.due_anchor WHEN 'departure' THEN COALESCE(m.starts_on, f.starts_on)
                        ELSE COALESCE(m.ends_on, f.ends_on) END + t.due_offset AS due_on
           FROM task t JOIN flow f ON f.id = t.flow_id LEFT JOIN mobility m ON m.id = t.mobility_id
           WHERE t.flow_id = ANY($1::uuid[]) AND t.done_at IS NULL AND t.cancelled_at IS NULL) d
     WHERE x.id = d.id AND x.due_on <> d.due_on`,
    [idsOf(events, 'flowId')],
  );
}

const anyClosing = new RegExp(`^(?:${closingEvents.map((type) => type.replaceAll('.', '\\.')).join('|')})$`);

export const taskReactions: readonly Reaction[] = [
  { on: 'flow.created', runAll: planFlows },
  { on: 'mobility.selected', runAll: planMobilities },
  { on: 'mobility.withdrawn', runAll: cancel },
  { on: 'flow.changed', runAll: moveDueDays },
  { on: 'flow.changed', runAll: fitSignaturesOfFlows },
  ...Object.keys(UNDOES).map((on): Reaction => ({ on, runAll: reopen })),
  { on: anyClosing, runAll: close },
  { on: 'agreement.composed', runAll: fitSignatures },
  { on: 'agreement.locked', runAll: dropSignaturesLeft },
];
