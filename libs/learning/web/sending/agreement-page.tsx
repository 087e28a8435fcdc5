import { useQuery } from '@apollo/client/react';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { fileUrl, Page, QueryError, useUrlState } from '@softmob/portal-kit';
import { EmptyState, Notice, Section, SkeletonList, useFormat } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AgreementReader } from '../shared/agreement-reader';
import { SignersOfChange } from '../shared/change-list';
import { PdfButton, StandingNotice } from '../shared/sign-screen';
import { SignatureList } from '../shared/signature-list';
import { useSay } from '../shared/use-say';
import { VersionChip } from '../shared/version-chip';
import { AgreementEditor } from './agreement-editor';
import { MissingList } from './missing-list';
import { type AgreementMobility, AgreementPageDocument, type CurrentVersion, nameOf } from './reads.teacher';
import { VersionHistory } from './version-history';

interface AgreementPageProps {
  /** Buttons that lead on, for who may. */
  actions?: (mobility: AgreementMobility, version: CurrentVersion) => ReactNode;
  /** Below the signatures: signing for the school. */
  signing?: (mobility: AgreementMobility, version: CurrentVersion) => ReactNode;
}

const TABS = ['content', 'versions', 'pdf'] as const;

/** One agreement: to edit while it is a draft, to read afterwards, with its versions and its PDF. */
export function AgreementPage({ actions, signing }: AgreementPageProps) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const { id = '' } = useParams();
  const [{ tab }, setUrl] = useUrlState({ tab: 'content' });
  const { data, error, refetch } = useQuery(AgreementPageDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} backTo="/agreements" />;
  if (!data) return <SkeletonList kind="page" />;
  const { mobility } = data;
  const { participant, agreement, flow } = mobility;
  const version = agreement?.current;
  const crumbs = [{ label: t('nav.agreements'), to: `/agreements?flow=${flow.id}` }];
  const shown = TABS.find((key) => key === tab) ?? 'content';
  if (!agreement || !version) {
    return (
      <Page title={nameOf(participant)} crumbs={crumbs}>
        <EmptyState title={t('agreement.none')}>{t('list.nobodyText')}</EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={nameOf(participant)}
      crumbs={crumbs}
      meta={!version.outdated && <VersionChip status={version.status} />}
      description={`${agreement.number} · ${t('agreement.version', { number: version.number })} · ${format.dateRange(mobility.startsOn, mobility.endsOn)}`}
      actions={
        <>
          <PdfButton mobilityId={id} number={version.number} sealedAt={version.sealedAt} />
          {!version.outdated && actions?.(mobility, version)}
        </>
      }
    >
      <Tabs
        value={shown}
        onChange={(_event, value: string) => setUrl({ tab: value })}
        aria-label={t('agreement.title')}
        sx={{ mb: 4 }}
      >
        {TABS.map((key) => (
          <Tab key={key} value={key} label={t(`tab.${key}`)} id={`tab-${key}`} aria-controls={`panel-${key}`} />
        ))}
      </Tabs>
      <div role="tabpanel" id={`panel-${shown}`} aria-labelledby={`tab-${shown}`}>
        {shown === 'content' && (
          <Content
            mobility={mobility}
            version={version}
            signing={signing?.(mobility, version)}
            reload={() => void refetch()}
          />
        )}
        {shown === 'versions' && <VersionHistory mobilityId={id} versions={agreement.versions} />}
        {shown === 'pdf' && <PdfPreview mobilityId={id} number={version.number} />}
      </div>
    </Page>
  );
}

interface ContentProps {
  mobility: AgreementMobility;
  version: CurrentVersion;
  signing: ReactNode;
  reload: () => void;
}

function Content({ mobility, version, signing, reload }: ContentProps) {
  const { t } = useTranslation('learning');
  const draft = version.status === 'draft';
  const inForce = mobility.agreement?.inForce;
  return (
    <Box sx={{ display: 'grid', gap: 5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 320px' } }}>
      <Stack spacing={4} sx={{ minWidth: 0 }}>
        {version.outdated && (
          <Notice tone="atRisk" title={t('outdated.title')}>
            {t('outdated.text')}
          </Notice>
        )}
        {draft && !version.outdated && version.content && (
          <AgreementEditor
            key={version.id}
            mobility={mobility}
            version={version}
            content={version.content}
            reload={reload}
          />
        )}
        {(!draft || version.outdated) && version.content && (
          <AgreementReader content={version.content} withheld={version.withheld} />
        )}
      </Stack>
      <Stack
        spacing={4}
        sx={{ order: { xs: -1, md: 0 }, alignSelf: 'start', position: { md: 'sticky' }, top: { md: 16 } }}
      >
        {draft && !version.outdated && <MissingList missing={version.missing} advised={version.advised} />}
        {!draft && !version.outdated && <StandingNotice version={version} />}
        {inForce && inForce.id !== version.id && (
          <Notice tone="brand" title={t('amend.title', { number: version.number })}>
            {version.reason} {t('amend.inForce', { number: inForce.number })}
            <SignersOfChange version={version} />
          </Notice>
        )}
        <Section title={t('signatures.title')}>
          <SignatureList version={version} />
        </Section>
        {!version.outdated && signing}
      </Stack>
    </Box>
  );
}

function PdfPreview({ mobilityId, number }: { mobilityId: string; number: number }) {
  const { t } = useTranslation('learning');
  const { locale } = useSay();
  return (
    <Box
      component="iframe"
      title={t('pdf.preview')}
      src={fileUrl(`/api/agreements/${mobilityId}/v${String(number)}.pdf?locale=${locale}`)}
      sx={{
        width: '100%',
        height: 'max(560px, calc(100dvh - 260px))',
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
      }}
    />
  );
}
