import Button from '@mui/material/Button';
import { type ProcessQuery } from '@softmob/gql/sending-coordinator/graphql';
import { DraftActions, Page, useErrorText, useSubmit, useToast, useUndo, useUnsavedGuard } from '@softmob/portal-kit';
import { checkTemplate, type ProcessStep } from '@softmob/processes-model';
import { Notice, Section, SplitView, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addStep, byPhase, type Draft, fromServer, moveStep, removeStep, toServer } from './process-draft';
import { ProcessActions } from './process-actions.coordinator';
import { SaveProcessDraftDocument } from './processes.operations.coordinator';
import { StepCard } from './step-card';
import { StepPanel } from './step-panel';
import { Beside, TimelinePreview, useTrialStay } from './timeline-preview';

export type Template = ProcessQuery['processTemplate'];
interface ProcessEditorProps {
  template: Template;
  country: string;
  onChanged: () => Promise<void>;
}

const draftOf = ({ nameEn, nameIt, draft, versions }: Template): Draft => ({
  nameEn,
  nameIt,
  steps: (draft ?? versions[0]?.steps ?? []).map(fromServer),
});

/** Phases with their steps, a panel for one of them, and when everything would be due. */
export function ProcessEditor({ template, country, onChanged }: ProcessEditorProps) {
  const { t, i18n } = useTranslation('processes');
  const toast = useToast();
  const text = useErrorText('processes');
  const draft = useUndo(() => draftOf(template));
  const { past, present, change } = draft;
  const [stay, setStay] = useTrialStay();
  const [open, setOpen] = useState<string | null>(null);
  const { submit, saving, errors } = useSubmit(SaveProcessDraftDocument);
  const readOnly = template.origin !== 'own';
  const dirty = past.length > 0;
  useUnsavedGuard(dirty);
  const { nameEn, nameIt, steps } = present;
  const faults = checkTemplate({ name: { en: nameEn, it: nameIt }, steps });
  const timeline = <TimelinePreview {...{ steps, faults, country, stay }} onStay={setStay} />;
  const opened = steps.find(({ key }) => key === open);
  const save = async () => {
    const { id, version, activityTypes } = template;
    const input = { id, version, activityTypes, nameEn, nameIt, steps: steps.map(toServer) };
    if (!(await submit({ input }))) return;
    toast(t('editor.saved'));
    await onChanged();
  };
  return (
    <Page
      title={i18n.language === 'it' ? template.nameIt : template.nameEn}
      description={t(readOnly ? 'editor.readOnly' : 'editor.text')}
      crumbs={[{ label: t('nav.processes'), to: '/processes' }]}
      actions={
        <>
          {!readOnly && <DraftActions {...{ draft, saving }} onSave={save} />}
          <ProcessActions template={template} faults={faults.length} dirty={dirty} onChanged={onChanged} />
        </>
      }
    >
      <div style={{ display: 'grid', gap: 20 }}>
        {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
        {!readOnly && faults.length > 0 && (
          <Notice tone="atRisk" title={t('editor.faults', { count: faults.length })}>
            {t('editor.faultsText')}
          </Notice>
        )}
        {!readOnly && <Names draft={present} onChange={change} />}
        <SplitView
          panel={
            opened ? (
              <StepPanel
                key={opened.key}
                step={opened}
                steps={steps}
                faults={faults}
                readOnly={readOnly}
                onClose={() => setOpen(null)}
                onChange={(next, field) =>
                  change(
                    { steps: steps.map((one) => (one === opened ? next : one)) },
                    field === null ? null : `${next.key}.${field}`,
                  )
                }
              />
            ) : (
              <Beside>{timeline}</Beside>
            )
          }
        >
          <Phases
            {...{ steps, open, readOnly }}
            faultsOf={(key) => faults.filter((fault) => fault.step === key).length}
            onOpen={setOpen}
            onChange={(next) => change({ steps: next })}
          />
        </SplitView>
        {opened && timeline}
      </div>
    </Page>
  );
}

interface NamesProps {
  draft: Draft;
  onChange: (patch: Partial<Draft>, field: string) => void;
}

function Names({ draft, onChange }: NamesProps) {
  const { t } = useTranslation('processes');
  return (
    <Section title={t('editor.names')}>
      <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))' }}>
        {(['nameEn', 'nameIt'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`field.${field}`)}
            value={draft[field]}
            maxLength={200}
            error={draft[field].trim() === ''}
            onChange={({ target }) => onChange({ [field]: target.value }, field)}
          />
        ))}
      </div>
    </Section>
  );
}

interface PhasesProps {
  steps: readonly ProcessStep[];
  open: string | null;
  readOnly: boolean;
  faultsOf: (key: string) => number;
  onOpen: (key: string | null) => void;
  onChange: (steps: readonly ProcessStep[]) => void;
}

function Phases({ steps, open, readOnly, faultsOf, onOpen, onChange }: PhasesProps) {
  const { t } = useTranslation('processes');
  const add = (phase: ProcessStep['phase']) => {
    const made = addStep(steps, phase, { en: 'New step', it: 'Nuovo passo' });
    onChange(made.steps);
    onOpen(made.key);
  };
  return (
    <div style={{ display: 'grid', gap: 20 }}>
      {byPhase(steps).map(({ phase, steps: ofPhase }) => (
        <Section
          key={phase}
          flush
          title={t(`phase.${phase}`)}
          actions={!readOnly && <Button onClick={() => add(phase)}>{t('step.add')}</Button>}
        >
          <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {ofPhase.map((step) => (
              <StepCard
                key={step.key}
                step={step}
                steps={steps}
                faults={faultsOf(step.key)}
                open={open === step.key}
                onOpen={() => onOpen(open === step.key ? null : step.key)}
                onMove={readOnly ? undefined : (by) => onChange(moveStep(steps, step.key, by))}
                onRemove={readOnly ? undefined : () => onChange(removeStep(steps, step.key))}
              />
            ))}
          </ol>
        </Section>
      ))}
    </div>
  );
}
