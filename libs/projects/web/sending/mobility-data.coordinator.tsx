import { useQuery } from '@apollo/client/react';
import EditOutlined from '@mui/icons-material/EditOutlined';
import PersonRemoveOutlined from '@mui/icons-material/PersonRemoveOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { QueryError } from '@softmob/portal-kit';
import { AppLink, Facts, Notice, Section, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HistorySection, LogSection } from '../shared/history-section';
import { InvitationChip } from '../shared/invitation-chip';
import { ParticipantSections } from '../shared/participant-sections';
import { CoordinatorMobilityDocument } from './mobility-documents.coordinator';
import { ParticipantForm } from './participant-form.coordinator';
import { WithdrawDialog } from './withdraw-dialog.coordinator';

const Stack = styled('div')({ display: 'grid', gap: 24, '& > *': { minWidth: 0 } });
const Buttons = styled('div')({ display: 'flex', gap: 8, flexWrap: 'wrap' });

/** Everything of one participant, to read, correct and follow; and the way out. */
export function MobilityData({ id }: { id: string }) {
  const { t } = useTranslation('projects');
  const [editing, setEditing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const { data, error, refetch } = useQuery(CoordinatorMobilityDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="cards" />;
  const { mobility } = data;
  const { participant } = mobility;
  const withdrawn = mobility.stage === 'withdrawn';
  const name = `${participant.firstName ?? ''} ${participant.lastName ?? ''}`;
  return (
    <Stack>
      {withdrawn && (
        <Notice tone="blocked" title={t('withdraw.done', { name })}>
          {mobility.withdrawnReason}
        </Notice>
      )}
      {mobility.replaces && (
        <Notice tone="brand">
          {t('withdraw.tookPlace')}{' '}
          <AppLink href={`/mobilities/${mobility.replaces.id}`}>
            {mobility.replaces.participant.firstName} {mobility.replaces.participant.lastName}
          </AppLink>
        </Notice>
      )}
      {!editing && (
        <Buttons>
          <Button variant="outlined" startIcon={<EditOutlined />} onClick={() => setEditing(true)}>
            {t('mobility.edit')}
          </Button>
          {['selected', 'proposed', 'confirmed', 'abroad'].includes(mobility.stage) && (
            <Button color="error" startIcon={<PersonRemoveOutlined />} onClick={() => setLeaving(true)}>
              {t('withdraw.open')}
            </Button>
          )}
        </Buttons>
      )}
      {editing ? (
        <ParticipantForm
          participant={participant}
          onClose={() => setEditing(false)}
          onSaved={async () => {
            setEditing(false);
            await refetch();
          }}
        />
      ) : (
        <ParticipantSections participant={participant} logged />
      )}
      <Section title={t('people.tab.invitations')}>
        <Facts
          columns={2}
          items={[
            { label: t('people.participant'), value: <InvitationChip invitation={participant.invitation} /> },
            { label: t('people.guardian'), value: <InvitationChip invitation={participant.guardianInvitation} /> },
          ]}
        />
      </Section>
      <HistorySection entries={mobility.history} />
      <LogSection entries={participant.accessLog} />
      {leaving && (
        <WithdrawDialog
          mobility={mobility}
          name={name}
          onClose={() => setLeaving(false)}
          onDone={async () => {
            await refetch();
          }}
        />
      )}
    </Stack>
  );
}
