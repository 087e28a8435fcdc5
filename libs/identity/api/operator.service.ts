import { type Runtime, systemContext, Tx } from '@softmob/api-kit';
import { giveMemberships, invitePeople, knowPeople, membershipKey, normaliseEmail } from './people.service';

/**
 * Makes sure that somebody may operate: where no operator exists yet, this address becomes one and gets an invitation.
 * Run at each start; it does nothing once an operator is there.
 */
export async function ensureOperator(runtime: Runtime, address: string): Promise<void> {
  const ctx = systemContext(runtime);
  await ctx.db.transaction(async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtext('operator')::bigint)`);
    const known = await db.query(
      `SELECT 1 AS one FROM membership WHERE role = 'operator' AND ended_at IS NULL LIMIT 1`,
    );
    if (known.length > 0) return;
    const tx = new Tx(ctx, db);
    const email = normaliseEmail(address);
    const person = { email, displayName: 'Operator', locale: 'en' };
    const personId = (await knowPeople(tx, [person])).get(email) ?? '';
    const role = 'operator' as const;
    const given = await giveMemberships(tx, [{ personId, organisationId: null, role }]);
    const membershipId = given.get(membershipKey(personId, null, role)) ?? '';
    await invitePeople(tx, [{ ...person, personId, membershipId, organisationName: 'SoftMob', portal: 'sending' }]);
    await tx.event({ type: 'operator.appointed', subjectType: 'person', subjectId: personId, after: { email } });
  });
}
