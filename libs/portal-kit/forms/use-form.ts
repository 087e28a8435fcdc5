import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type DraftPlace, readDraft, writeDraft } from './draft';
import { sameValues, valueAt, withValueAt } from './paths';

/** Texts of faults by path. */
export type Faults = Readonly<Record<string, string>>;

export interface FormOptions<Values extends object> {
  initial: Values;
  /** The faults of these values, each in words, by path. Runs on submit and from then on at each change. */
  validate?: (values: Values) => Faults;
  /** Keeps what is typed through back and reload, in this tab, under this name. */
  draftKey?: string;
  /**
   * `device` keeps it through closing the tab too, for whoever is signed in, until it is sent or they sign out. Not for
   * what nobody else may read: health, bank, documents.
   */
  draftOn?: DraftPlace;
}

export interface FieldBinding {
  id: string;
  name: string;
  value: string;
  onChange: (event: { target: { value: string } }) => void;
  error: boolean;
  helperText: ReactNode;
}

export interface CheckBinding {
  id: string;
  name: string;
  checked: boolean;
  onChange: (event: { target: { checked: boolean } }) => void;
  error: boolean;
  helperText: ReactNode;
}

export interface FormState<Values extends object> {
  values: Values;
  set: (path: string, value: unknown) => void;
  patch: (values: Partial<Values>) => void;
  /** Binds a text-like field; a hint shows until there is a fault. */
  field: (path: string, options?: { hint?: ReactNode }) => FieldBinding;
  /** Binds a checkbox. */
  check: (path: string, options?: { hint?: ReactNode }) => CheckBinding;
  faults: Faults;
  dirty: boolean;
  /** Begins again from these values (or the first ones) and forgets the draft. */
  reset: (values?: Values) => void;
  /** What was typed is safe now: the form is no longer dirty, and its draft is forgotten. */
  done: () => void;
  /** Runs `validate`; true when nothing is wrong. */
  validateNow: () => boolean;
  /** Puts the server's faults beside their fields, until those are changed. */
  setServerFaults: (faults: Faults) => void;
  fieldId: (path: string) => string;
}

/** The id of a field's element, the same wherever it is needed. */
export const fieldId = (path: string) => `field-${path.replaceAll('.', '-')}`;

/** Values with what was typed before a reload, kept in the tab while they differ from what is safe. */
function useDraftedValues<Values extends object>(initial: Values, draftKey: string | undefined, place: DraftPlace) {
  const [base, setBase] = useState(initial);
  const [values, setValues] = useState<Values>(
    () => (draftKey ? readDraft(draftKey, initial, place) : null) ?? initial,
  );
  const dirty = useMemo(() => !sameValues(values, base), [values, base]);
  useEffect(() => {
    if (draftKey) writeDraft(draftKey, dirty ? values : null, place);
  }, [draftKey, place, dirty, values]);
  return { values, setValues, setBase, dirty };
}

/** What binds fields to values by path. */
function bindings(values: object, faults: Faults, set: (path: string, value: unknown) => void) {
  const common = (path: string, hint: ReactNode) => ({
    id: fieldId(path),
    name: path,
    error: path in faults,
    helperText: faults[path] ?? hint,
  });
  const field: FormState<object>['field'] = (path, { hint } = {}) => ({
    ...common(path, hint),
    value: String(valueAt(values, path) ?? ''),
    onChange: ({ target }) => set(path, target.value),
  });
  const check: FormState<object>['check'] = (path, { hint } = {}) => ({
    ...common(path, hint),
    checked: valueAt(values, path) === true,
    onChange: ({ target }) => set(path, target.checked),
  });
  return { field, check };
}

/** Values as a person types them, with their faults, their draft, and whether they are safe. */
export function useForm<Values extends object>({
  initial,
  validate,
  draftKey,
  draftOn = 'tab',
}: FormOptions<Values>): FormState<Values> {
  const { values, setValues, setBase, dirty } = useDraftedValues(initial, draftKey, draftOn);
  const [tried, setTried] = useState(false);
  const [serverFaults, setServerFaults] = useState<Faults>({});
  const own = useMemo(() => (tried && validate ? validate(values) : {}), [tried, validate, values]);
  const faults = useMemo<Faults>(() => ({ ...serverFaults, ...own }), [serverFaults, own]);
  const latest = useRef(values);
  useLayoutEffect(() => {
    latest.current = values;
  });

  const set = useCallback(
    (path: string, value: unknown) => {
      setValues((before) => withValueAt(before, path, value));
      setServerFaults((before) => Object.fromEntries(Object.entries(before).filter(([at]) => at !== path)));
    },
    [setValues],
  );
  const patch = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  const reset = (next: Values = initial) => {
    setBase(next);
    setValues(next);
    setTried(false);
    setServerFaults({});
  };
  const done = () => {
    // At once, so that leaving right afterwards is not held back by the guard.
    flushSync(() => {
      setBase(latest.current);
      setTried(false);
    });
    if (draftKey) writeDraft(draftKey, null, draftOn);
  };
  const validateNow = () => {
    setTried(true);
    return Object.keys(validate?.(latest.current) ?? {}).length === 0;
  };
  const bound = bindings(values, faults, set);
  return { values, set, patch, ...bound, faults, dirty, reset, done, validateNow, setServerFaults, fieldId };
}
