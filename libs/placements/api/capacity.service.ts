import { policy } from '@softmob/access';
import {
  conflict,
  type Ctx,
  type DomainEvent,
  findAll,
  findOne,
  invalid,
  type Reaction,
  type Tx,
  validate,
  write,
} from '@softmob/api-kit';
import { organisations } from '@softmob/organisations-api';
import { flows } from '@softmob/projects-api';
import { z } from 'zod';
import { type Capacity } from './capacity.entity';
import { type SetCapacityInput } from './inputs';
import { capacities } from './placement.loaders';

const capacityInput = z
  .object({
    occupation: z.string().trim().min(2, { error: 'Write the occupation.' }).max(200),
    places: z
      .int({ error: 'Write a whole number of places.' })
      .min(0, { error: 'Write 0 or more places.' })
      .max(500, { error: 'Write at most 500 places.' }),
    startsOn: z.string().nullish(),
    endsOn: z.string().nullish(),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'The last day lies before the first.',
    params: { code: 'PERIOD_REVERSED' },
  });

/**
 * Says how many learners of an occupation a company takes at once.
 * @throws NOT_FOUND, FORBIDDEN, VALIDATION, CONFLICT (more are taken; said twice for the same days; changed meanwhile)
 */
export function setCapacity(ctx: Ctx, input: SetCapacityInput): Promise<Capacity> {
  const { occupation, places, startsOn, endsOn } = validate(capacityInput, input);
  const patch = { occupation, places, startsOn: startsOn ?? null, endsOn: endsOn ?? null };
  return write(ctx, policy.placements.setCapacity, async (tx) => {
    const company = await findOne(ctx, organisations, input.companyId);
    ctx.assert(policy.placements.setCapacity, company);
    if (company.kind !== 'company') throw invalid('companyId', 'NOT_A_COMPANY', 'Only companies have places.');
    const before = input.id ? await tx.load(capacities, input.id) : null;
    if (before && before.companyId !== company.id) throw conflict();
    const [row] = before
      ? [await tx.update(capacities, before, patch, input.version)]
      : await tx.insert(capacities, [
          {
            id: tx.newId(),
            companyId: company.id,
            hostOrganisationId: company.managerId,
            createdAt: ctx.clock.now(),
            ...patch,
          },
        ]);
    if (!row) throw new Error('A capacity was not stored');
    await tx.event({
      type: 'capacity.set',
      subjectType: 'capacity',
      subjectId: row.id,
      ...(before ? tx.difference(capacities, before, patch) : { after: { companyId: company.id, ...patch } }),
    });
    return row;
  });
}

/** Places within reach; for a flow, those in its country and, where it has one, of its host. */
export async function listCapacities(ctx: Ctx, flowId?: string | null): Promise<Capacity[]> {
  const flow = flowId ? await findOne(ctx, flows, flowId) : null;
  return findAll(ctx, capacities, {
    join: 'JOIN organisation o ON o.id = x.company_id',
    orderBy: 'lower(o.name), x.occupation, x.starts_on NULLS FIRST, x.id',
    where: (parameters) =>
      flow
        ? [
            `o.country = ${parameters.add(flow.country)}`,
            `coalesce(x.ends_on, 'infinity') >= ${parameters.add(flow.endsOn)}::date`,
            `coalesce(x.starts_on, '-infinity') <= ${parameters.add(flow.startsOn)}::date`,
            ...(flow.hostOrganisationId
              ? [`x.host_organisation_id = ${parameters.add(flow.hostOrganisationId)}::uuid`]
              : []),
          ].join(' AND ')
        : 'TRUE',
  });
}

/**
 * Companies came in from a file: their places are stored, once per occupation. What is promised stays promised, and a period
 * that overlaps one which the company has already, or one further up in the file, is left to be settled by hand.
 */
async function storeImported(tx: Tx, event: DomainEvent): Promise<void> {
  const listed = (event.after?.companies ?? []) as readonly object[];
  await tx.db.query(
    `WITH listed AS (
       SELECT r."organisationId" AS company_id, r.occupation, max(r.places) AS places, r."availableFrom" AS starts_on,
              r."availableTo" AS ends_on, o.manager_id, min(r.at) AS at
       FROM jsonb_to_recordset($1::jsonb) r("organisationId" uuid, occupation text, places int, "availableFrom" date, "availableTo" date, at int)
       JOIN organisation o ON o.id = r."organisationId" GROUP BY 1, 2, 4, 5, 6
     ), known AS (
       UPDATE capacity c SET host_organisation_id = l.manager_id, version = c.version + 1,
         places = greatest(l.places, capacity_peak(c.id, NULL, NULL))
       FROM listed l WHERE c.company_id = l.company_id AND c.occupation = l.occupation
         AND c.starts_on IS NOT DISTINCT FROM l.starts_on AND c.ends_on IS NOT DISTINCT FROM l.ends_on
       RETURNING c.company_id, c.occupation, c.starts_on, c.ends_on
     )
     INSERT INTO capacity (id, company_id, host_organisation_id, occupation, places, starts_on, ends_on, created_at)
     SELECT gen_random_uuid(), l.company_id, l.manager_id, l.occupation, l.places, l.starts_on, l.ends_on, $2
     FROM listed l WHERE NOT EXISTS (
       SELECT 1 FROM known k WHERE k.company_id = l.company_id AND k.occupation = l.occupation
         AND k.starts_on IS NOT DISTINCT FROM l.starts_on AND k.ends_on IS NOT DISTINCT FROM l.ends_on)
     ORDER BY l.at
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(listed.map((entry, at) => ({ ...entry, at }))), tx.ctx.clock.now()],
  );
}

export const importReaction: Reaction = { on: 'companies.imported', run: storeImported };
