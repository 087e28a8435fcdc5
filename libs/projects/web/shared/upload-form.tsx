import { styled } from '@mui/material/styles';
import { toFormErrors, uploadFile, useErrorText } from '@softmob/portal-kit';
import { ChoiceField, FileDrop, Notice, SelectField } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const Root = styled('div')({ display: 'grid', gap: 24, maxWidth: 640 });
const MAX_BYTES = 10 * 1024 * 1024;
const ACCEPT = '.csv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface UploadFormProps {
  kinds: readonly string[];
  kind: string;
  onKind: (kind: string) => void;
  /** Projects to choose from; null where the file belongs to none. */
  projects: readonly { id: string; title: string }[] | null;
  projectId: string;
  onProject: (id: string) => void;
  onUploaded: (id: string) => void;
}

/** What the file holds, where it goes, and the file itself. */
export function UploadForm(props: UploadFormProps) {
  const { kinds, kind, onKind, projects, projectId, onProject, onUploaded } = props;
  const { t } = useTranslation('projects');
  const text = useErrorText('projects');
  const [progress, setProgress] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const needsProject = projects !== null;
  const ready = !needsProject || projectId !== '';

  const send = async (file: File | undefined) => {
    if (!file) return;
    setFailure(null);
    setProgress(0);
    try {
      const params = { kind, ...(needsProject ? { projectId } : {}) };
      const answer = (await uploadFile('/imports', file, { params, onProgress: setProgress })) as { id: string };
      onUploaded(answer.id);
    } catch (error) {
      const errors = toFormErrors(error);
      setFailure(errors ? (errors.fields[0] ? text.ofFault(errors.fields[0]) : text.of(errors)) : null);
      setProgress(null);
    }
  };
  return (
    <Root>
      {kinds.length > 1 && (
        <ChoiceField
          id="kind"
          name="kind"
          label={t('upload.kind')}
          value={kind}
          onChange={({ target }) => onKind(target.value)}
          options={kinds.map((value) => ({
            value,
            label: t(`upload.kinds.${value}`),
            hint: t(`upload.hints.${value}`),
          }))}
        />
      )}
      {needsProject && (
        <SelectField
          id="project"
          label={t('upload.project')}
          value={projectId}
          empty={t('upload.chooseProject')}
          options={projects.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={({ target }) => onProject(target.value)}
        />
      )}
      {ready ? (
        <FileDrop
          label={t('upload.file')}
          hint={t('upload.fileHint')}
          accept={ACCEPT}
          maxBytes={MAX_BYTES}
          progress={progress}
          error={failure}
          onFiles={([file]) => void send(file)}
        />
      ) : (
        <Notice tone="brand">{t('upload.projectFirst')}</Notice>
      )}
    </Root>
  );
}
