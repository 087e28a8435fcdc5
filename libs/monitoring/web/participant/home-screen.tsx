import { useQuery } from '@apollo/client/react';
import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import HistoryEduOutlined from '@mui/icons-material/HistoryEduOutlined';
import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type MyMobility, StayChoice, useMyMobility } from '@softmob/documents-web/my-mobility';
import { Page, QueryError, useSession } from '@softmob/portal-kit';
import { Countdown, EmptyState, Section, SkeletonList, TaskCard, Timeline, useFormat } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { hoursText } from '../shared/hours-text';
import { HomeDocument, type HomeMobility } from './home.operations';
import { doneTasks, openSteps, ownViewDue } from './next-steps';
import { StepList } from './step-list';

const StayActions = lazy(() => import('./stay-actions.own').then((module) => ({ default: module.StayActions })));
const SHOWN_DONE = 5;

const Shortcuts = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
  gap: 8,
  '& .MuiButton-root': { justifyContent: 'flex-start' },
});

function Greeting({ mobility }: { mobility: HomeMobility }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const { today, audience } = useSession();
  const { stage, startsOn, endsOn, flow, participant, attendanceSummary } = mobility;
  const started = today >= startsOn;
  const until = { town: flow.town, name: participant.firstName ?? '' };
  const over = stage === 'back' || today > endsOn;
  return (
    <Section tone="brand">
      <Stack spacing={2}>
        <Typography color="textSecondary">
          {flow.town} · {format.dateRange(startsOn, endsOn)}
        </Typography>
        {over ? (
          <Typography variant="display" component="p">
            {t('home.back')}
          </Typography>
        ) : (
          <Countdown
            to={startsOn}
            today={today}
            until={endsOn}
            label={t(started ? 'home.during' : audience === 'guardian' ? 'home.untilTheirs' : 'home.until', until)}
          />
        )}
        {attendanceSummary.present > 0 && (
          <Typography className="num" color="textSecondary">
            {t('home.attendance', {
              count: attendanceSummary.present,
              hours: hoursText(format, attendanceSummary.hours),
            })}
          </Typography>
        )}
      </Stack>
    </Section>
  );
}

function Home({ mobility }: { mobility: HomeMobility }) {
  const { t } = useTranslation('monitoring');
  const { audience, today } = useSession();
  const ownView = audience === 'participant' ? ownViewDue(mobility, today) : null;
  const steps = openSteps(mobility, audience);
  const done = doneTasks(mobility);
  return (
    <Stack spacing={5}>
      <Greeting mobility={mobility} />
      {audience === 'participant' && (
        <Suspense fallback={null}>
          <StayActions mobility={mobility} />
        </Suspense>
      )}
      <StepList steps={steps} />
      {ownView && (
        <TaskCard
          title={t('home.ownView')}
          detail={t(`home.ownViewWhy.${ownView}`)}
          state="atRisk"
          level={2}
          to="/self-assessment"
        />
      )}
      {done.length > 0 && (
        <Section title={t('home.done')} description={t('home.doneCount', { count: done.length })}>
          <Timeline
            label={t('home.done')}
            items={done
              .slice(0, SHOWN_DONE)
              .map(({ id, title, doneAt }) => ({ id, title, state: 'done', date: doneAt ?? null }))}
          />
        </Section>
      )}
      <Shortcuts>
        {mobility.company && (
          <Button variant="outlined" size="large" startIcon={<StorefrontOutlined />} href="/people">
            {mobility.company.name}
          </Button>
        )}
        <Button variant="outlined" size="large" startIcon={<HistoryEduOutlined />} href="/agreements">
          {t('home.agreement')}
        </Button>
        {(mobility.stage === 'abroad' || mobility.stage === 'back') && (
          <Button variant="outlined" size="large" startIcon={<WorkspacePremiumOutlined />} href="/certificates">
            {t('home.certificates')}
          </Button>
        )}
        <Button variant="outlined" size="large" startIcon={<BadgeOutlined />} href="/me">
          {t(audience === 'guardian' ? 'home.theirData' : 'home.myData')}
        </Button>
      </Shortcuts>
      {mobility.stage !== 'back' && (
        <Button href="/withdraw" color="inherit" sx={{ alignSelf: 'center', color: 'text.secondary' }}>
          {t(audience === 'guardian' ? 'home.cannotGoTheirs' : 'home.cannotGo', {
            name: mobility.participant.firstName ?? '',
          })}
        </Button>
      )}
    </Stack>
  );
}

/** Nothing to show yet, or nothing any more: a stay does not vanish without a word. */
function NoStay({ withdrawn }: { withdrawn: MyMobility | undefined }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  if (!withdrawn?.withdrawnAt) return <EmptyState title={t('home.none')}>{t('home.noneHint')}</EmptyState>;
  const { flow, startsOn, endsOn, withdrawnAt } = withdrawn;
  return (
    <EmptyState
      title={t('home.withdrawn', { town: flow.town, dates: format.dateRange(startsOn, endsOn) })}
      action={
        <Button variant="outlined" href="/agreements">
          {t('home.agreement')}
        </Button>
      }
    >
      {t('home.withdrawnHint', { date: format.date(withdrawnAt, 'long') })}
    </EmptyState>
  );
}

/** My mobility: how long still, the next thing to do, what is done. */
export function HomeScreen() {
  const { t } = useTranslation('monitoring');
  const { viewer, audience } = useSession();
  const stay = useMyMobility();
  const id = stay.mobility?.id ?? '';
  const { data, error, refetch } = useQuery(HomeDocument, {
    variables: { id },
    skip: !id,
    fetchPolicy: 'cache-and-network',
  });
  const failure = stay.error ?? error;
  const name = audience === 'guardian' ? stay.mobility?.participant.firstName : viewer.displayName.split(' ')[0];
  return (
    <Page title={t(audience === 'guardian' ? 'home.titleGuardian' : 'home.title', { name: name ?? '' })}>
      <Stack spacing={4}>
        <StayChoice {...stay} />
        {failure && <QueryError error={failure} onRetry={() => void (stay.error ? stay.refetch() : refetch())} />}
        {!failure && (!stay.loaded || (id && !data)) && <SkeletonList kind="cards" rows={4} />}
        {stay.loaded && !id && <NoStay withdrawn={stay.withdrawn} />}
        {data && <Home key={id} mobility={data.mobility} />}
      </Stack>
    </Page>
  );
}
