import { policy } from '@softmob/access';
import { type Ctx, invalid, validate, write } from '@softmob/api-kit';
import { giveMemberships, invitePeople, knowPeople, membershipKey, normaliseEmail } from '@softmob/identity-api';
import { z } from 'zod';
import { type Organisation } from './organisation.entity';
import { organisations } from './organisation.loaders';

const DEFAULT_RETENTION_DAYS = 180;

const schema = z.object({
  name: z.string().trim().min(2, { error: 'Give the school’s name.' }).max(200),
  oid: z
    .string()
    .trim()
    .regex(/^E\d{8}$/, { error: 'An OID reads E and eight digits.' })
    .nullish(),
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'Give the country by its two letters, such as IT.' }),
  town: z.string().trim().min(1, { error: 'Give the town.' }).max(120),
  postcode: z.string().trim().max(20).nullish(),
  street: z.string().trim().max(200).nullish(),
  coordinatorName: z.string().trim().min(2, { error: 'Give the coordinator’s name.' }).max(200),
  coordinatorEmail: z.email({ error: 'Write an e-mail address such as name@school.example.' }),
  locale: z.enum(['en', 'it']).nullish(),
});

/** What the operator knows of a school that begins to work here. */
export type OpenSchool = z.input<typeof schema>;

/** Opens a school and invites its first coordinator. @throws VALIDATION, also for an OID that is in use */
export function openSchool(ctx: Ctx, input: OpenSchool): Promise<Organisation> {
  const facts = validate(schema, input);
  return write(ctx, policy.organisations.openSchool, async (tx) => {
    if (facts.oid) {
      const known = await tx.db.query('SELECT 1 AS one FROM organisation WHERE oid = $1', [facts.oid]);
      if (known.length > 0) throw invalid('oid', 'OID_TAKEN', 'An organisation with this OID works here already.');
    }
    const { coordinatorName, coordinatorEmail, locale, ...school } = facts;
    const [organisation] = await tx.insert(organisations, [
      {
        ...school,
        id: tx.newId(),
        kind: 'school',
        retentionDays: DEFAULT_RETENTION_DAYS,
        createdAt: tx.ctx.clock.now(),
        version: 1,
      },
    ]);
    if (!organisation) throw new Error('The school was not stored');
    const email = normaliseEmail(coordinatorEmail);
    const person = { email, displayName: coordinatorName, locale: locale ?? 'en' };
    const personId = (await knowPeople(tx, [person])).get(email) ?? '';
    const membership = { personId, organisationId: organisation.id, role: 'sendingCoordinator' as const };
    const given = await giveMemberships(tx, [membership]);
    const membershipId = given.get(membershipKey(personId, organisation.id, membership.role)) ?? '';
    await invitePeople(tx, [
      { ...person, personId, membershipId, organisationName: organisation.name, portal: 'sending' },
    ]);
    await tx.event({
      type: 'school.opened',
      subjectType: 'organisation',
      subjectId: organisation.id,
      organisationId: organisation.id,
      after: { name: organisation.name, coordinator: email },
    });
    return organisation;
  });
}
