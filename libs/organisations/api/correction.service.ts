import { policy } from '@softmob/access';
import { type Ctx, findOne, type LoaderDefinition, validate, write } from '@softmob/api-kit';
import { z } from 'zod';
import { type Organisation } from './organisation.entity';
import { organisations } from './organisation.loaders';

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => (value ? value : null));
const schema = z.object({
  name: z.string().trim().min(2, { error: 'Write the name as on documents.' }).max(200),
  street: line(200),
  postcode: line(20),
  town: z.string().trim().min(1, { error: 'Write the town.' }).max(100),
  email: z
    .union([z.literal('').transform(() => null), z.email({ error: 'Write an address such as name@company.example.' })])
    .nullish(),
  phone: line(40),
  myPhone: line(40),
});

export interface Correction {
  readonly id: string;
  readonly expectedVersion: number;
  readonly name: string;
  readonly street?: string | null;
  readonly postcode?: string | null;
  readonly town: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly myPhone?: string | null;
}

/** Corrects an organisation, or says that its data are right as they stand; the caller's own telephone with it. */
export async function correctOrganisation(ctx: Ctx, input: Correction): Promise<Organisation> {
  const { id, expectedVersion, ...rest } = input;
  const { myPhone, ...wished } = validate(schema, rest);
  const patch = { ...wished, email: wished.email ?? null };
  await write(ctx, policy.organisations.correct, async (tx) => {
    const row = await tx.load(organisations, id);
    ctx.assert(policy.organisations.correct, row);
    await tx.update(organisations, row, patch, expectedVersion);
    if (myPhone) {
      await tx.db.query('UPDATE membership SET phone = $2 WHERE id = $1 AND organisation_id = $3', [
        ctx.actor.membershipId,
        myPhone,
        id,
      ]);
    }
    await tx.event({
      type: 'organisation.checked',
      subjectType: 'organisation',
      subjectId: id,
      organisationId: row.ownerId,
      ...tx.difference(organisations, row, patch),
    });
    return true;
  });
  return findOne(ctx, organisations, id);
}

/** When somebody of an organisation last corrected or confirmed its data. */
export const checkedAtOfOrganisation: LoaderDefinition<string, Date | null> = {
  name: 'checkedAtOfOrganisation',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<{ id: string; at: Date }>(
      `SELECT e.subject_id AS id, max(e.at) AS at FROM event e
       WHERE e.subject_id = ANY($1::uuid[]) AND e.type = 'organisation.checked' GROUP BY e.subject_id`,
      [ids],
    );
    const at = new Map(rows.map((row) => [row.id, row.at]));
    return ids.map((id) => at.get(id) ?? null);
  },
};
