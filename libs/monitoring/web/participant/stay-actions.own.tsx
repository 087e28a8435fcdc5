import FlightLandOutlined from '@mui/icons-material/FlightLandOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { graphql } from '@softmob/gql/participant-own';
import { useErrorText, useSubmit, useToday, useToast } from '@softmob/portal-kit';
import { DateField, Notice, Section } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HomeMobility } from './home.operations';

const ArriveDocument = graphql(`
  mutation Arrive($ids: [ID!]!, $day: Day!) {
    confirmArrival(mobilityIds: $ids, arrivedOn: $day) {
      id
      stage
      arrivedOn
    }
  }
`);
const ComeHomeDocument = graphql(`
  mutation ComeHome($ids: [ID!]!, $day: Day!) {
    confirmReturn(mobilityIds: $ids, returnedOn: $day) {
      id
      stage
    }
  }
`);

interface MomentProps {
  kind: 'arrival' | 'return';
  mobility: HomeMobility;
}

/** One tap on the day; another day for those who come to it later. */
function MomentCard({ kind, mobility }: MomentProps) {
  const { t } = useTranslation('monitoring');
  const today = useToday();
  const toast = useToast();
  const text = useErrorText('monitoring');
  const [day, setDay] = useState(today);
  const [other, setOther] = useState(false);
  const options = { refetchQueries: ['Home', 'MyMobilities'] };
  const arrive = useSubmit(ArriveDocument, options);
  const comeHome = useSubmit(ComeHomeDocument, options);
  const { saving, errors } = kind === 'arrival' ? arrive : comeHome;
  const confirm = async () => {
    const variables = { ids: [mobility.id], day };
    const done = kind === 'arrival' ? await arrive.submit(variables) : await comeHome.submit(variables);
    if (done) toast(t(`${kind}.done`));
  };
  return (
    <Section>
      <Stack spacing={3}>
        <Typography variant="h2">{t(`${kind}.title`, { town: mobility.flow.town })}</Typography>
        <Typography color="textSecondary">{t(`${kind}.text`)}</Typography>
        {other && (
          <DateField
            id={`${kind}-day`}
            label={t(`${kind}.day`)}
            value={day}
            max={today}
            onChange={({ target }) => setDay(target.value)}
          />
        )}
        {errors && (
          <Notice tone="blocked">{errors.fields[0] ? text.ofFault(errors.fields[0]) : text.of(errors)}</Notice>
        )}
        <Button
          variant="contained"
          size="large"
          fullWidth
          startIcon={kind === 'arrival' ? <FlightLandOutlined /> : <HomeOutlined />}
          loading={saving}
          disabled={!day}
          onClick={() => void confirm()}
        >
          {t(`${kind}.confirm`)}
        </Button>
        {!other && <Button onClick={() => setOther(true)}>{t(`${kind}.otherDay`)}</Button>}
      </Stack>
    </Section>
  );
}

/** What a participant does on the way: say that they arrived, write the diary, say that they are home. */
export function StayActions({ mobility }: { mobility: HomeMobility }) {
  const { t } = useTranslation('monitoring');
  const today = useToday();
  const { stage, startsOn, endsOn } = mobility;
  if (stage === 'confirmed' && today >= startsOn) return <MomentCard kind="arrival" mobility={mobility} />;
  if (stage !== 'abroad') return null;
  if (today >= endsOn) return <MomentCard kind="return" mobility={mobility} />;
  return (
    <Button variant="contained" size="large" fullWidth startIcon={<MenuBookOutlined />} href="/diary">
      {t('home.writeDiary')}
    </Button>
  );
}
