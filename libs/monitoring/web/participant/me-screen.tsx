import { useQuery } from '@apollo/client/react';
import Stack from '@mui/material/Stack';
import { StayChoice, useMyMobility } from '@softmob/documents-web/my-mobility';
import { graphql } from '@softmob/gql/participant';
import { Page, QueryError } from '@softmob/portal-kit';
import { DateText, EmptyState, Facts, Section, SkeletonList } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { MyDataForm } from './my-data-form';

const MyDataDocument = graphql(`
  query MyData($id: ID!) {
    mobility(id: $id) {
      id
      participant {
        id
        version
        firstName
        lastName
        email
        birthDate
        minor
        className
        qualification
        phone
        street
        postcode
        town
        emergencyContact
        emergencyPhone
        diet
        healthNotes
        healthReleasedToHost
        healthReleasedToTeachers
        guardianName
        guardianEmail
        guardianPhone
        accessLog {
          id
          at
          readerName
          audience
          field
        }
      }
    }
  }
`);

/** What the school knows of me, what I correct, and who looked at what is sensitive. */
export function MeScreen() {
  const { t } = useTranslation(['monitoring', 'kit']);
  const stay = useMyMobility();
  const id = stay.mobility?.id ?? '';
  const { data, error, refetch } = useQuery(MyDataDocument, { variables: { id }, skip: !id });
  const failure = stay.error ?? error;
  const participant = data?.mobility.participant;
  return (
    <Page
      title={t('me.title')}
      description={t('me.description')}
      width="form"
      crumbs={[{ label: t('nav.home'), to: '/' }]}
    >
      <Stack spacing={5}>
        <StayChoice {...stay} />
        {failure && <QueryError error={failure} onRetry={() => void (stay.error ? stay.refetch() : refetch())} />}
        {!failure && id && !participant && <SkeletonList kind="form" />}
        {stay.loaded && !id && <EmptyState title={t('home.none')}>{t('home.noneHint')}</EmptyState>}
        {participant && (
          <>
            <Section title={t('me.record')} description={t('me.recordHint')}>
              <Facts
                items={[
                  { label: t('me.name'), value: `${participant.firstName ?? ''} ${participant.lastName ?? ''}` },
                  { label: t('me.email'), value: participant.email },
                  {
                    label: t('me.birthDate'),
                    value: <DateText value={participant.birthDate ?? null} style="medium" />,
                  },
                  { label: t('me.class'), value: participant.className ?? '–' },
                  { label: t('me.qualification'), value: participant.qualification ?? '–' },
                  ...(participant.guardianName
                    ? [
                        {
                          label: t('me.guardian'),
                          value: `${participant.guardianName}, ${participant.guardianEmail ?? ''}`,
                        },
                      ]
                    : []),
                ]}
              />
            </Section>
            <MyDataForm key={participant.id} participant={participant} />
            <Section title={t('me.log')} description={t('me.logHint')}>
              {participant.accessLog.length === 0 ? (
                <EmptyState compact title={t('me.logNone')} />
              ) : (
                <Facts
                  items={participant.accessLog.slice(0, 20).map(({ at, readerName, audience, field }) => ({
                    label: `${readerName} (${t(`kit:audience.${audience}`)})`,
                    value: (
                      <>
                        {t(`me.read.${field.split('.').at(-1) ?? ''}`)}, <DateText value={at} style="dateTime" />
                      </>
                    ),
                  }))}
                />
              )}
            </Section>
          </>
        )}
      </Stack>
    </Page>
  );
}
