import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { graphql } from '@softmob/gql/host';
import { addDays, Page, QueryError, useToday } from '@softmob/portal-kit';
import { SameAgain } from '@softmob/projects-web/same-again';
import { EmptyState, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { ArrivalGroups } from './arrival-groups';
import { HeatStrip } from './heat-strip';
import { OwnTasks } from './own-tasks';
import { RequestRows } from './request-rows';

const WEEKS = 12;

const HostHomeDocument = graphql(`
  query HostHome($from: Day!, $to: Day!) {
    placementRequests {
      requestedAt
      flow {
        id
        code
        town
        startsOn
        endsOn
      }
      sendingOrganisation {
        id
        name
      }
      placements {
        id
        status
      }
    }
    arrivals(weeks: 12) {
      id
      startsOn
      endsOn
      flow {
        id
        code
        town
      }
      sendingOrganisation {
        id
        name
      }
      company {
        id
        name
      }
      mobility {
        id
        participant {
          id
          minor
          diet
        }
      }
    }
    capacityByWeek(from: $from, to: $to) {
      capacity {
        id
        occupation
        company {
          id
          name
          town
        }
      }
      weeks {
        startsOn
        places
        taken
        confirmed
        free
      }
    }
  }
`);

const Desk = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: 20,
  '& > .wide:empty': { display: 'none' },
  '& > .wide': { gridColumn: '1 / -1', minWidth: 0 },
  [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
}));

/** The Monday of the week of this day. */
const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The host's first screen: what waits for an answer, who arrives, and where there is room. */
export function HomeScreen() {
  const { t } = useTranslation('placements');
  const today = useToday();
  const from = mondayOf(today);
  const { data, error, refetch } = useQuery(HostHomeDocument, {
    variables: { from, to: addDays(from, WEEKS * 7 - 1) },
    fetchPolicy: 'cache-and-network',
  });
  const waiting = (data?.placementRequests ?? []).reduce((sum, { placements }) => sum + placements.length, 0);
  return (
    <Page
      title={t('home.title')}
      description={data && t('home.description', { count: waiting, arriving: data.arrivals.length })}
    >
      {error && <QueryError error={error} onRetry={() => void refetch()} ns="placements" />}
      {!error && !data && <SkeletonList kind="page" />}
      {data && (
        <Desk>
          <div className="wide">
            <SameAgain />
          </div>
          <div className="wide">
            <OwnTasks />
          </div>
          <Section title={t('home.requests')} flush>
            {data.placementRequests.length > 0 ? (
              <RequestRows groups={data.placementRequests} today={today} />
            ) : (
              <EmptyState compact title={t('requests.none')}>
                {t('requests.noneHint')}
              </EmptyState>
            )}
          </Section>
          <Section
            title={t('home.arrivals')}
            flush
            actions={data.arrivals.length > 0 && <Button href="/arrivals">{t('home.arrivalSheet')}</Button>}
          >
            {data.arrivals.length > 0 ? (
              <ArrivalGroups arrivals={data.arrivals} today={today} />
            ) : (
              <EmptyState compact title={t('arrivals.none')}>
                {t('arrivals.noneHint')}
              </EmptyState>
            )}
          </Section>
          <div className="wide">
            <Section
              title={t('home.capacity')}
              description={t('home.capacityHint')}
              flush
              actions={<Button href="/companies">{t('home.companies')}</Button>}
            >
              {data.capacityByWeek.length > 0 ? (
                <HeatStrip rows={data.capacityByWeek} />
              ) : (
                <EmptyState
                  compact
                  title={t('companies.none')}
                  action={
                    <Button variant="outlined" href="/companies">
                      {t('home.companies')}
                    </Button>
                  }
                >
                  {t('companies.noneHint')}
                </EmptyState>
              )}
            </Section>
          </div>
        </Desk>
      )}
    </Page>
  );
}
