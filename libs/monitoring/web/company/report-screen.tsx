import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { graphql } from '@softmob/gql/company';
import { type ReportFormQuery } from '@softmob/gql/company/graphql';
import { daysOfWeekInStay, USUAL_HOURS, weekdayOf, weeksOfStay } from '@softmob/monitoring-model';
import { Form, Page, QueryError, useForm, useSubmit, useToday, useUnsavedGuard } from '@softmob/portal-kit';
import { ChoiceField, FormActions, Notice, Receipt, SkeletonList, TextInput, useFormat } from '@softmob/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hoursText } from '../shared/hours-text';
import { useParams } from 'react-router';
import { AttendanceDays, type DayRecord } from './attendance-days';

const ReportFormDocument = graphql(`
  query ReportForm($id: ID!) {
    mobility(id: $id) {
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
        progress
        attitude
        comment
        concerns
        version
      }
      attendance {
        id
        day
        status
        hours
      }
    }
  }
`);
const SendReportDocument = graphql(`
  mutation SendReport($input: TutorReportInput!) {
    submitTutorReport(input: $input) {
      id
      weekStart
      version
    }
  }
`);

type Mobility = ReportFormQuery['mobility'];

/** The days of a week on which this company has the learner. */
function ownDays(mobility: Mobility, week: string): string[] {
  const { startsOn, endsOn } = mobility.placement ?? mobility;
  return daysOfWeekInStay(week, startsOn, endsOn);
}

interface Values {
  days: DayRecord[];
  progress: string;
  attitude: string;
  comment: string;
  concerns: string;
}

/** What the form begins with: what was sent before, else a usual week. */
function firstValues(mobility: Mobility, week: string, today: string): Values {
  const report = mobility.weeklyReports.find(({ weekStart }) => weekStart === week);
  const known = new Map(mobility.attendance.map((entry) => [entry.day, entry]));
  const days = ownDays(mobility, week)
    .filter((day) => day <= today)
    .map((day): DayRecord => {
      const entry = known.get(day);
      if (entry) return { day, status: entry.status, hours: entry.status === 'present' ? entry.hours : USUAL_HOURS };
      const usual = weekdayOf(day) < 5 && !report ? 'present' : '';
      return { day, status: usual, hours: USUAL_HOURS };
    });
  return {
    days,
    progress: report ? String(report.progress) : '',
    attitude: report ? String(report.attitude) : '',
    comment: report?.comment ?? '',
    concerns: report?.concerns ?? '',
  };
}

function ReportForm({ mobility, week, onSent }: { mobility: Mobility; week: string; onSent: (hours: number) => void }) {
  const { t } = useTranslation('monitoring');
  const today = useToday();
  const initial = useMemo(() => firstValues(mobility, week, today), [mobility, week, today]);
  const version = mobility.weeklyReports.find(({ weekStart }) => weekStart === week)?.version ?? null;
  const name = mobility.participant.firstName ?? '';
  const form = useForm<Values>({
    initial,
    draftKey: `report-${mobility.id}-${week}-${String(version)}`,
    draftOn: 'device',
    validate: ({ progress, attitude }) => ({
      ...(progress ? {} : { progress: t('report.chooseProgress') }),
      ...(attitude ? {} : { attitude: t('report.chooseAttitude') }),
    }),
  });
  const { submit, saving, errors } = useSubmit(SendReportDocument, { refetchQueries: ['ReportList', 'ReportForm'] });
  useUnsavedGuard(form.dirty);
  const levels = ['4', '3', '2', '1'];
  const send = async ({ days, progress, attitude, comment, concerns }: Values) => {
    const attendance = days
      .filter(({ status }) => status !== '')
      .map(({ day, status, hours }) => ({ day, status, hours: status === 'present' ? hours : 0 }));
    const input = {
      mobilityId: mobility.id,
      weekStart: week,
      progress: Number(progress),
      attitude: Number(attitude),
      comment,
      concerns,
      attendance,
      expectedVersion: version,
    };
    if (!(await submit({ input }))) return;
    form.done();
    onSent(attendance.reduce((sum, { hours }) => sum + hours, 0));
  };
  return (
    <Form form={form} errors={errors} onSubmit={send} ns="monitoring" label={t('report.title', { name })}>
      <AttendanceDays days={form.values.days} onChange={(days) => form.set('days', days)} name={name} />
      <ChoiceField
        {...form.field('progress')}
        label={t('report.progress', { name })}
        inline
        options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <ChoiceField
        {...form.field('attitude')}
        label={t('report.attitude')}
        inline
        options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <TextInput
        {...form.field('comment')}
        label={t('report.comment', { name })}
        optional
        multiline
        minRows={2}
        maxLength={2_000}
      />
      <TextInput
        {...form.field('concerns', { hint: t('report.concernsHint', { name }) })}
        label={t('report.concerns')}
        optional
        multiline
        minRows={2}
        maxLength={2_000}
      />
      <FormActions>
        <Button type="submit" variant="contained" size="large" loading={saving}>
          {t(version === null ? 'report.send' : 'report.sendAgain')}
        </Button>
        {form.dirty && <span>{t('report.kept')}</span>}
      </FormActions>
    </Form>
  );
}

/** One week on one page: who was there, how it goes, a word if one likes. Under two minutes. */
export function ReportScreen() {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const { mobilityId = '', week = '' } = useParams();
  const [sent, setSent] = useState<number | null>(null);
  const { data, error, refetch } = useQuery(ReportFormDocument, { variables: { id: mobilityId } });
  const mobility = data?.mobility;
  const name = mobility?.participant.firstName ?? '';
  const number = mobility ? weeksOfStay(mobility.startsOn, mobility.endsOn).indexOf(week) + 1 : 0;
  const begun = mobility?.stage === 'abroad' || mobility?.stage === 'back';
  return (
    <Page
      title={mobility ? t('report.titleWeek', { name, number }) : t('report.listTitle')}
      description={
        mobility && format.dateRange(ownDays(mobility, week)[0] ?? week, ownDays(mobility, week).at(-1) ?? week)
      }
      crumbs={[{ label: t('report.listTitle'), to: '/reports' }]}
      width="form"
    >
      {error && <QueryError error={error} onRetry={() => void refetch()} backTo="/reports" />}
      {!error && !mobility && <SkeletonList kind="form" />}
      {mobility && !begun && <Notice tone="waiting">{t('errors.NOT_ABROAD')}</Notice>}
      {sent !== null && (
        <Receipt
          title={t('report.sent')}
          facts={[
            { label: t('report.learner'), value: `${name} ${mobility?.participant.lastName ?? ''}` },
            { label: t('report.hours'), value: hoursText(format, sent) },
          ]}
          next={[
            { who: t('report.school'), what: t('report.schoolReads') },
            { mine: true, what: t('report.nextWeek') },
          ]}
          actions={
            <Stack direction="row" spacing={2}>
              <Button variant="contained" href="/reports">
                {t('report.toList')}
              </Button>
              <Button onClick={() => setSent(null)}>{t('report.correct')}</Button>
            </Stack>
          }
        />
      )}
      {mobility && begun && sent === null && (
        <ReportForm key={mobility.weeklyReports.length} mobility={mobility} week={week} onSent={setSent} />
      )}
    </Page>
  );
}
