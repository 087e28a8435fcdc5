import { useQuery } from '@apollo/client/react';
import { graphql } from '@softmob/gql/participant';
import { type MyMobilitiesQuery } from '@softmob/gql/participant/graphql';
import { useToday, useUrlState } from '@softmob/portal-kit';
import { SelectField, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';

const MyMobilitiesDocument = graphql(`
  query MyMobilities {
    mobilities(filter: { order: "departure" }, first: 50) {
      nodes {
        id
        stage
        startsOn
        endsOn
        arrivedOn
        withdrawnAt
        flow {
          id
          code
          town
          country
        }
        participant {
          id
          firstName
          lastName
          minor
        }
      }
    }
  }
`);

export type MyMobility = MyMobilitiesQuery['mobilities']['nodes'][number];

const REMEMBERED = 'softmob.participant.mobility';

/** The stay one comes for: the one going on, else the next, else the last. */
function nearest(all: readonly MyMobility[], today: string): MyMobility | undefined {
  return (
    all.find(({ stage }) => stage === 'abroad') ??
    all.find(({ stage, endsOn }) => stage !== 'back' && endsOn >= today) ??
    all.at(-1)
  );
}

/**
 * The reader’s stays (a guardian’s: those of their minors) and the one that is looked at, in every screen the same; apart
 * from them the last one that was withdrawn from.
 */
export function useMyMobility() {
  const today = useToday();
  const [{ stay }, setUrl] = useUrlState({ stay: '' });
  const { data, error, refetch } = useQuery(MyMobilitiesDocument);
  const nodes = data?.mobilities.nodes ?? [];
  const all = nodes.filter(({ stage }) => stage !== 'withdrawn');
  const withdrawn = nodes.filter(({ stage }) => stage === 'withdrawn').at(-1);
  const wanted = stay || sessionStorage.getItem(REMEMBERED);
  const mobility = all.find(({ id }) => id === wanted) ?? nearest(all, today);
  const choose = (id: string) => {
    sessionStorage.setItem(REMEMBERED, id);
    setUrl({ stay: id });
  };
  return { mobility, withdrawn, all, choose, loaded: data !== undefined, error, refetch };
}

/** Shown where there is more than one stay. */
export function StayChoice({
  all,
  mobility,
  choose,
}: Pick<ReturnType<typeof useMyMobility>, 'all' | 'mobility' | 'choose'>) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  if (all.length < 2) return null;
  return (
    <SelectField
      id="stay"
      label={t('stay.label')}
      value={mobility?.id ?? ''}
      onChange={({ target }) => choose(target.value)}
      empty={null}
      options={all.map(({ id, flow, participant, startsOn, endsOn }) => ({
        value: id,
        label: `${participant.firstName ?? ''} · ${flow.town}, ${format.dateRange(startsOn, endsOn)}`,
      }))}
    />
  );
}
