import { type SaveState } from '@softmob/ui';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { sameValues } from '../forms/paths';

export interface AutosaveOptions<Value> {
  value: Value;
  /** Rejects, or resolves to `false` or `null` (as `submit` does), when it could not be saved. */
  save: (value: Value) => Promise<unknown>;
  /** How long typing must rest, in ms. */
  delay?: number;
  enabled?: boolean;
}

export interface Autosave {
  state: SaveState;
  savedAt: Date | null;
  /** Saves now what is not saved yet. */
  flush: () => Promise<void>;
  onRetry: () => void;
}

/** Saves a value when typing rests, one save at a time, the newest value last. */
export function useAutosave<Value>({ value, save, delay = 800, enabled = true }: AutosaveOptions<Value>): Autosave {
  const [state, setState] = useState<SaveState>('idle');
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const latest = useRef({ value, save, saved: value, running: false });
  useLayoutEffect(() => {
    latest.current.value = value;
    latest.current.save = save;
    // What arrives before the person may type is what the server has.
    if (!enabled) latest.current.saved = value;
  });

  const flush = useCallback(async () => {
    const work = latest.current;
    if (work.running) return;
    work.running = true;
    try {
      while (!sameValues(work.value, work.saved)) {
        const sending = work.value;
        setState('saving');
        const answer = await work.save(sending);
        if (answer === false || answer === null) throw new Error('not saved');
        work.saved = sending;
        setSavedAt(new Date());
        setState('saved');
      }
    } catch {
      setState('failed');
    } finally {
      work.running = false;
    }
  }, []);

  useEffect(() => {
    if (!enabled || sameValues(value, latest.current.saved)) return undefined;
    setState((before) => (before === 'saving' ? before : 'unsaved'));
    const timer = setTimeout(() => void flush(), delay);
    return () => clearTimeout(timer);
  }, [value, delay, enabled, flush]);

  useEffect(() => {
    const leaving = () => void flush();
    window.addEventListener('pagehide', leaving);
    return () => {
      window.removeEventListener('pagehide', leaving);
      leaving();
    };
  }, [flush]);

  return { state, savedAt, flush, onRetry: () => void flush() };
}
