import { useQuery } from '@apollo/client/react';
import MailOutlined from '@mui/icons-material/MailOutlined';
import Button from '@mui/material/Button';
import { type ColleaguesQuery } from '@softmob/gql/sending-coordinator/graphql';
import { QueryError, useErrorText, useSession, useSubmit, useToast } from '@softmob/portal-kit';
import { DataTable, EmptyState, Notice, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { InvitationChip } from '../shared/invitation-chip';
import { ColleaguesDocument, InviteColleaguesDocument } from './people-documents.coordinator';

type Organisation = ColleaguesQuery['organisations']['nodes'][number];
interface Colleague {
  organisation: Organisation;
  contact: Organisation['contacts'][number];
}

/** The people of the school and of its hosts; companies' tutors get their links with the placement. */
export function ColleagueList() {
  const { t } = useTranslation('projects');
  const { viewer } = useSession();
  const toast = useToast();
  const text = useErrorText('projects');
  const { data, error, refetch } = useQuery(ColleaguesDocument, { fetchPolicy: 'cache-and-network' });
  const { submit, saving, errors } = useSubmit(InviteColleaguesDocument);
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList />;
  const rows = data.organisations.nodes
    .filter(({ kind }) => kind !== 'company')
    .flatMap((organisation): Colleague[] => organisation.contacts.map((contact) => ({ organisation, contact })))
    .filter(({ contact }) => contact.email !== viewer.email);
  const invite = async () => {
    const result = await submit({ ids: null });
    if (!result) return;
    toast(t('colleague.invited', { count: result.inviteColleagues.invited }));
    await refetch();
  };
  return (
    <Section
      title={t('colleague.title')}
      description={t('colleague.text')}
      flush
      actions={
        <Button
          variant="contained"
          startIcon={<MailOutlined />}
          loading={saving}
          disabled={rows.length === 0}
          onClick={() => void invite()}
        >
          {t('colleague.invite')}
        </Button>
      }
    >
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
      <DataTable
        caption={t('colleague.title')}
        rows={rows}
        rowKey={({ contact }) => contact.id}
        maxHeight="none"
        columns={[
          { key: 'name', header: t('person.name'), cell: ({ contact }) => contact.name },
          { key: 'role', header: t('colleague.role'), cell: ({ contact }) => t(`kit:audience.${contact.role}`) },
          {
            key: 'organisation',
            header: t('colleague.organisation'),
            cell: ({ organisation }) => `${organisation.name}, ${organisation.town}`,
          },
          { key: 'email', header: t('person.email'), cell: ({ contact }) => contact.email },
          {
            key: 'answer',
            header: t('people.answer'),
            cell: ({ contact }) => <InvitationChip invitation={contact.invitation} />,
          },
        ]}
        empty={
          <EmptyState
            compact
            title={t('colleague.empty')}
            action={<Button href="/imports/new?kind=organisations">{t('colleague.import')}</Button>}
          >
            {t('colleague.emptyHint')}
          </EmptyState>
        }
      />
    </Section>
  );
}
