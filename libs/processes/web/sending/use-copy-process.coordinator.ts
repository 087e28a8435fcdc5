import { useSubmit } from '@softmob/portal-kit';
import { useNavigate } from 'react-router';
import { CopyProcessDocument } from './processes.operations.coordinator';

/** Copies a process for the own school and opens the copy. */
export function useCopyProcess() {
  const navigate = useNavigate();
  const { submit, saving, errors } = useSubmit(CopyProcessDocument);
  const copy = async (id: string) => {
    const made = await submit({ id });
    if (made) void navigate(`/processes/${made.copyProcessTemplate.id}`);
  };
  return { copy, saving, errors };
}
