import { useApolloClient } from '@apollo/client/react';
import Button from '@mui/material/Button';
import { EmptyState, SkeletonList } from '@softmob/ui';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { toFormErrors } from '../data/errors';
import { EnterSeatDocument } from '../session/identity.operations';
import { useSessionStore } from '../session/session';
import { safeNext } from '../session/ways-in';
import { QueryError } from '../shell/query-error';
import { PublicLayout } from './public-layout';

/** Opens the seat of the link, once for each try, and goes on to what the link is about, or to the person's page. */
function useEnterSeat(token: string, next: string) {
  const client = useApolloClient();
  const store = useSessionStore();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const entered = useRef<string | null>(null);
  useEffect(() => {
    // Once for each try, even where effects run twice.
    const key = `${token}:${attempt}`;
    if (entered.current === key) return;
    entered.current = key;
    const enter = async () => {
      try {
        await client.mutate({ mutation: EnterSeatDocument, variables: { token } });
        await store.entered();
        await navigate(next, { replace: true });
      } catch (failure) {
        setError(failure);
      }
    };
    void enter();
  }, [attempt, client, navigate, next, store, token]);
  const retry = () => {
    setError(null);
    setAttempt(attempt + 1);
  };
  return { error, retry };
}

/** The way in by a personal link: no account, no password, straight to the person's own page. */
export function SeatScreen() {
  const { t } = useTranslation('kit');
  const { token = '' } = useParams();
  const [search] = useSearchParams();
  const { error, retry } = useEnterSeat(token, safeNext(search.get('next')));
  const gone = error !== null && toFormErrors(error)?.code === 'NOT_FOUND';
  return (
    <PublicLayout title={t(gone ? 'seat.goneTitle' : 'seat.entering')}>
      {error === null && <SkeletonList kind="page" rows={3} />}
      {gone && (
        <EmptyState
          level={1}
          title={t('seat.goneTitle')}
          action={
            <Button variant="outlined" href="/sign-in">
              {t('signIn.submit')}
            </Button>
          }
        >
          {t('seat.goneText')}
        </EmptyState>
      )}
      {error !== null && !gone && (
        <QueryError level={1} error={error} backTo="/sign-in" backLabel={t('signIn.submit')} onRetry={retry} />
      )}
    </PublicLayout>
  );
}
