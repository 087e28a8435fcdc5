import { useQuery } from '@apollo/client/react';
import { type ResultOf } from '@graphql-typed-document-node/core';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { FileButton } from '@softmob/documents-web/shared';
import { graphql } from '@softmob/gql/sending-coordinator';
import { fileUrl, QueryError, useFormat } from '@softmob/portal-kit';
import { type Fact, Facts, Section, SkeletonList, StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { AgreementCell } from './agreement-cell';

const PapersDocument = graphql(`
  query CoordinatorPanel($id: ID!) {
    mobility(id: $id) {
      id
      withdrawnReason
      participant {
        id
        studentNumber
        className
        guardianName
        guardianEmail
        guardianPhone
        emergencyContact
        emergencyPhone
      }
      agreement {
        id
        number
        current {
          id
          number
          status
          outdated
          missingParties
          signatures {
            party
            name
            signedAt
          }
        }
      }
      documents {
        id
        kind
        fileName
        mime
        thumbnail
        status
        expiresOn
        expiryWarning
      }
      issuedDocuments {
        id
        number
        title
        status
      }
    }
  }
`);

type Mobility = ResultOf<typeof PapersDocument>['mobility'];

/** What the coordinator knows beside: the agreement and its signatures, documents, the school's record, whom to call. */
export function MobilityPapers({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(PapersDocument, { variables: { id } });
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  const mobility = data?.mobility;
  if (mobility?.id !== id) return <SkeletonList rows={4} />;
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <AgreementSection mobility={mobility} />
      <DocumentsSection documents={mobility.documents} />
      <IssuedSection mobility={mobility} />
      <PeopleSection mobility={mobility} />
    </div>
  );
}

function AgreementSection({ mobility: { id, agreement } }: { mobility: Mobility }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const current = agreement?.current?.outdated ? null : agreement?.current;
  const signatures: Fact[] = [
    ...(current?.signatures ?? []).map(({ party, name, signedAt }) => ({
      label: t(`agreement.party.${party}`),
      value: `${name}, ${format.date(signedAt, 'short')}`,
    })),
    ...(current?.missingParties ?? []).map((party) => ({
      label: t(`agreement.party.${party}`),
      value: <StateChip plain state="waiting" label={t('agreement.notSigned')} />,
    })),
  ];
  return (
    <Section
      title={t('more.agreement')}
      level={3}
      actions={
        current && (
          <Button size="small" href={fileUrl(`/agreements/${id}/v${String(current.number)}.pdf`)} target="_blank">
            PDF
          </Button>
        )
      }
    >
      <div style={{ display: 'grid', gap: 10 }}>
        <AgreementCell current={current} />
        {signatures.length > 0 && <Facts items={signatures} />}
      </div>
    </Section>
  );
}

const PAPERS: Readonly<Record<string, StateKey>> = { uploaded: 'waiting', verified: 'done', returned: 'atRisk' };

function DocumentsSection({ documents }: { documents: Mobility['documents'] }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const current = documents.filter(({ status }) => status !== 'replaced');
  return (
    <Section title={t('more.documents')} level={3}>
      {current.length === 0 ? (
        t('papers.none')
      ) : (
        <Facts
          items={current.map(({ kind, status, expiresOn, expiryWarning, ...file }) => ({
            label: t(`papers.kind.${kind}`),
            value: (
              <span style={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
                <FileButton file={file} />
                <StateChip plain state={PAPERS[status] ?? 'draft'} label={t(`papers.status.${status}`)} />
                {expiresOn && (
                  <StateChip
                    plain
                    state={expiryWarning ? 'atRisk' : 'draft'}
                    label={t('papers.until', { date: format.date(expiresOn, 'medium') })}
                  />
                )}
              </span>
            ),
          }))}
        />
      )}
    </Section>
  );
}

const ISSUED: Readonly<Record<string, StateKey>> = { valid: 'done', replaced: 'draft', withdrawn: 'blocked' };

function IssuedSection({ mobility: { id, issuedDocuments } }: { mobility: Mobility }) {
  const { t } = useTranslation('cockpit');
  return (
    <Section
      title={t('more.issued')}
      level={3}
      actions={
        <Button size="small" href={`/papers/issued?mobility=${id}`}>
          {t('papers.allIssued')}
        </Button>
      }
    >
      {issuedDocuments.length === 0 ? (
        t('papers.noneIssued')
      ) : (
        <Facts
          items={issuedDocuments.map(({ id: documentId, number, title, status }) => ({
            label: title,
            value: (
              <span style={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
                <Link href={fileUrl(`/issued-documents/${documentId}`)} target="_blank" className="num">
                  {number}
                </Link>
                <StateChip plain state={ISSUED[status] ?? 'draft'} label={t(`papers.issuedStatus.${status}`)} />
              </span>
            ),
          }))}
        />
      )}
    </Section>
  );
}

function PeopleSection({ mobility: { participant, withdrawnReason } }: { mobility: Mobility }) {
  const { t } = useTranslation('cockpit');
  const joined = (...words: (string | null | undefined)[]) => words.filter(Boolean).join(', ');
  const facts = [
    [t('more.studentNumber'), participant.studentNumber],
    [t('more.className'), participant.className],
    [t('more.emergency'), joined(participant.emergencyContact, participant.emergencyPhone)],
    [t('more.guardian'), joined(participant.guardianName, participant.guardianEmail, participant.guardianPhone)],
    [t('more.withdrawn'), withdrawnReason],
  ] as const;
  return (
    <Section title={t('more.people')} level={3}>
      <Facts items={facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
    </Section>
  );
}
