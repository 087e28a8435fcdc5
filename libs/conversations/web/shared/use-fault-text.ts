import { type FormErrors, useErrorText } from '@softmob/portal-kit';

/** A failure in the reader's words: the first faulty field's where there is one. */
export function useFaultText(): (errors: FormErrors) => string {
  const { of, ofFault } = useErrorText('conversations');
  return (errors) => {
    const [fault] = errors.fields;
    return fault ? ofFault(fault) : of(errors);
  };
}
