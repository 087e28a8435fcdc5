import { useSubmit } from '@softmob/portal-kit';
import { useNavigate } from 'react-router';
import { CopyTemplateDocument } from './paperwork.operations.coordinator';

/** Copies a template for the own school and opens the copy. */
export function useCopyTemplate() {
  const navigate = useNavigate();
  const { submit, saving, errors } = useSubmit(CopyTemplateDocument);
  const copy = async (id: string) => {
    const made = await submit({ id });
    if (made) void navigate(`/papers/templates/${made.copyDocumentTemplate.id}`);
  };
  return { copy, saving, errors };
}
