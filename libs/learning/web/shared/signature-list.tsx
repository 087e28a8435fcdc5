import { Timeline } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type VersionView } from './types';

interface SignatureListProps {
  version: Pick<VersionView, 'requiredParties' | 'signatures' | 'status' | 'missingParties'>;
}

/** Who has signed, when, and who still has to. */
export function SignatureList({ version }: SignatureListProps) {
  const { t } = useTranslation('learning');
  const parties = version.requiredParties.filter(
    (party) =>
      version.status !== 'open' ||
      version.missingParties.includes(party) ||
      version.signatures.some((signature) => signature.party === party),
  );
  return (
    <Timeline
      label={t('signatures.title')}
      items={parties.map((party) => {
        const given = version.signatures.find((signature) => signature.party === party);
        return {
          id: party,
          title: t(`party.${party}`),
          state: given ? ('done' as const) : version.status === 'open' ? ('waiting' as const) : ('draft' as const),
          who: given?.name ?? null,
          date: given?.signedAt ?? null,
          ...(given ? {} : { detail: t(version.status === 'open' ? 'signatures.waiting' : 'signatures.later') }),
        };
      })}
    />
  );
}
