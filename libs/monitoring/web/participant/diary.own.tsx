import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { type MyMobility } from '@softmob/documents-web/my-mobility';
import { graphql } from '@softmob/gql/participant-own';
import { mondayOf, weeksOfStay } from '@softmob/monitoring-model';
import { QueryError, useToday, useUrlState } from '@softmob/portal-kit';
import { addDays, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import Typography from '@mui/material/Typography';
import { DiaryDayEditor } from './diary-day.own';
import { WeekStrip } from './week-strip';

const DiaryWeekDocument = graphql(`
  query DiaryWeek($id: ID!, $from: Day!, $to: Day!) {
    mobility(id: $id) {
      id
      monitoring {
        diaryDays
      }
      diary(from: $from, to: $to) {
        id
        day
        hours
        activities
        learned
        shared
        sharedWithGuardian
        version
      }
    }
  }
`);

const between = (day: string, first: string, last: string) => (day < first ? first : day > last ? last : day);

/** The own diary: a week to look over, a day to write. */
export function OwnDiary({ mobility }: { mobility: MyMobility }) {
  const { t } = useTranslation('monitoring');
  const today = useToday();
  const { id, startsOn, endsOn } = mobility;
  const [url, setUrl] = useUrlState({ day: '' });
  const latest = between(today, startsOn, endsOn);
  const day = between(url.day || latest, startsOn, latest);
  const week = mondayOf(day);
  const { data, error, refetch } = useQuery(DiaryWeekDocument, {
    variables: { id, from: week, to: addDays(week, 6) },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} ns="monitoring" />;
  const entries = data?.mobility.diary ?? [];
  const weeks = weeksOfStay(startsOn, endsOn);
  return (
    <Stack spacing={4}>
      <WeekStrip
        week={week}
        number={Math.max(1, weeks.indexOf(week) + 1)}
        startsOn={startsOn}
        endsOn={endsOn}
        today={today}
        day={day}
        written={new Set(entries.map((entry) => entry.day))}
        onDay={(next) => setUrl({ day: next })}
        onWeek={(monday) => setUrl({ day: between(monday, startsOn, latest) })}
      />
      {data ? (
        <DiaryDayEditor
          key={day}
          mobilityId={id}
          day={day}
          minor={mobility.participant.minor === true}
          entry={entries.find((entry) => entry.day === day)}
          onChanged={() => void refetch()}
        />
      ) : (
        <SkeletonList kind="form" />
      )}
      {data && (
        <Typography color="textSecondary" className="num">
          {t('diary.soFar', { count: data.mobility.monitoring.diaryDays })}
        </Typography>
      )}
      <Button href="/self-assessment" sx={{ alignSelf: 'flex-start' }}>
        {t('diary.ownView')}
      </Button>
    </Stack>
  );
}
