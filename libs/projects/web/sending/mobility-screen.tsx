import { useQuery } from '@apollo/client/react';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { graphql } from '@softmob/gql/sending';
import { Page, QueryError, useSession } from '@softmob/portal-kit';
import { Facts, Section, SkeletonList, StateChip, type StateKey, useFormat } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCountry } from '../shared/use-country';

const MobilityFrameDocument = graphql(`
  query MobilityFrame($id: ID!) {
    mobility(id: $id) {
      id
      stage
      startsOn
      endsOn
      bmId
      greenTravel
      arrivedOn
      version
      flow {
        id
        code
        town
        country
        project {
          id
          title
        }
      }
      hostOrganisation {
        id
        name
      }
      company {
        id
        name
        town
      }
      participant {
        id
        firstName
        lastName
        occupation
      }
    }
  }
`);

const Data = {
  sendingCoordinator: lazy(() => import('./mobility-data.coordinator').then((m) => ({ default: m.MobilityData }))),
  sendingTeacher: lazy(() => import('./mobility-data.teacher').then((m) => ({ default: m.MobilityData }))),
  sendingFinance: lazy(() => import('./mobility-data.finance').then((m) => ({ default: m.MobilityData }))),
};

const STAGE_STATES: Readonly<Record<string, StateKey>> = {
  selected: 'draft',
  proposed: 'waiting',
  confirmed: 'done',
  abroad: 'abroad',
  back: 'done',
  withdrawn: 'blocked',
};

const Stack = styled('div')({ display: 'grid', gap: 24, '& > *': { minWidth: 0 } });

/** One participant's mobility with all data the reader may see. */
export function MobilityScreen() {
  const { t } = useTranslation('projects');
  const format = useFormat();
  const country = useCountry();
  const { id = '' } = useParams();
  const { audience } = useSession();
  const { data, error, refetch } = useQuery(MobilityFrameDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <QueryError error={error} level={1} backTo="/board" onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="page" />;
  const { mobility } = data;
  const { participant, flow } = mobility;
  const Part = audience in Data ? Data[audience as keyof typeof Data] : null;
  return (
    <Page
      title={`${participant.firstName ?? ''} ${participant.lastName ?? ''}`}
      meta={
        <StateChip state={STAGE_STATES[mobility.stage] ?? 'draft'} label={t(`stage.${mobility.stage}`)} size="medium" />
      }
      actions={
        <Button startIcon={<ForumOutlined />} href={`/messages/new?kind=mobility&subject=${id}`}>
          {t('kit:action.message')}
        </Button>
      }
      crumbs={[
        { label: t('nav.projects'), to: '/projects' },
        { label: flow.project.title, to: `/projects/${flow.project.id}` },
      ]}
    >
      <Stack>
        <Section title={t('mobility.stay')}>
          <Facts
            columns={3}
            items={[
              { label: t('flow.code'), value: `${flow.code} · ${flow.town}, ${country(flow.country)}` },
              { label: t('flow.dates'), value: format.dateRange(mobility.startsOn, mobility.endsOn) },
              { label: t('flow.host'), value: mobility.hostOrganisation?.name ?? t('mobility.notYet') },
              {
                label: t('mobility.company'),
                value: mobility.company ? `${mobility.company.name}, ${mobility.company.town}` : t('mobility.notYet'),
              },
              { label: t('mobility.bmId'), value: mobility.bmId ?? t('mobility.toBeAssigned') },
              { label: t('mobility.green'), value: t(mobility.greenTravel ? 'kit:word.yes' : 'kit:word.no') },
            ]}
          />
        </Section>
        {Part && (
          <Suspense fallback={<SkeletonList kind="cards" />}>
            <Part id={id} />
          </Suspense>
        )}
      </Stack>
    </Page>
  );
}
