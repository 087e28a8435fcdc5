import { ErrorState } from '@softmob/ui';
import { toFormErrors } from '../data/errors';
import { useErrorText } from '../forms/error-text';

export interface QueryErrorProps {
  error: unknown;
  onRetry?: () => void;
  /** Where to go instead. */
  backTo?: string;
  backLabel?: string;
  /** The feature whose texts for reasons come first. */
  ns?: string;
  /** 1 where it is the whole screen. */
  level?: 1 | 2;
}

/** What stands where data could not be read: why, in the reader's words, and a way out. */
export function QueryError({ error, onRetry, backTo = '/', backLabel, ns, level }: QueryErrorProps) {
  const text = useErrorText(ns);
  const errors = toFormErrors(error);
  const hopeless = errors?.code === 'NOT_FOUND' || errors?.code === 'FORBIDDEN';
  return (
    <ErrorState
      {...(level ? { level } : {})}
      onRetry={hopeless ? undefined : onRetry}
      backTo={backTo}
      backLabel={backLabel}
    >
      {errors && text.of(errors)}
    </ErrorState>
  );
}
