import { ConfirmDialog } from '@softmob/ui';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

type Register = (id: string, dirty: boolean) => void;
const GuardContext = createContext<Register | null>(null);

/** Asks before anything typed and not sent would be left behind. */
export function UnsavedGuardProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('kit');
  const unsaved = useRef(new Set<string>());
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.current.size > 0 && currentLocation.pathname !== nextLocation.pathname,
  );
  const register = useCallback<Register>((id, dirty) => {
    if (dirty) unsaved.current.add(id);
    else unsaved.current.delete(id);
  }, []);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  return (
    <GuardContext.Provider value={register}>
      {children}
      <ConfirmDialog
        open={blocker.state === 'blocked'}
        title={t('unsaved.title')}
        confirmLabel={t('unsaved.leave')}
        cancelLabel={t('unsaved.stay')}
        danger
        onConfirm={() => blocker.proceed?.()}
        onClose={() => blocker.reset?.()}
      >
        {t('unsaved.text')}
      </ConfirmDialog>
    </GuardContext.Provider>
  );
}

/** While `dirty`, leaving the screen asks first. */
export function useUnsavedGuard(dirty: boolean): void {
  const id = useId();
  const register = useContext(GuardContext);
  useLayoutEffect(() => {
    register?.(id, dirty);
    return () => register?.(id, false);
  }, [register, id, dirty]);
}
