import { seatTutors, signAll } from './agree';
import { addDays } from './cohort';
import { type Act } from './timeline';
import { type Troupe } from './troupe';

interface Standing {
  mobility: { participant: { occupation: string }; placement: { id: string; endsOn: string; company: { id: string } } };
  capacities: { id: string; occupation: string; free: number; company: { id: string } }[];
}
const STANDING = `query Standing($id: ID!, $flowId: ID!, $from: Day!, $to: Day!) {
  mobility(id: $id) { participant { occupation } placement { id endsOn company { id } } }
  capacities(flowId: $flowId) { id occupation free(from: $from, to: $to) company { id } }
}`;
const REPLACE = `mutation Replace($input: ReplacePlacementInput!) { replacePlacement(input: $input) { id } }`;

/**
 * A company closes while a learner is abroad: the host finds another one from the third week on, all sign the amendment,
 * and the new tutor goes on where the former one stopped.
 */
export function companyCloses(troupe: Troupe, code: string, seat: number): Act {
  const { id: flowId, startsOn, endsOn, hostName } = troupe.flow(code);
  return {
    day: addDays(startsOn, 10),
    name: 'a company closes',
    play: async () => {
      const traveller = (await troupe.travellers(code))[seat];
      if (!traveller) throw new Error(`Nobody goes with ${code} at ${String(seat)}`);
      const from = addDays(startsOn, 15);
      const host = troupe.host(hostName);
      const { mobility, capacities } = await host.ask<Standing>(STANDING, {
        ...{ id: traveller.mobilityId, flowId, from, to: endsOn },
      });
      const { occupation } = mobility.participant;
      const into = capacities.find(
        (one) => one.occupation === occupation && one.free > 0 && one.company.id !== mobility.placement.company.id,
      );
      if (!into) throw new Error(`No other company has a place for a ${occupation}`);
      await troupe.mailbox.catchUp();
      await host.ask(REPLACE, {
        input: {
          placementId: mobility.placement.id,
          capacityId: into.id,
          from,
          reason: 'The company closes at the end of the week.',
        },
      });
      const successors = await seatTutors(troupe, [traveller]);
      await signAll(troupe, [traveller], successors);
      for (const tutor of successors.values()) troupe.successors.push({ tutor, from });
      troupe.scene.say(`${traveller.email}: another company from ${from}, the amendment is signed`);
    },
  };
}
