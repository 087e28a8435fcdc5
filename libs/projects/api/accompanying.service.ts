import { policy } from '@softmob/access';
import { type Ctx, explainConstraint, invalid, notFound, type Tx, validate, write } from '@softmob/api-kit';
import { giveMemberships, knowPeople, normaliseEmail } from '@softmob/identity-api';
import { isEmailAddress } from '@softmob/participants-model';
import { z } from 'zod';
import { type AccompanyingPerson, type Flow } from './project.entity';
import { type AddAccompanyingPersonInput } from './project.inputs';
import { accompanyingPersons, flows } from './project.loaders';

const { editFlow: rule } = policy.projects;

explainConstraint('accompanying_once', 'ACCOMPANYING_KNOWN', 'This person goes with the flow already.');

const person = z.object({
  firstName: z.string().trim().min(1).max(100),
  lastName: z.string().trim().min(1).max(100),
  email: z
    .string()
    .trim()
    .refine(isEmailAddress, { message: 'Write an e-mail address.', params: { code: 'EMAIL_FORM' } })
    .transform(normaliseEmail),
});

/** Whoever goes with a flow is a teacher of the school: they can be invited and then see it. */
export async function knowTeachers(
  tx: Tx,
  schoolId: string,
  people: readonly { firstName: string; lastName: string; email: string }[],
): Promise<void> {
  const ids = await knowPeople(
    tx,
    people.map(({ firstName, lastName, email }) => ({
      email,
      displayName: `${firstName} ${lastName}`,
      locale: tx.ctx.request.locale,
    })),
  );
  await giveMemberships(
    tx,
    [...ids.values()].map((personId) => ({ personId, organisationId: schoolId, role: 'sendingTeacher' as const })),
  );
}

const factsOf = ({ firstName, lastName, email, startsOn, endsOn }: AccompanyingPerson) => ({
  firstName,
  lastName,
  email,
  startsOn,
  endsOn,
});

async function tell(tx: Tx, type: string, flow: Flow, row: AccompanyingPerson): Promise<void> {
  const facts = factsOf(row);
  await tx.event({
    type,
    subjectType: 'accompanying_person',
    subjectId: row.id,
    organisationId: flow.organisationId,
    flowId: flow.id,
    ...(type.endsWith('added') ? { after: facts } : { before: facts }),
  });
}

/** Adds a teacher to a flow. @throws NOT_FOUND, VALIDATION, CONFLICT where they go with it already */
export function addAccompanyingPerson(ctx: Ctx, input: AddAccompanyingPersonInput): Promise<AccompanyingPerson> {
  return write(ctx, rule, async (tx) => {
    const flow = await tx.load(flows, input.flowId);
    const facts = validate(person, input);
    const { startsOn, endsOn } = { startsOn: input.startsOn ?? flow.startsOn, endsOn: input.endsOn ?? flow.endsOn };
    if (endsOn < startsOn) throw invalid('endsOn', 'DATES_REVERSED', 'The last day lies before the first.');
    if (startsOn > flow.endsOn || endsOn < flow.startsOn) {
      throw invalid('startsOn', 'OUTSIDE_FLOW', `The flow lasts from ${flow.startsOn} to ${flow.endsOn}.`);
    }
    const [row] = await tx.insert(accompanyingPersons, [
      { id: tx.newId(), flowId: flow.id, organisationId: flow.organisationId, ...facts, startsOn, endsOn },
    ]);
    if (!row) throw new Error('The accompanying person was not stored');
    await knowTeachers(tx, flow.organisationId, [facts]);
    await tell(tx, 'accompanying.added', flow, row);
    return row;
  });
}

/** Takes a teacher off a flow; history keeps who it was. @throws NOT_FOUND */
export function removeAccompanyingPerson(ctx: Ctx, id: string): Promise<AccompanyingPerson> {
  return write(ctx, rule, async (tx) => {
    const [row] = await tx.loadAll(accompanyingPersons, (parameters) => `x.id = ${parameters.add(id)}::uuid`);
    if (!row) throw notFound('accompanying_person');
    const flow = await tx.load(flows, row.flowId);
    await tx.db.query('DELETE FROM accompanying_person WHERE id = $1', [id]);
    await tell(tx, 'accompanying.removed', flow, row);
    return row;
  });
}
