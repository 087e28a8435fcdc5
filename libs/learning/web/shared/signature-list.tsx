import { Timeline } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { MarkView } from './signature-mark';
import { type SignatureView, type VersionView } from './types';

interface SignatureListProps {
  version: Pick<VersionView, 'requiredParties' | 'signatures' | 'status' | 'missingParties' | 'signingOrder'>;
}

/** How it was given, and how it looks. */
function GivenDetail({ signature }: { signature: SignatureView }) {
  const { t } = useTranslation('learning');
  const { method, checkedBy, markKind, mark, name } = signature;
  return (
    <>
      <MarkView kind={markKind} mark={mark} name={name} />
      {method === 'paper' && <span>{t('paper.checkedBy', { name: checkedBy ?? '' })}</span>}
    </>
  );
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
  const order = version.signingOrder;
  const place = (party: string) => {
    const at = order?.indexOf(party) ?? -1;
    return at < 0 ? parties.length : at;
  };
  const next = order && [...version.missingParties].sort((a, b) => place(a) - place(b))[0];
  const shown = order ? [...parties].sort((a, b) => place(a) - place(b)) : parties;
  const waitingFor = (party: string) => {
    if (version.status !== 'open') return t('signatures.later');
    return next && place(party) > place(next) ? t('signatures.inOrder') : t('signatures.waiting');
  };
  return (
    <Timeline
      label={t('signatures.title')}
      items={shown.map((party) => {
        const given = version.signatures.find((signature) => signature.party === party);
        return {
          id: party,
          title: t(`party.${party}`),
          state: given ? ('done' as const) : version.status === 'open' ? ('waiting' as const) : ('draft' as const),
          who: given?.name ?? null,
          date: given?.signedAt ?? null,
          detail: given ? <GivenDetail signature={given} /> : waitingFor(party),
        };
      })}
    />
  );
}
