import { useQuery } from '@apollo/client/react';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { QueryError, useUrlState } from '@softmob/portal-kit';
import { SidePanel, SkeletonList } from '@softmob/ui';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StageCell } from './board-cells';
import { MobilityPanelDocument, type PanelTask } from './board-documents';
import { MobilityFacts } from './mobility-facts';
import { MobilitySteps } from './mobility-steps';

interface MobilityPanelProps {
  id: string;
  onClose: () => void;
  stepAction?: ((task: PanelTask) => ReactNode) | undefined;
  /** What only the reader's function may see. */
  children?: ReactNode;
}

/** One mobility beside the list: facts, steps, and what the reader's function adds. */
export function MobilityPanel({ id, onClose, stepAction, children }: MobilityPanelProps) {
  const { t, i18n } = useTranslation('cockpit');
  const [{ tab }, setUrl] = useUrlState({ tab: 'facts' });
  const { data, error, refetch } = useQuery(MobilityPanelDocument, { variables: { id, locale: i18n.language } });
  const mobility = data?.mobility.id === id ? data.mobility : null;
  const name = mobility && [mobility.participant.firstName, mobility.participant.lastName].filter(Boolean).join(' ');
  const tabs = ['facts', 'steps', ...(children ? ['more'] : [])];
  const shown = tabs.includes(tab) ? tab : 'facts';
  return (
    <SidePanel
      open
      onClose={onClose}
      title={name ?? t('panel.loading')}
      subtitle={
        mobility && (
          <>
            <StageCell stage={mobility.stage} /> {mobility.flow.code} · {mobility.flow.town}
          </>
        )
      }
    >
      {error ? (
        <QueryError error={error} onRetry={() => void refetch()} backTo="/board" />
      ) : !mobility ? (
        <SkeletonList rows={6} />
      ) : (
        <>
          <Tabs
            value={shown}
            onChange={(_event, value: string) => setUrl({ tab: value })}
            aria-label={t('panel.tabs')}
            sx={{ mt: -2, mb: 4 }}
          >
            {tabs.map((key) => (
              <Tab
                key={key}
                value={key}
                id={`tab-${key}`}
                aria-controls={`panel-${key}`}
                label={t(`panel.tab.${key}`)}
              />
            ))}
          </Tabs>
          <div role="tabpanel" id={`panel-${shown}`} aria-labelledby={`tab-${shown}`}>
            {shown === 'facts' && <MobilityFacts mobility={mobility} />}
            {shown === 'steps' && <MobilitySteps tasks={mobility.tasks} action={stepAction} />}
            {shown === 'more' && children}
          </div>
        </>
      )}
    </SidePanel>
  );
}
