import { type DomainEvent, type Reaction, type Tx } from '@softmob/api-kit';
import {
  type AgreementContent,
  composeContent,
  fill,
  formatDay,
  type Locale,
  missingIn,
  moveContent,
  text,
  textIn,
} from '@softmob/learning-model';
import { type AgreementAfter, tellOfReplacement } from '@softmob/placements-api';
import { mobilities, type Mobility } from '@softmob/projects-api';
import { type QueryResultRow } from 'pg';
import { type AgreementVersion } from './agreement.entity';
import { CONTACTS_ASKED } from './agreement.service';
import { composeInputOf, loadFacts } from './compose-facts';
import { canonicalHash } from './hash';
import { agreementVersions } from './learning.loaders';
import { signersOf } from './signers';
import { about } from './which';

/** Read by every party of the new version: no word of the former company, or why. */
const REASON = text('Another company from {day}.', 'Un’altra azienda dal {day}.');

/** Whoever replaces a placement need not reach the agreement: both rows are read past the reach, and locked. */
async function concerned(tx: Tx, mobilityId: string): Promise<{ mobility: Mobility; newest: AgreementVersion | null }> {
  const [mobility] = await tx.db.query<Mobility & QueryResultRow>(
    `SELECT ${mobilities.select('x')} FROM mobility x WHERE x.id = $1 FOR UPDATE`,
    [mobilityId],
  );
  const [newest] = await tx.db.query<AgreementVersion & QueryResultRow>(
    `SELECT ${agreementVersions.select('x')} FROM agreement_version x WHERE x.mobility_id = $1
     ORDER BY x.number DESC LIMIT 1 FOR UPDATE`,
    [mobilityId],
  );
  if (!mobility) throw new Error('A mobility whose company was replaced has gone');
  return { mobility, newest: newest ?? null };
}

/** What the agreement says from now on. */
async function contentAt(tx: Tx, mobility: Mobility, newest: AgreementVersion): Promise<AgreementContent> {
  const { hoursPerWeek } = newest.content.context;
  const wishes = { hoursPerWeek, units: null, today: tx.actor.today };
  const input = composeInputOf(await loadFacts(tx, [mobility]), mobility, wishes);
  if (!input) throw new Error('An agreement cannot be composed without its parties');
  return moveContent(newest.content, composeContent(input));
}

const columnsOf = (mobility: Mobility, content: AgreementContent) => ({
  content,
  contentHash: canonicalHash(content),
  requiredParties: content.requiredParties,
  companyId: mobility.companyId ?? '',
  hostOrganisationId: mobility.hostOrganisationId,
  hasSupporting: content.parties.supporting !== null,
  adultOn: mobility.adultOn,
});
type Columns = ReturnType<typeof columnsOf>;

/** A draft follows the facts and stays with whoever writes it. */
async function renewDraft(tx: Tx, mobility: Mobility, newest: AgreementVersion, columns: Columns): Promise<void> {
  await tx.update(agreementVersions, newest, columns);
  await tx.event({
    type: 'agreement.composed',
    subjectType: 'agreement',
    subjectId: mobility.id,
    ...about(mobility),
    before: { contentHash: newest.contentHash },
    after: {
      contentHash: columns.contentHash,
      units: columns.content.units.map(({ key }) => key),
      signers: signersOf(columns),
    },
  });
}

/** The version signed before stays in force, as it was, until all have signed the new one; an open one makes way. */
async function amend(tx: Tx, mobility: Mobility, newest: AgreementVersion, columns: Columns, from: string) {
  const now = tx.ctx.clock.now();
  const locale = tx.ctx.request.locale as Locale;
  const complete = missingIn(columns.content, { contactsPerOrganisation: CONTACTS_ASKED }).length === 0;
  const [number, reason] = [newest.number + 1, textIn(fill(REASON, { day: formatDay(from, locale) }), locale)];
  if (newest.status === 'open') {
    await tx.update(agreementVersions, newest, { status: 'superseded', supersededAt: now });
  }
  await tx.insert(agreementVersions, [
    {
      ...{ id: tx.newId(), agreementId: newest.agreementId, mobilityId: mobility.id, number, reason, ...columns },
      ...{ status: complete ? 'open' : 'draft', openedAt: complete ? now : null },
      ...{ createdBy: tx.ctx.personId, createdAt: now, version: 1 },
    },
  ]);
  const fact = { subjectType: 'agreement', subjectId: mobility.id, ...about(mobility) };
  const after = { number, contentHash: columns.contentHash };
  await tx.events([
    {
      ...fact,
      type: 'agreement.amended',
      before: { number: newest.number, contentHash: newest.contentHash },
      after: { ...after, reason },
    },
    ...(complete ? [{ ...fact, type: 'agreement.opened', after }] : []),
  ]);
  return complete;
}

async function agreementAfter(tx: Tx, event: DomainEvent): Promise<AgreementAfter> {
  const { mobility, newest } = await concerned(tx, event.mobilityId ?? '');
  if (!newest) return 'none';
  const columns = columnsOf(mobility, await contentAt(tx, mobility, newest));
  if (newest.status === 'draft') {
    await renewDraft(tx, mobility, newest, columns);
    return 'draft';
  }
  return (await amend(tx, mobility, newest, columns, String(event.after?.startsOn))) ? 'sign' : 'draft';
}

/**
 * Another company took over: the agreement is amended and opened for signature where nothing is missing, and everybody
 * concerned hears once of both.
 */
export const replacementReaction: Reaction = {
  on: 'placement.replaced',
  run: async (tx, event) => tellOfReplacement(tx, event, await agreementAfter(tx, event)),
};
