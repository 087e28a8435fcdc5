import { type FormErrors } from '@softmob/portal-kit';
import { useState } from 'react';
import { type ImportActions, type ImportView } from './import-types';

interface Step<Variables> {
  submit: (variables: Variables) => Promise<unknown>;
  errors: FormErrors | null;
}

interface ImportSteps {
  id: string;
  choices: { flowId: string | null; createFlows: boolean; flowCodes: string[] };
  refetch: () => Promise<unknown>;
  remap: Step<{ id: string; mapping: { column: number; field: string | null }[] }>;
  correct: Step<{ input: { id: string; row: number; field: string; value: string } }>;
  apply: Step<{
    input: { id: string; flowId: string | null; createFlows: boolean; flowCodes: string[]; acceptRows: number[] };
  }>;
}

type Receipt = ImportView['receipt'];

/** The wizard's actions from a portal's own mutations, and the receipt of the last application. */
export function useImport({ id, choices, refetch, remap, correct, apply }: ImportSteps): {
  actions: ImportActions;
  receipt: Receipt;
  dismiss: () => void;
  errors: FormErrors | null;
} {
  const [receipt, setReceipt] = useState<Receipt>(null);
  const actions: ImportActions = {
    remap: async (column, field) => {
      await remap.submit({ id, mapping: [{ column, field }] });
      await refetch();
    },
    correct: async (row, { field }, value) => {
      await correct.submit({ input: { id, row, field, value } });
      await refetch();
    },
    apply: async (acceptRows) => {
      const result = (await apply.submit({ input: { id, ...choices, acceptRows } })) as {
        applyImport: { receipt: Receipt };
      } | null;
      if (!result) return;
      setReceipt(result.applyImport.receipt);
      window.scrollTo({ top: 0 });
      await refetch();
    },
  };
  return { actions, receipt, dismiss: () => setReceipt(null), errors: apply.errors ?? correct.errors ?? remap.errors };
}
