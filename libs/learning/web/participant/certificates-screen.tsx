import { useQuery } from '@apollo/client/react';
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { StayChoice, useMyMobility } from '@softmob/documents-web/my-mobility';
import { RECOGNITION_LABELS, type RecognitionResult } from '@softmob/learning-model';
import { fileUrl, Page, QueryError, useToday } from '@softmob/portal-kit';
import { EmptyState, Facts, Section, SkeletonList, StateChip, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { useSay } from '../shared/use-say';
import { type CertificateFacts, CertificatesDocument } from './certificates.operations';

interface CertificateProps {
  title: string;
  about: string;
  /** Where the PDF is; null before it is issued. */
  file: string | null;
  /** What it is waiting for, or when and under which number it was issued. */
  state: string;
}

/** One document: what it is for, and either the file or what it waits for. */
function Certificate({ title, about, file, state }: CertificateProps) {
  const { t } = useTranslation('learning');
  return (
    <Section title={title} description={about}>
      <Stack spacing={3} sx={{ alignItems: 'flex-start' }}>
        <StateChip
          state={file ? 'done' : 'waiting'}
          label={t(file ? 'certificates.issued' : 'certificates.waiting')}
          plain
        />
        <Typography>{state}</Typography>
        {file && (
          <Button
            variant="outlined"
            size="large"
            startIcon={<DownloadOutlined />}
            href={file}
            aria-label={t('certificates.download', { title })}
            download
          >
            {t('kit:action.download')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}

function Attendance({ mobility }: { mobility: CertificateFacts }) {
  const { t } = useTranslation('learning');
  const { locale } = useSay();
  const format = useFormat();
  const today = useToday();
  const { id, endsOn, agreement, attendanceConfirmedAt: confirmedAt, company } = mobility;
  const by = company?.name ?? t('party.hosting');
  const issued = agreement?.inForce != null && confirmedAt !== null && today >= endsOn;
  const waits = today < endsOn ? 'attendanceLater' : 'attendanceOpen';
  return (
    <Certificate
      title={t('pdf.attendance')}
      about={t('certificates.attendanceAbout')}
      file={issued ? fileUrl(`/api/attendance/${id}.pdf?locale=${locale}`) : null}
      state={
        issued
          ? t('certificates.attendanceIssued', { by, date: format.date(confirmedAt, 'long') })
          : t(`certificates.${waits}`, { by, date: format.date(endsOn, 'long') })
      }
    />
  );
}

function Europass({ mobility }: { mobility: CertificateFacts }) {
  const { t } = useTranslation('learning');
  const { locale } = useSay();
  const format = useFormat();
  const { id, finalAssessedAt, sendingOrganisation, company } = mobility;
  const [issued] = mobility.certificates;
  const by = sendingOrganisation.name;
  return (
    <Certificate
      title={t('pdf.europass')}
      about={t('certificates.europassAbout')}
      file={issued ? fileUrl(`/api/europass/${id}.pdf?locale=${locale}`) : null}
      state={
        issued
          ? t('certificates.europassIssued', { by, number: issued.number, date: format.date(issued.issuedAt, 'long') })
          : t(finalAssessedAt ? 'certificates.europassOpen' : 'certificates.europassLater', {
              by,
              company: company?.name ?? t('party.hosting'),
            })
      }
    />
  );
}

/** What the school counts of the stay. */
function Recognition({ recognition }: { recognition: NonNullable<CertificateFacts['recognition']> }) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const format = useFormat();
  const { result, credits, note, deciderName, decidedAt } = recognition;
  return (
    <Section title={t('certificates.recognition')}>
      <Facts
        items={[
          { label: t('certificates.result'), value: say(RECOGNITION_LABELS[result as RecognitionResult]) },
          ...(credits === null ? [] : [{ label: t('outcomes.credits'), value: String(credits) }]),
          ...(note ? [{ label: t('outcomes.note'), value: note }] : []),
          {
            label: t('certificates.decided'),
            value: t('outcomes.decidedBy', { name: deciderName, date: format.date(decidedAt, 'medium') }),
          },
        ]}
      />
    </Section>
  );
}

/** What one has in hand after the stay: each document, or who still has to do what before it is there. */
export function CertificatesScreen() {
  const { t } = useTranslation('learning');
  const stay = useMyMobility();
  const id = stay.mobility?.id ?? '';
  const { data, error, refetch } = useQuery(CertificatesDocument, {
    variables: { id },
    skip: !id,
    fetchPolicy: 'cache-and-network',
  });
  const failure = stay.error ?? error;
  const mobility = data?.mobility;
  return (
    <Page
      title={t('certificates.title')}
      description={t('certificates.description')}
      width="form"
      crumbs={[{ label: t('certificates.home'), to: '/' }]}
    >
      <Stack spacing={5}>
        <StayChoice {...stay} />
        {failure && <QueryError error={failure} onRetry={() => void (stay.error ? stay.refetch() : refetch())} />}
        {!failure && (!stay.loaded || (id && !mobility)) && <SkeletonList kind="cards" rows={2} />}
        {stay.loaded && !id && <EmptyState title={t('certificates.none')}>{t('certificates.noneText')}</EmptyState>}
        {mobility && (
          <>
            <Attendance mobility={mobility} />
            <Europass mobility={mobility} />
            {mobility.recognition && <Recognition recognition={mobility.recognition} />}
          </>
        )}
      </Stack>
    </Page>
  );
}
