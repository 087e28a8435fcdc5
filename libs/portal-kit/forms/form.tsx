import { styled } from '@mui/material/styles';
import { ErrorSummary, type FieldError } from '@softmob/ui';
import { type FormEvent, type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { type FormErrors } from '../data/errors';
import { useErrorText } from './error-text';
import { type FormState } from './use-form';

const Fields = styled('form')({ display: 'grid', gap: 20, maxWidth: 640 });

export interface FormProps<Values extends object> {
  form: FormState<Values>;
  /** Called when `validate` finds nothing; what it does with the values is its own matter. */
  onSubmit: (values: Values) => void | Promise<void>;
  /** The server's answer, from `useSubmit`. */
  errors?: FormErrors | null;
  /** The feature whose texts for error codes come first. */
  ns?: string;
  children: ReactNode;
  /** What the form is for, where its heading does not say. */
  label?: string;
}

/** The faults as the summary lists them: those of fields that stand on the page lead there. */
function summary(faults: Readonly<Record<string, string>>, idOf: (path: string) => string): FieldError[] {
  return Object.entries(faults).map(([path, message]) => {
    const id = idOf(path);
    return document.getElementById(id) ? { fieldId: id, message } : { message };
  });
}

/** A form that keeps what was typed, says all its faults above and beside the fields, and leads to the first. */
export function Form<Values extends object>({ form, onSubmit, errors, ns, children, label }: FormProps<Values>) {
  const text = useErrorText(ns);
  const [tries, setTries] = useState(0);
  const { setServerFaults, fieldId } = form;
  const answer = errors ?? null;
  const ofFault = useEffectEvent(text.ofFault);
  useEffect(() => {
    setServerFaults(Object.fromEntries((answer?.fields ?? []).map((fault) => [fault.path, ofFault(fault)])));
  }, [answer, setServerFaults]);
  // Another try or another answer: either way the summary takes the focus again.
  const attempt = useMemo(() => ({ tries, answer }), [tries, answer]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTries(tries + 1);
    if (form.validateNow()) void onSubmit(form.values);
  };
  const whole = answer && answer.fields.length === 0 ? [{ message: text.of(answer) }] : [];
  const list = tries > 0 ? [...whole, ...summary(form.faults, fieldId)] : [];
  return (
    <Fields onSubmit={submit} noValidate aria-label={label}>
      <ErrorSummary errors={list} attempt={attempt} />
      {children}
    </Fields>
  );
}
