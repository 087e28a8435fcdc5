import { type Reaction } from '@softmob/api-kit';
import { type Participant, participants } from '@softmob/participants-api';
import { type Mobility } from './mobility.entity';
import { mobilities } from './project.loaders';
import { sortNameOf } from './sort-name';
import { patchMobilities } from './stage.service';

/** What a mobility repeats of its participant, because rules and lists read it there. */
export const repeatedOf = (participant: Participant) => ({
  participantPersonId: participant.personId,
  guardianPersonId: participant.guardianPersonId,
  adultOn: participant.adultOn,
  sortName: sortNameOf(participant),
});

/** A corrected participant is corrected in all their mobilities, in three statements for any number. */
export const participantChangesReaction: Reaction = {
  on: 'participant.changed',
  async runAll(tx, events) {
    const ids = events.map(({ subjectId }) => subjectId);
    const rows = await tx.db.query<Participant>(
      `SELECT ${participants.select('x')} FROM participant x WHERE x.id = ANY($1::uuid[])`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const followers = await tx.db.query<Mobility>(
      `SELECT ${mobilities.select('x')} FROM mobility x WHERE x.participant_id = ANY($1::uuid[]) ORDER BY x.id FOR UPDATE`,
      [ids],
    );
    await patchMobilities(tx, followers, (mobility) => {
      const participant = byId.get(mobility.participantId);
      return participant ? repeatedOf(participant) : {};
    });
  },
};
