import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Page, QueryError, useErrorText, useSubmit, useToast, useToday } from '@softmob/portal-kit';
import { ConfirmDialog, EmptyState, Facts, Notice, Section, SkeletonList, useFormat } from '@softmob/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BringKey } from './bring-key.coordinator';
import { RenewSealKeyDocument, SealKeyDocument } from './seal.operations.coordinator';

const again = { refetchQueries: [SealKeyDocument], awaitRefetchQueries: true };

/** A fingerprint in groups, so that two people can compare it over the phone. */
const grouped = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? hash;

function RenewButton({ first }: { first: boolean }) {
  const { t } = useTranslation('documents');
  const toast = useToast();
  const text = useErrorText('documents');
  const [asking, setAsking] = useState(false);
  const { submit, errors } = useSubmit(RenewSealKeyDocument, again);
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('seal.renew')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('seal.renewAsk')}
        confirmLabel={t('seal.renew')}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          const done = await submit({});
          setAsking(false);
          if (done) toast(t('seal.renewed'));
        }}
      >
        {t(first ? 'seal.renewFirst' : 'seal.renewText')}
      </ConfirmDialog>
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
    </>
  );
}

/** The key by which the school seals: what is public of it, making a new one, bringing one. */
export function SealScreen() {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const today = useToday();
  const { data, error, refetch } = useQuery(SealKeyDocument, { fetchPolicy: 'cache-and-network' });
  const certificate = data?.sealKey?.certificate;
  const href = useMemo(
    () => (certificate ? `data:application/x-pem-file;base64,${btoa(certificate)}` : null),
    [certificate],
  );
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonList kind="page" />;
  const { sealKey } = data;
  return (
    <Page title={t('seal.title')} description={t('seal.description')} width="form">
      <Stack spacing={5}>
        {sealKey ? (
          <Section
            title={t(`seal.origin.${sealKey.origin}`)}
            description={t(`seal.originHint.${sealKey.origin}`)}
            actions={
              href && (
                <Button href={href} download="seal.pem">
                  {t('seal.certificate')}
                </Button>
              )
            }
          >
            <Stack spacing={4}>
              {sealKey.validUntil.slice(0, 10) < today && <Notice tone="atRisk">{t('seal.over')}</Notice>}
              <Facts
                items={[
                  { label: t('seal.subject'), value: sealKey.subject },
                  ...(sealKey.origin === 'brought' ? [{ label: t('seal.issuer'), value: sealKey.issuer }] : []),
                  { label: t('seal.algorithm'), value: sealKey.algorithm },
                  {
                    label: t('seal.valid'),
                    value: `${format.date(sealKey.validFrom, 'medium')} – ${format.date(sealKey.validUntil, 'medium')}`,
                  },
                  {
                    label: t('seal.fingerprint'),
                    value: (
                      <span className="num" style={{ overflowWrap: 'anywhere' }}>
                        {grouped(sealKey.fingerprint)}
                      </span>
                    ),
                  },
                ]}
              />
            </Stack>
          </Section>
        ) : (
          <EmptyState compact title={t('seal.none')}>
            {t('seal.noneText')}
          </EmptyState>
        )}
        <Section title={t('seal.change')} description={t('seal.changeHint')}>
          <Stack spacing={4} sx={{ alignItems: 'start' }}>
            <RenewButton first={!sealKey} />
          </Stack>
        </Section>
        <BringKey />
      </Stack>
    </Page>
  );
}
