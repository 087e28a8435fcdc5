import { type OutgoingMail, type Tx } from '@softmob/api-kit';
import { type QueryResultRow } from 'pg';
import { namesOf, readersOf, tutorsOf } from './notices';
import { type Placement } from './placement.entity';

/** What becomes of the place of one who withdrew. */
export type Following = 'proposed' | 'asked' | 'other' | 'none';

/** A placement that ended with a withdrawal, and who follows on it. */
export interface Vacated {
  readonly placement: Placement;
  readonly next: Following;
}

interface Frame {
  readonly id: string;
  readonly flow: string;
  readonly school: string;
}

async function framesOf(tx: Tx, vacated: readonly Vacated[]): Promise<Map<string, Frame>> {
  const rows = await tx.db.query<Frame & QueryResultRow>(
    `SELECT x.id, f.code AS flow, s.name AS school FROM placement x JOIN flow f ON f.id = x.flow_id
     JOIN organisation s ON s.id = x.sending_organisation_id WHERE x.id = ANY($1::uuid[])`,
    [vacated.map(({ placement }) => placement.id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const answers = (next: Following) => next === 'proposed' || next === 'asked';

/**
 * Tells hosts and tutors, each with one e-mail, who withdrew and what becomes of the place. A name is only for whom it
 * was open: from the confirmation on.
 */
export async function tellOfVacated(tx: Tx, vacated: readonly Vacated[]): Promise<void> {
  if (vacated.length === 0) return;
  const rows = vacated.map(({ placement }) => placement);
  const [names, frames] = [await namesOf(tx, rows), await framesOf(tx, vacated)];
  const hosts = rows.map((row) => row.hostOrganisationId).filter((id) => id !== null);
  const readers = await readersOf(tx, hosts, 'hostCoordinator');
  const tutors = await tutorsOf(tx, rows);
  const { publicUrl } = tx.ctx.runtime.settings;
  const common = (reader: { name: string; email: string; locale: string }, own: readonly Vacated[]) => ({
    recipient: reader.email,
    recipientName: reader.name,
    locale: reader.locale,
    organisationId: own[0]?.placement.sendingOrganisationId ?? null,
  });
  const lines = (own: readonly Vacated[], nextOf: (next: Following) => Following) =>
    own
      .map(({ placement: row, next }) => {
        const who = row.confirmedAt ? (names.get(row.id) ?? '') : '';
        return [who, frames.get(row.id)?.flow ?? '', row.startsOn, row.endsOn, nextOf(next)].join('|');
      })
      .join('\n');
  const schools = (own: readonly Vacated[]) =>
    [...new Set(own.map(({ placement }) => frames.get(placement.id)?.school ?? ''))].join(', ');
  const toHosts = readers.map((reader): OutgoingMail => {
    const own = vacated.filter(({ placement }) => placement.hostOrganisationId === reader.organisationId);
    const answer = own.some(({ next }) => answers(next));
    const flowIds = [...new Set(own.map(({ placement }) => placement.flowId))];
    const requests = `/host/requests${flowIds.length === 1 ? `?flow=${flowIds.join('')}` : ''}`;
    return {
      ...common(reader, own),
      template: 'placements:withdrawn-host',
      data: {
        name: reader.name,
        school: schools(own),
        count: own.length,
        lines: lines(own, (next) => next),
        answer: answer ? 1 : 0,
        url: `${publicUrl}${answer ? requests : '/host/'}`,
      },
    };
  });
  const toTutors = tutors.flatMap((tutor): OutgoingMail[] => {
    const own = vacated.filter(
      ({ placement: row }) =>
        row.confirmedAt !== null && row.tutorPersonId === tutor.personId && row.companyId === tutor.organisationId,
    );
    if (own.length === 0) return [];
    const data = {
      name: tutor.name,
      company: tutor.companyName,
      count: own.length,
      lines: lines(own, (next) => (next === 'proposed' ? 'proposed' : 'none')),
    };
    const place = { mobilityIds: own.map(({ placement: row }) => row.mobilityId), page: '/company/learners' };
    return [{ ...common(tutor, own), ...place, template: 'placements:withdrawn-tutor', data }];
  });
  await tx.mails([...toHosts, ...toTutors]);
}
