import { useQuery } from '@apollo/client/react';
import Stack from '@mui/material/Stack';
import { graphql } from '@softmob/gql/company';
import { type ReportListQuery } from '@softmob/gql/company/graphql';
import { mondayOf, weeksOfStay, weeksWithReportDue } from '@softmob/monitoring-model';
import { Page, QueryError, useToday } from '@softmob/portal-kit';
import { addDays, EmptyState, Section, SkeletonList, TaskCard, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { hoursText } from '../shared/hours-text';

const ReportListDocument = graphql(`
  query ReportList {
    mobilities(filter: { stages: ["confirmed", "abroad", "back"], order: "departure" }, first: 100) {
      nodes {
        id
        stage
        startsOn
        endsOn
        placement {
          id
          startsOn
          endsOn
        }
        participant {
          id
          firstName
          lastName
        }
        weeklyReports {
          id
          weekStart
          submittedAt
        }
        attendanceSummary {
          days
          present
          hours
          workingDays
          complete
        }
      }
    }
  }
`);

type Learner = ReportListQuery['mobilities']['nodes'][number];

/** The weeks of one learner: due, begun, written. */
function LearnerWeeks({ learner }: { learner: Learner }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const today = useToday();
  const { id, participant, placement, weeklyReports, attendanceSummary, stage } = learner;
  // Where another company had the learner before or takes over, a tutor reports on their own days only.
  const { startsOn, endsOn } = placement ?? learner;
  const weeks = weeksOfStay(learner.startsOn, learner.endsOn);
  const own = weeksOfStay(startsOn, endsOn);
  const due = new Set(weeksWithReportDue(startsOn, endsOn, today));
  const written = new Map(weeklyReports.map((report) => [report.weekStart, report]));
  const begun = stage === 'abroad' || stage === 'back';
  const shown = begun ? own.filter((week) => week <= mondayOf(today)) : [];
  const open = shown.filter((week) => !written.has(week));
  const done = shown.filter((week) => written.has(week)).reverse();
  const card = (week: string) => {
    const report = written.get(week);
    const number = weeks.indexOf(week) + 1;
    return (
      <TaskCard
        key={week}
        level={3}
        title={t(report ? 'report.weekDone' : 'report.weekOpen', { number })}
        detail={`${format.dateRange(week < startsOn ? startsOn : week, addDays(week, 6) > endsOn ? endsOn : addDays(week, 6))}${
          report ? ` · ${t('report.sentOn', { date: format.date(report.submittedAt, 'short') })}` : ''
        }`}
        state={report ? 'done' : due.has(week) ? 'atRisk' : 'waiting'}
        to={`/reports/${id}/${week}`}
      />
    );
  };
  return (
    <Section
      title={`${participant.firstName ?? ''} ${participant.lastName ?? ''}`}
      description={
        begun
          ? t('report.attendance', {
              days: attendanceSummary.days,
              total: attendanceSummary.workingDays,
              hours: hoursText(format, attendanceSummary.hours),
            })
          : t('report.notYet', { date: format.date(startsOn, 'long') })
      }
    >
      {begun && (
        <Stack spacing={3}>
          {open.map(card)}
          {done.map(card)}
        </Stack>
      )}
    </Section>
  );
}

/** Whom the tutor reports on, and which weeks are open. */
export function ReportsScreen() {
  const { t } = useTranslation('monitoring');
  const { data, error, refetch } = useQuery(ReportListDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Page title={t('report.listTitle')} description={t('report.listHint')}>
      {error && <QueryError error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonList kind="cards" rows={4} />}
      {data?.mobilities.nodes.length === 0 && (
        <EmptyState title={t('report.nobody')}>{t('report.nobodyHint')}</EmptyState>
      )}
      <Stack spacing={5}>
        {data?.mobilities.nodes.map((learner) => (
          <LearnerWeeks key={learner.id} learner={learner} />
        ))}
      </Stack>
    </Page>
  );
}
