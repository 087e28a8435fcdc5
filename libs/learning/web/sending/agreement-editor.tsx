import { useApolloClient } from '@apollo/client/react';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { type AgreementContent, type AgreementPatch } from '@softmob/learning-model';
import { toFormErrors, useAutosave, useErrorText, useUnsavedGuard, type FormErrors } from '@softmob/portal-kit';
import { AutosaveBadge, Notice } from '@softmob/ui';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditDocument } from './acts.teacher';
import { ContactsPart, ContextPart, PartTexts } from './editor-parts';
import { type AgreementMobility, type CurrentVersion } from './reads.teacher';
import { UnitsPart } from './units-part';

interface AgreementEditorProps {
  mobility: AgreementMobility;
  version: CurrentVersion;
  content: AgreementContent;
  reload: () => void;
}

const SECTIONS = [
  'parties',
  'context',
  'units',
  'tasks',
  'preparation',
  'monitoring',
  'support',
  'inclusion',
  'assessment',
  'recognition',
] as const;

/** The sections in which two contents differ. */
function differing(before: AgreementContent, after: AgreementContent): AgreementPatch {
  return Object.fromEntries(
    SECTIONS.filter((section) => JSON.stringify(before[section]) !== JSON.stringify(after[section])).map((section) => [
      section,
      after[section],
    ]),
  );
}

/** Saves what changed as one types; a second writer is told, and nothing typed is lost. */
function useEditing({ mobility, version, content }: AgreementEditorProps) {
  const client = useApolloClient();
  const [draft, setDraft] = useState(content);
  const [errors, setErrors] = useState<FormErrors | null>(null);
  const stored = useRef({ content, version: version.version });
  const send = async (input: { patch?: AgreementPatch; unitKeys?: string[] }) => {
    try {
      const variables = { input: { mobilityId: mobility.id, expectedVersion: stored.current.version, ...input } };
      const { data } = await client.mutate({ mutation: EditDocument, variables });
      if (!data?.editAgreement.content) return null;
      stored.current = { content: data.editAgreement.content, version: data.editAgreement.version };
      setErrors(null);
      return data.editAgreement.content;
    } catch (failure) {
      setErrors(toFormErrors(failure));
      throw failure;
    }
  };
  const autosave = useAutosave({
    value: draft,
    save: async (value) => {
      const patch = differing(stored.current.content, value);
      if (Object.keys(patch).length > 0) await send({ patch });
    },
  });
  const chooseUnits = async (unitKeys: string[]) => {
    await autosave.flush();
    const next = await send({ unitKeys }).catch(() => null);
    if (next) setDraft({ ...draft, units: next.units, tasks: next.tasks });
  };
  return { draft, setDraft, autosave, chooseUnits, errors };
}

/** The sections of a draft, each saved as one types. */
export function AgreementEditor(props: AgreementEditorProps) {
  const { t } = useTranslation('learning');
  const text = useErrorText('learning');
  const { draft, setDraft, autosave, chooseUnits, errors } = useEditing(props);
  useUnsavedGuard(autosave.state === 'unsaved' || autosave.state === 'failed');
  const patch = (part: AgreementPatch) => setDraft({ ...draft, ...part });
  return (
    <Stack spacing={4}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', minHeight: 24 }}>
        <span>{t('editor.hint')}</span>
        <AutosaveBadge {...autosave} />
      </Stack>
      {errors && (
        <Notice
          tone="blocked"
          action={
            errors.code === 'CONFLICT' && (
              <Button size="small" onClick={props.reload}>
                {t('editor.reload')}
              </Button>
            )
          }
        >
          {errors.fields[0]?.message ?? text.of(errors)}
        </Notice>
      )}
      <UnitsPart
        mobility={props.mobility}
        content={draft}
        onUnits={chooseUnits}
        onTasks={(tasks) => patch({ tasks })}
      />
      <ContextPart content={draft} onChange={patch} />
      <PartTexts
        part="preparation"
        fields={[['preparation', draft.preparation, (preparation) => patch({ preparation })]]}
      />
      {(['sending', 'hosting', 'supporting'] as const).map((key) => {
        const organisation = draft.parties[key];
        return (
          organisation && (
            <ContactsPart
              key={key}
              part={key}
              organisation={organisation}
              onChange={(contacts) => patch({ parties: { ...draft.parties, [key]: { ...organisation, contacts } } })}
            />
          )
        );
      })}
      <PartTexts
        part="monitoring"
        fields={[
          [
            'monitoring',
            draft.monitoring.howOften,
            (howOften) => patch({ monitoring: { ...draft.monitoring, howOften } }),
          ],
        ]}
      />
      <PartTexts
        part="support"
        fields={(['before', 'during', 'after'] as const).map((key) => [
          `support.${key}`,
          draft.support[key],
          (value) => patch({ support: { ...draft.support, [key]: value } }),
        ])}
      />
      <PartTexts
        part="assessment"
        fields={(['who', 'how', 'when', 'evidence'] as const).map((key) => [
          `assessment.${key}`,
          draft.assessment[key],
          (value) => patch({ assessment: { ...draft.assessment, [key]: value } }),
        ])}
      />
      <PartTexts
        part="recognition"
        fields={(['how', 'who', 'rule', 'document'] as const).map((key) => [
          `recognition.${key}`,
          draft.recognition[key],
          (value) => patch({ recognition: { ...draft.recognition, [key]: value } }),
        ])}
      />
    </Stack>
  );
}
