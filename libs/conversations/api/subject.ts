import { type Audience } from '@softmob/access';
import { type Ctx, type Db, findOne, illegalState, invalid, notFound, type Source, type Tx } from '@softmob/api-kit';
import { circleFault, circleOf, CIRCLES, type ThreadKind } from '@softmob/conversations-model';
import { organisations } from '@softmob/organisations-api';
import { placements } from '@softmob/placements-api';
import { flows, mobilities } from '@softmob/projects-api';
import { threads } from './conversation.sources';
import { type About, type Taker, takersOf } from './takers';
import { type Thread } from './thread.entity';

/** What a conversation is to be about, and whom it is to hold. */
export interface Wish {
  readonly kind: ThreadKind;
  readonly subjectId: string;
  readonly circle: readonly string[];
}

type Subject = Omit<About, 'key' | 'circle' | 'kind' | 'subjectId'> & { readonly subjectId?: string };

/** A host writes to the school, a school to whom it works with: the same two have one conversation. */
async function organisationSubject(ctx: Ctx, id: string): Promise<Subject> {
  const organisation = await findOne(ctx, organisations, id);
  const own = ctx.organisationId;
  if (organisation.kind === 'school') {
    if (ctx.actor.audience !== 'hostCoordinator') throw notFound(organisations.name);
    return { schoolId: id, mobilityId: null, flowId: null, organisationId: own, subjectId: own };
  }
  const bySchool = ctx.actor.audience === 'sendingCoordinator' || ctx.actor.audience === 'sendingFinance';
  if (!bySchool) throw notFound(organisations.name);
  return { schoolId: own, mobilityId: null, flowId: null, organisationId: id };
}

/** The subject within the reach of whoever asks. @throws NOT_FOUND */
async function subjectOf(ctx: Ctx, { kind, subjectId: id }: Pick<Wish, 'kind' | 'subjectId'>): Promise<Subject> {
  const find = <Row extends object>(of: Source<Row>) => findOne(ctx, of, id);
  switch (kind) {
    case 'mobility': {
      const { flowId, sendingOrganisationId } = await find(mobilities);
      return { schoolId: sendingOrganisationId, mobilityId: id, flowId, organisationId: null };
    }
    case 'placement': {
      const { mobilityId, flowId, sendingOrganisationId } = await find(placements);
      return { schoolId: sendingOrganisationId, mobilityId, flowId, organisationId: null };
    }
    case 'flow': {
      const { organisationId } = await find(flows);
      return { schoolId: organisationId, mobilityId: null, flowId: id, organisationId: null };
    }
    case 'organisation':
      return organisationSubject(ctx, id);
  }
}

const asAbout = (wish: Wish, subject: Subject, circle: Audience[]): About => ({
  key: 'wish',
  kind: wish.kind,
  subjectId: wish.subjectId,
  ...subject,
  circle,
});

/**
 * Everybody who could be asked into a conversation about this; nobody where the reader would not take part themselves.
 * A company does not learn of the guardian.
 */
export async function findCircle(ctx: Ctx, kind: ThreadKind, subjectId: string): Promise<Taker[]> {
  const subject = await subjectOf(ctx, { kind, subjectId });
  const whole = asAbout({ kind, subjectId, circle: [] }, subject, [...CIRCLES[kind]]);
  const takers = (await takersOf(ctx.db, [whole], ctx.actor.today)).get('wish') ?? [];
  if (!takers.some(({ membershipId }) => membershipId === ctx.actor.membershipId)) return [];
  const hidden = ctx.actor.audience === 'companyTutor' ? 'guardian' : null;
  return takers.filter(({ role }) => role !== hidden);
}

/** The roles of a wish in their order, the sender's own among them. @throws VALIDATION */
export function wantedCircle(ctx: Ctx, { kind, circle }: Wish, path: string): Audience[] {
  const roles = [...circle, ctx.actor.audience];
  const fault = circleFault(kind, roles);
  if (fault === 'CIRCLE_APART') {
    throw invalid(path, fault, 'A guardian and a company do not write to each other: make two conversations.');
  }
  if (fault) throw invalid(path, fault, 'Somebody of this role has nothing to do with it.');
  return circleOf(kind, roles);
}

/** Finds conversations by what they are about, or begins them; in the order given. Two statements. */
export async function openThreads(tx: Tx, about: readonly About[]): Promise<Thread[]> {
  const now = tx.ctx.clock.now();
  await tx.db.query(
    `INSERT INTO thread (id, kind, school_id, subject_id, mobility_id, flow_id, organisation_id, circle, created_at)
     SELECT r.id, r.kind, r."schoolId", r."subjectId", r."mobilityId", r."flowId", r."organisationId",
            ARRAY(SELECT jsonb_array_elements_text(r.circle)), $2
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, kind text, "schoolId" uuid, "subjectId" uuid, "mobilityId" uuid, "flowId" uuid, "organisationId" uuid, circle jsonb)
     ON CONFLICT ON CONSTRAINT thread_once DO NOTHING`,
    [JSON.stringify(about.map((one) => ({ ...one, id: tx.newId() }))), now],
  );
  const rows = await lockThreads(tx.db, about);
  return about.map((one) => {
    const row = rows.find(
      ({ kind, schoolId, subjectId, circle }) =>
        kind === one.kind &&
        schoolId === one.schoolId &&
        subjectId === one.subjectId &&
        circle.join() === one.circle.join(),
    );
    if (!row) throw new Error('A conversation was begun and is not there');
    return row;
  });
}

function lockThreads(db: Db, about: readonly About[]): Promise<Thread[]> {
  return db.query<Thread & Record<string, unknown>>(
    `SELECT ${threads.select('x')} FROM thread x
     JOIN jsonb_to_recordset($1::jsonb) AS r(kind text, "schoolId" uuid, "subjectId" uuid, circle jsonb)
       ON x.school_id = r."schoolId" AND x.kind = r.kind AND x.subject_id = r."subjectId"
         AND x.circle = ARRAY(SELECT jsonb_array_elements_text(r.circle))
     ORDER BY x.id FOR UPDATE OF x`,
    [JSON.stringify(about)],
  );
}

/** The conversation that a wish names, begun where there is none yet. @throws NOT_FOUND, VALIDATION, ILLEGAL_STATE */
export async function threadFor(tx: Tx, wish: Wish): Promise<Thread> {
  const circle = wantedCircle(tx.ctx, wish, 'to.circle');
  const subject = await subjectOf(tx.ctx, wish);
  const about = asAbout(wish, subject, circle);
  const takers = (await takersOf(tx.db, [about], tx.actor.today)).get('wish') ?? [];
  assertTakesPart(tx, takers);
  const [thread] = await openThreads(tx, [about]);
  if (!thread) throw new Error('A conversation was begun and is not there');
  return thread;
}

/** Whoever writes takes part now, and somebody else does. @throws ILLEGAL_STATE */
export function assertTakesPart(tx: Tx, takers: readonly Taker[]): void {
  const others = takers.filter(({ membershipId }) => membershipId !== tx.actor.membershipId);
  if (others.length === takers.length) {
    throw illegalState('You do not take part in this any more.', 'NOT_PART_OF_IT');
  }
  if (others.length === 0) throw illegalState('Nobody else takes part in this now.', 'NOBODY_ELSE');
}
