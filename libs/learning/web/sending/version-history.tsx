import Stack from '@mui/material/Stack';
import { Facts, Section, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { ChangeList } from '../shared/change-list';
import { PdfButton } from '../shared/sign-screen';
import { VersionChip } from '../shared/version-chip';
import { type PastVersion } from './reads.teacher';

/** Every version, the newest first: what it changed, who signed it, and its PDF. */
export function VersionHistory({ mobilityId, versions }: { mobilityId: string; versions: readonly PastVersion[] }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  return (
    <Stack spacing={4}>
      {[...versions].reverse().map((version) => (
        <Section
          key={version.id}
          title={t('agreement.version', { number: version.number })}
          description={version.reason ?? undefined}
          actions={
            <>
              <VersionChip status={version.status} />
              <PdfButton mobilityId={mobilityId} number={version.number} sealedAt={version.sealedAt} />
            </>
          }
        >
          <Stack spacing={4}>
            <Facts
              columns={2}
              items={[
                { label: t('history.composed'), value: format.date(version.createdAt, 'dateTime') },
                ...(version.openedAt
                  ? [{ label: t('history.opened'), value: format.date(version.openedAt, 'dateTime') }]
                  : []),
                ...(version.lockedAt
                  ? [{ label: t('history.locked'), value: format.date(version.lockedAt, 'dateTime') }]
                  : []),
                ...(version.sealedAt
                  ? [{ label: t('history.sealed'), value: format.date(version.sealedAt, 'dateTime') }]
                  : []),
                ...(version.closedAt
                  ? [
                      {
                        label: t(`status.${version.status}`),
                        value: `${format.date(version.closedAt, 'dateTime')}: ${version.closedReason ?? ''}`,
                      },
                    ]
                  : []),
                ...version.signatures.map((signature) => ({
                  label: t(`party.${signature.party}`),
                  value: [
                    signature.name,
                    format.date(signature.signedAt, 'dateTime'),
                    ...(signature.method === 'paper'
                      ? [t('paper.checkedBy', { name: signature.checkedBy ?? '' })]
                      : []),
                  ].join(', '),
                })),
              ]}
            />
            {version.changes && <ChangeList changes={version.changes} />}
          </Stack>
        </Section>
      ))}
    </Stack>
  );
}
