import { type FlowBoardQuery } from '@softmob/gql/sending-coordinator/graphql';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardLearner, type BoardOffer } from '../shared/board';
import { subjectOf } from '../shared/replace-view';

type Mobility = FlowBoardQuery['mobilities']['nodes'][number];
type Capacity = FlowBoardQuery['capacities'][number];

const statusOf = (status: string | undefined): BoardLearner['status'] =>
  status === 'requested' || status === 'proposed' || status === 'confirmed' ? status : 'selected';

/** Whether the places are there through the whole stay. */
const isOpen = (capacity: Capacity, from: string, to: string): boolean =>
  (capacity.startsOn ?? from) <= from && (capacity.endsOn ?? to) >= to;

/** What the board shows of a flow, from what the server says. */
export function useBoard(
  data: FlowBoardQuery | undefined,
  flow: { startsOn: string; endsOn: string },
  notes: Readonly<Record<string, string>>,
) {
  const { t } = useTranslation('placements');
  return useMemo(() => {
    const learner = ({ id, stage, participant, placement, startsOn, endsOn }: Mobility): BoardLearner => ({
      id,
      // Once they have left there is nothing to take back.
      placementId: stage === 'abroad' || stage === 'back' ? null : (placement?.id ?? null),
      name: [participant.lastName, participant.firstName].filter(Boolean).join(' '),
      detail: [
        participant.occupation,
        [participant.mainLanguage, participant.languageLevel].filter(Boolean).join(' '),
        participant.minor ? t('board.minor') : '',
      ]
        .filter(Boolean)
        .join(' · '),
      occupation: participant.occupation,
      starts: startsOn,
      ends: endsOn,
      status: statusOf(placement?.status),
      capacityId: placement?.capacity?.id ?? null,
      where: placement?.company
        ? t('board.at', { company: placement.company.name, town: placement.company.town })
        : undefined,
      note: notes[id] === undefined ? undefined : t(`unmatched.${notes[id]}`),
    });
    const offer = (capacity: Capacity): BoardOffer => ({
      id: capacity.id,
      company: capacity.company.name,
      town: capacity.company.town,
      occupation: capacity.occupation,
      places: capacity.places,
      free: capacity.free,
      open: isOpen(capacity, flow.startsOn, flow.endsOn),
    });
    const nodes = data?.mobilities.nodes ?? [];
    return {
      learners: nodes.map(learner),
      offers: (data?.capacities ?? []).map(offer),
      /** Mobilities whose company another one can take over from. */
      replaceable: new Set(nodes.filter((node) => subjectOf(node) !== null).map(({ id }) => id)),
      /** Mobilities whose placement no host answers. */
      direct: new Set(nodes.filter(({ placement }) => placement && !placement.hostOrganisation).map(({ id }) => id)),
    };
  }, [data, flow.startsOn, flow.endsOn, notes, t]);
}
