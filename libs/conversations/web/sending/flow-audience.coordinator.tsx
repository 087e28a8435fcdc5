import { useQuery } from '@apollo/client/react';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { QueryError } from '@softmob/portal-kit';
import { FormGroup, Notice, useFormat } from '@softmob/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowMessagePreviewDocument } from './flow-message.documents.coordinator';

const NAMES_SHOWN = 30;

interface FlowAudienceProps {
  flowId: string;
  roles: readonly string[];
  circle: readonly string[];
  faulty: boolean;
  onCircle: (circle: string[]) => void;
  /** Told how many people would get it. */
  onReached: (count: number) => void;
}

/** Whom a message to a flow is for, and who that is by name before it goes. */
export function FlowAudience({ flowId, roles, circle, faulty, onCircle, onReached }: FlowAudienceProps) {
  const { t } = useTranslation('conversations');
  const { data, error, refetch } = useQuery(FlowMessagePreviewDocument, {
    variables: { flowId, circle: [...circle] },
    skip: circle.length === 0 || faulty,
    fetchPolicy: 'network-only',
  });
  const preview = circle.length === 0 || faulty ? undefined : data?.flowMessagePreview;
  const count = preview?.people.length ?? 0;
  useEffect(() => onReached(count), [count, onReached]);
  const toggle = (role: string, on: boolean) =>
    onCircle(on ? [...circle, role] : circle.filter((chosen) => chosen !== role));
  return (
    <FormGroup legend={t('flow.who')} hint={t('flow.whoHint')}>
      {roles.map((role) => (
        <FormControlLabel
          key={role}
          control={<Checkbox checked={circle.includes(role)} onChange={(_event, on) => toggle(role, on)} />}
          label={t(`kit:audience.${role}`)}
        />
      ))}
      {error && <QueryError error={error} ns="conversations" onRetry={() => void refetch()} />}
      {preview && <People people={preview.people.map(({ name }) => name)} />}
      {preview && preview.unreached.length > 0 && <Unreached names={preview.unreached} />}
    </FormGroup>
  );
}

function People({ people }: { people: readonly string[] }) {
  const { t } = useTranslation('conversations');
  const format = useFormat();
  const shown = people.slice(0, NAMES_SHOWN);
  const more = people.length - shown.length;
  return (
    <div role="status">
      <Typography component="p" sx={{ fontWeight: 600, mt: 2 }}>
        {t('flow.gets', { count: people.length })}
      </Typography>
      <Typography component="p" color="text.secondary">
        {format.list(more > 0 ? [...shown, t('flow.others', { count: more })] : shown)}
      </Typography>
    </div>
  );
}

function Unreached({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('conversations');
  const format = useFormat();
  return (
    <Notice tone="atRisk" title={t('flow.unreached', { count: names.length })}>
      {format.list(names.slice(0, NAMES_SHOWN))}
    </Notice>
  );
}
