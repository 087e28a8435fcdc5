import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { StayChoice, useMyMobility } from '@softmob/documents-web/my-mobility';
import { Page, QueryError, useSession } from '@softmob/portal-kit';
import { EmptyState, type NextStep, Receipt, SkeletonList } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type WithdrawFacts, WithdrawFactsDocument } from './withdraw.operations';
import { WithdrawForm } from './withdraw-form';

/** What happens next, and who holds it. */
function Withdrawn({ mobility }: { mobility: WithdrawFacts }) {
  const { t } = useTranslation('projects');
  const { today } = useSession();
  const { sendingOrganisation, hostOrganisation, company, startsOn } = mobility;
  const abroad = [...new Set([hostOrganisation?.name, company?.name])].filter((name) => name !== undefined);
  const next: NextStep[] = [
    { who: sendingOrganisation.name, what: t(startsOn <= today ? 'giveUp.nextSettles' : 'giveUp.nextPasses') },
    ...abroad.map((who) => ({ who, what: t('giveUp.nextKnows') })),
    { mine: true, what: t('giveUp.nextMistake') },
  ];
  return (
    <Receipt
      title={t('giveUp.done')}
      next={next}
      actions={
        <Button variant="contained" href="/">
          {t('giveUp.home')}
        </Button>
      }
    >
      {t('giveUp.doneText')}
    </Receipt>
  );
}

/** Withdrawing from one's own mobility, or a guardian's from that of their minor. */
export function WithdrawScreen() {
  const { t } = useTranslation('projects');
  const { audience } = useSession();
  const stay = useMyMobility();
  const [withdrawn, setWithdrawn] = useState<WithdrawFacts | null>(null);
  const id = stay.mobility?.id ?? '';
  const { data, error, refetch } = useQuery(WithdrawFactsDocument, { variables: { id }, skip: !id });
  const failure = stay.error ?? error;
  const mobility = withdrawn ? undefined : data?.mobility;
  const shown = withdrawn ?? mobility;
  const who = audience === 'guardian' ? 'theirs' : 'own';
  return (
    <Page
      title={t(`giveUp.title.${who}`, { name: shown?.participant.firstName ?? '', town: shown?.flow.town ?? '' })}
      width="form"
      crumbs={[{ label: t('giveUp.home'), to: '/' }]}
    >
      <Stack spacing={5}>
        {withdrawn ? (
          <Withdrawn mobility={withdrawn} />
        ) : (
          <>
            <StayChoice {...stay} />
            {failure && <QueryError error={failure} onRetry={() => void (stay.error ? stay.refetch() : refetch())} />}
            {!failure && (!stay.loaded || (id && !mobility)) && <SkeletonList kind="form" />}
            {stay.loaded && !id && <EmptyState title={t('giveUp.none')}>{t('giveUp.noneText')}</EmptyState>}
            {mobility?.stage === 'back' && <EmptyState title={t('giveUp.over')}>{t('giveUp.overText')}</EmptyState>}
            {mobility && mobility.stage !== 'back' && (
              <WithdrawForm key={mobility.id} mobility={mobility} onDone={() => setWithdrawn(mobility)} />
            )}
          </>
        )}
      </Stack>
    </Page>
  );
}
