import { useQuery } from '@apollo/client/react';
import { policy } from '@softmob/access';
import { graphql } from '@softmob/gql/sending';
import { type PlacementFlowsQuery } from '@softmob/gql/sending/graphql';
import { Page, QueryError, useCan, useToday, useUrlState } from '@softmob/portal-kit';
import { EmptyState, SelectField, SkeletonList, useFormat } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowPlacements } from './flow-placements';

const PlacementFlowsDocument = graphql(`
  query PlacementFlows {
    flows {
      id
      code
      country
      town
      startsOn
      endsOn
      hostOrganisation {
        id
        name
      }
    }
  }
`);

const FlowBoard = lazy(() => import('./flow-board.coordinator').then((module) => ({ default: module.FlowBoard })));

type Flow = PlacementFlowsQuery['flows'][number];

/** The flow asked for, else the next one to depart. */
function chosenFlow(flows: readonly Flow[], id: string, today: string): Flow | undefined {
  return flows.find((flow) => flow.id === id) ?? flows.find((flow) => flow.startsOn >= today) ?? flows.at(-1);
}

/** The placements of one flow: matching for the coordinator, the state of things for everybody else. */
export function PlacementsScreen() {
  const { t } = useTranslation('placements');
  const format = useFormat();
  const today = useToday();
  const mayPropose = useCan(policy.placements.propose);
  const [url, setUrl] = useUrlState({ flow: '' });
  const { data, error, refetch } = useQuery(PlacementFlowsDocument);
  const flow = data && chosenFlow(data.flows, url.flow, today);
  const describe = ({ hostOrganisation }: Flow) => {
    if (!hostOrganisation) return t(mayPropose ? 'sending.direct' : 'sending.readDirect');
    return t(mayPropose ? 'sending.withHost' : 'sending.readHost', { host: hostOrganisation.name });
  };
  return (
    <Page
      title={t('sending.title')}
      description={flow && describe(flow)}
      actions={
        flow && (
          <SelectField
            id="flow"
            label={t('sending.flow')}
            value={flow.id}
            onChange={({ target }) => setUrl({ flow: target.value }, { push: true })}
            empty={null}
            options={(data?.flows ?? []).map((one) => ({
              value: one.id,
              label: `${one.code} · ${one.town} · ${format.dateRange(one.startsOn, one.endsOn)}`,
            }))}
          />
        )
      }
    >
      {error && <QueryError error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonList />}
      {data && !flow && (
        <EmptyState title={t('sending.noFlow')}>
          {t(mayPropose ? 'sending.noFlowHint' : 'sending.readNoFlow')}
        </EmptyState>
      )}
      {flow &&
        (mayPropose ? (
          <Suspense fallback={<SkeletonList />}>
            <FlowBoard key={flow.id} flow={flow} />
          </Suspense>
        ) : (
          <FlowPlacements flowId={flow.id} />
        ))}
    </Page>
  );
}
