import { useQuery } from '@apollo/client/react';
import { policy } from '@softmob/access';
import Button from '@mui/material/Button';
import { Page, QueryError, useCan, useUrlState } from '@softmob/portal-kit';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useSay } from '../shared/use-say';
import { UnitCatalogueDocument } from './units.teacher';

const UnitForm = lazy(() => import('./unit-form.coordinator').then((m) => ({ default: m.UnitForm })));

/** Why the form is not there, with the way back. */
function Refused({ reason, copy }: { reason: string; copy?: string | undefined }) {
  const { t } = useTranslation('learning');
  return (
    <EmptyState
      title={t(`units.${reason}`)}
      action={
        <Button variant="outlined" href={copy ? `/units/new?from=${copy}` : '/units'}>
          {t(copy ? 'units.copy' : 'units.toList')}
        </Button>
      }
    >
      {t(`units.${reason}Text`)}
    </EmptyState>
  );
}

/** A new unit of the school's own, or one to be edited; shipped ones can only be copied. */
export function UnitEditScreen() {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const mayWrite = useCan(policy.learning.writeUnits);
  const { key } = useParams();
  const [{ from }] = useUrlState({ from: '' });
  const { data, error, refetch } = useQuery(UnitCatalogueDocument);
  const find = (wanted: string | undefined) => data?.units.find((unit) => unit.key === wanted) ?? null;
  const edited = find(key);
  const body = () => {
    if (error) return <QueryError error={error} onRetry={() => void refetch()} backTo="/units" />;
    if (!data) return <SkeletonList kind="form" />;
    if (!mayWrite) return <Refused reason="notYours" />;
    if (key && !edited) return <Refused reason="unknown" />;
    if (edited && !edited.id) return <Refused reason="shippedStays" copy={edited.key} />;
    return (
      <Suspense fallback={<SkeletonList kind="form" />}>
        <UnitForm
          key={`${key ?? ''}${from}${String(edited?.version)}`}
          units={data.units}
          edited={edited}
          copied={find(from)}
        />
      </Suspense>
    );
  };
  return (
    <Page
      title={edited ? t('units.editTitle', { title: say(edited.title) }) : t('units.newTitle')}
      description={key ? undefined : t('units.newText')}
      crumbs={[{ label: t('nav.units'), to: '/units' }]}
      width="form"
    >
      {body()}
    </Page>
  );
}
