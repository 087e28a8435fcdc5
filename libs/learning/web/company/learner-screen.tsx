import { useQuery } from '@apollo/client/react';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import { languageName, occupationFacts } from '@softmob/learning-model';
import { graphql } from '@softmob/gql/company';
import { fileUrl, Page, QueryError, useSession } from '@softmob/portal-kit';
import { Facts, Notice, Section, SkeletonList, useFormat } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { OutcomeTable } from '../shared/outcome-table';
import { useSay } from '../shared/use-say';
import { VersionChip } from '../shared/version-chip';
import { nameOf } from './home.operations';

const LearnerDocument = graphql(`
  query CompanyLearner($id: ID!) {
    mobility(id: $id) {
      id
      stage
      startsOn
      endsOn
      finalAssessedAt
      participant {
        id
        firstName
        lastName
        occupation
        qualification
        mainLanguage
        languageLevel
        minor
        email
        phone
        emergencyContact
        emergencyPhone
      }
      sendingOrganisation {
        id
        name
        contacts {
          id
          name
          role
          email
          phone
        }
      }
      hostOrganisation {
        id
        name
        contacts {
          id
          name
          role
          email
          phone
        }
      }
      agreement {
        id
        current {
          id
          number
          status
          mySignature
        }
        inForce {
          id
          number
        }
      }
      assessments {
        id
        kind
        comment
        submittedAt
      }
      outcomes {
        ...OutcomeParts
      }
    }
  }
`);

interface Reachable {
  id: string;
  name: string;
  role: string;
  email: string;
  phone: string | null;
}

const phoneLink = (phone: string): ReactNode => <Link href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</Link>;

function People({ title, contacts }: { title: string; contacts: readonly Reachable[] }) {
  const { t } = useTranslation('learning');
  return (
    <Section title={title}>
      <Facts
        items={contacts.map(({ name, role, email, phone }) => ({
          label: name,
          value: (
            <>
              {t(`kit:audience.${role}`)}
              <div>
                <Link href={`mailto:${email}`}>{email}</Link>
              </div>
              {phone && <div>{phoneLink(phone)}</div>}
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** One learner: who they are, whom to call, what is agreed and how far they are. */
export function LearnerScreen() {
  const { t } = useTranslation('learning');
  const { say, locale } = useSay();
  const { today } = useSession();
  const format = useFormat();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(LearnerDocument, { variables: { id } });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} backTo="/learners" />;
  if (!data) return <SkeletonList kind="page" />;
  const { participant, agreement, outcomes, startsOn, endsOn, finalAssessedAt, ...mobility } = data.mobility;
  const own = mobility.assessments.find(({ kind, submittedAt }) => kind === 'self' && submittedAt !== null);
  const trade = occupationFacts(participant.occupation);
  const began = today >= startsOn && agreement?.inForce != null && finalAssessedAt === null;
  const language = participant.mainLanguage
    ? `${languageName(participant.mainLanguage, locale)} ${participant.languageLevel ?? ''}`
    : null;
  return (
    <Page
      title={nameOf(participant)}
      crumbs={[{ label: t('learners.title'), to: '/learners' }]}
      width="form"
      actions={
        <Button startIcon={<ForumOutlined />} href={`/messages/new?kind=mobility&subject=${id}`}>
          {t('kit:action.message')}
        </Button>
      }
      description={`${trade ? say(trade.name) : participant.occupation} · ${format.dateRange(startsOn, endsOn)}`}
    >
      <Stack spacing={4}>
        {participant.minor && <Notice tone="brand">{t('learner.minor')}</Notice>}
        <Section title={t('learner.about')}>
          <Facts
            items={[
              { label: t('learner.qualification'), value: participant.qualification },
              { label: t('learner.language'), value: language },
              { label: t('learner.email'), value: participant.email },
              { label: t('learner.phone'), value: participant.phone && phoneLink(participant.phone) },
              { label: t('learner.emergency'), value: participant.emergencyContact },
              {
                label: t('learner.emergencyPhone'),
                value: participant.emergencyPhone && phoneLink(participant.emergencyPhone),
              },
            ].filter(({ value }) => value)}
          />
        </Section>
        {agreement?.current && (
          <Section title={t('agreement.title')} actions={<VersionChip status={agreement.current.status} />}>
            <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap' }}>
              <Button variant={agreement.current.mySignature ? 'contained' : 'outlined'} href={`/agreements/${id}`}>
                {t(agreement.current.mySignature ? 'agreement.readAndSign' : 'agreement.read')}
              </Button>
              {agreement.inForce && today >= endsOn && (
                <Button href={fileUrl(`/api/attendance/${id}.pdf?locale=${locale}`)} target="_blank" rel="noopener">
                  {t('pdf.attendance')}
                </Button>
              )}
            </Stack>
          </Section>
        )}
        {outcomes.length > 0 && (
          <Section
            title={t('learner.outcomes')}
            actions={
              began && (
                <>
                  <Button variant="outlined" href={`/learners/${id}/midterm`}>
                    {t('assess.midtermShort')}
                  </Button>
                  <Button variant="outlined" href={`/learners/${id}/final`}>
                    {t('assess.finalShort')}
                  </Button>
                </>
              )
            }
          >
            {own?.comment && (
              <Notice tone="brand" title={t('outcome.self')}>
                {own.comment}
              </Notice>
            )}
            <OutcomeTable outcomes={outcomes} />
          </Section>
        )}
        {mobility.hostOrganisation && (
          <People title={mobility.hostOrganisation.name} contacts={mobility.hostOrganisation.contacts} />
        )}
        <People
          title={mobility.sendingOrganisation.name}
          contacts={mobility.sendingOrganisation.contacts.filter(({ role }) => role !== 'sendingFinance')}
        />
      </Stack>
    </Page>
  );
}
