import { useQuery } from '@apollo/client/react';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { QueryError, useSession } from '@softmob/portal-kit';
import { EmptyState, Facts, Section, SidePanel, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { ThreadsDocument } from './documents.conversing';
import { inCharge, type Partner } from './partners.placing';
import { ThreadList } from './thread-list';

const PAGE = 50;

/** One organisation: how it is reached, who is in charge, and the conversations with it as a whole. */
export function PartnerPanel({ partner, onClose }: { partner: Partner; onClose: () => void }) {
  const { t } = useTranslation('conversations');
  const { audience } = useSession();
  const { id, name, street, postcode, town, email, phone } = partner;
  const mail = (address: string) => <Link href={`mailto:${address}`}>{address}</Link>;
  const people = inCharge(partner).map((person) => ({ label: person.name, value: mail(person.email) }));
  return (
    <SidePanel
      open
      onClose={onClose}
      title={name}
      subtitle={[street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')}
    >
      <div style={{ display: 'grid', gap: 24 }}>
        <Facts
          items={[
            ...(email ? [{ label: t('partners.email'), value: mail(email) }] : []),
            ...(phone ? [{ label: t('partners.phone'), value: <Link href={`tel:${phone}`}>{phone}</Link> }] : []),
            ...people,
          ]}
        />
        {audience !== 'sendingTeacher' && (
          <Button
            variant="contained"
            startIcon={<ForumOutlined aria-hidden />}
            href={`/messages/new?kind=organisation&subject=${id}`}
            sx={{ justifySelf: 'start' }}
          >
            {t('partners.write')}
          </Button>
        )}
        <Section title={t('partners.conversations')} level={3} flush>
          <Conversations organisationId={id} />
        </Section>
      </div>
    </SidePanel>
  );
}

/** What is said between the two organisations; what concerns flows and learners stands with those. */
function Conversations({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('conversations');
  const { data, error, refetch } = useQuery(ThreadsDocument, {
    variables: { filter: { organisationId }, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <QueryError error={error} level={2} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={2} />;
  const threads = data.threads.edges.map(({ node }) => node);
  if (threads.length === 0) {
    return (
      <EmptyState compact title={t('list.empty')}>
        {t('partners.noConversation')}
      </EmptyState>
    );
  }
  return <ThreadList threads={threads} />;
}
