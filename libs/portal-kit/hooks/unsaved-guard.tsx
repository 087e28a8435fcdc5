import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { useBlocker } from 'react-router';

const LeaveDialog = lazy(() => import('./leave-dialog'));

type Register = (id: string, dirty: boolean) => void;
const GuardContext = createContext<Register | null>(null);

/** Asks before anything typed and not sent would be left behind. */
export function UnsavedGuardProvider({ children }: { children: ReactNode }) {
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
      {blocker.state === 'blocked' && (
        <Suspense>
          <LeaveDialog onLeave={() => blocker.proceed()} onStay={() => blocker.reset()} />
        </Suspense>
      )}
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
