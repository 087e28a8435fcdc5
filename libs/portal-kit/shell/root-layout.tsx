import { useEffect, useRef, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { ToastProvider } from '../hooks/toast';
import { UnsavedGuardProvider } from '../hooks/unsaved-guard';

/** Whether the way between two addresses stays on one screen (a filter, an open panel). */
function useArrival(onArrive: () => void) {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    onArrive();
  }, [pathname, onArrive]);
}

/** The new screen's heading takes the focus, so that keyboard and screen reader go on from there. */
function focusHeading() {
  const target = document.querySelector<HTMLElement>('#main h1') ?? document.querySelector<HTMLElement>('#main');
  target?.focus({ preventScroll: true });
}

/** What every screen of a portal stands in: scrolling, announcing, guarding, confirming. */
export function RootLayout() {
  const [arrived, setArrived] = useState('');
  const [onArrive] = useState(() => () => {
    focusHeading();
    setTimeout(() => setArrived(document.title), 100);
  });
  useArrival(onArrive);
  return (
    <ToastProvider>
      <UnsavedGuardProvider>
        <Outlet />
        <ScrollRestoration />
        <div role="status" className="visually-hidden">
          {arrived}
        </div>
      </UnsavedGuardProvider>
    </ToastProvider>
  );
}
