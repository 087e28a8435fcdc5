import {
  type ApolloCache,
  type DocumentNode,
  type MutationUpdaterFunction,
  type OperationVariables,
} from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { type TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type FormErrors, toFormErrors, unanswered } from './errors';
import { Submission } from './submission';

export interface SubmitOptions<TData, TVariables extends OperationVariables> {
  /** Queries to ask again afterwards: names or documents. */
  refetchQueries?: (string | DocumentNode)[];
  /** Waits for them before `submit` resolves. */
  awaitRefetchQueries?: boolean;
  update?: MutationUpdaterFunction<TData, TVariables, ApolloCache>;
}

export interface SubmitResult<TData, TVariables> {
  /** Sends; resolves to the data, or to null when it failed (then `errors` says why). Never rejects. */
  submit: (variables: TVariables) => Promise<TData | null>;
  saving: boolean;
  error: unknown;
  errors: FormErrors | null;
  /** Forgets the last failure. */
  reset: () => void;
}

/**
 * One submission of one mutation. Pressing again after a lost connection repeats the same submission (the server does
 * it once); after an answer, or with other variables, it is a new one.
 */
export function useSubmit<TData, TVariables extends OperationVariables>(
  mutation: DocumentNode | TypedDocumentNode<TData, TVariables>,
  options: SubmitOptions<TData, TVariables> = {},
): SubmitResult<TData, TVariables> {
  const client = useApolloClient();
  const [submission] = useState(() => new Submission());
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });

  const submit = useCallback(
    async (variables: TVariables): Promise<TData | null> => {
      setSaving(true);
      setError(null);
      try {
        const context = { idempotencyKey: submission.keyFor(variables) };
        const call = { mutation, variables, context, ...latest.current } as Parameters<typeof client.mutate>[0];
        const { data } = await client.mutate(call);
        submission.answered();
        return (data ?? null) as TData | null;
      } catch (failure) {
        if (!unanswered(failure)) submission.answered();
        setError(failure);
        return null;
      } finally {
        setSaving(false);
      }
    },
    [client, mutation, submission],
  );
  const errors = useMemo(() => toFormErrors(error), [error]);
  const reset = useCallback(() => setError(null), []);
  return { submit, saving, error, errors, reset };
}
