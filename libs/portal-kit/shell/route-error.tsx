import Button from '@mui/material/Button';
import { ErrorState } from '@softmob/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { NotFound } from './not-found';
import { useDocumentTitle } from './page-title';
import { useShell } from './shell-context';

const STALE = /dynamically imported module|module script failed|Unable to preload/i;

/** Catches a screen that failed: says what is safe, and offers a way out. */
export function RouteError() {
  const { t } = useTranslation('kit');
  const { portal } = useShell();
  const error = useRouteError();
  const updated = error instanceof Error && STALE.test(error.message);
  const title = t(updated ? 'crash.updated' : 'crash.title');
  useDocumentTitle(title);
  useEffect(() => {
    // The browser's console is where whoever is asked for help will look.
    console.error(error);
  }, [error]);
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return (
    <ErrorState level={1} title={title} onRetry={() => window.location.reload()}>
      <p>{t(updated ? 'crash.updatedText' : 'crash.text')}</p>
      <Button href={new URL(`/${portal}/`, window.location.origin).href} sx={{ mt: 2 }}>
        {t('notFound.home')}
      </Button>
    </ErrorState>
  );
}
