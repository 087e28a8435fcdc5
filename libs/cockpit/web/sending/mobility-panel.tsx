import { useQuery } from '@apollo/client/react';
import Button from '@mui/material/Button';
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

/** A further part of the panel; `key` names it below `panel.tab`. */
export interface PanelTab {
  key: string;
  content: (mobilityId: string) => ReactNode;
}

interface MobilityPanelProps {
  id: string;
  onClose: () => void;
  stepAction?: ((task: PanelTask) => ReactNode) | undefined;
  /** What only the reader's function may see. */
  tabs?: readonly PanelTab[] | undefined;
}

/** One mobility beside the list: facts, steps, and what the reader's function adds. */
export function MobilityPanel({ id, onClose, stepAction, tabs: further = [] }: MobilityPanelProps) {
  const { t, i18n } = useTranslation('cockpit');
  const [{ tab }, setUrl] = useUrlState({ tab: 'facts' });
  const { data, error, refetch } = useQuery(MobilityPanelDocument, { variables: { id, locale: i18n.language } });
  const mobility = data?.mobility.id === id ? data.mobility : null;
  const name = mobility && [mobility.participant.firstName, mobility.participant.lastName].filter(Boolean).join(' ');
  const tabs = ['facts', 'steps', ...further.map(({ key }) => key)];
  const shown = tabs.includes(tab) ? tab : 'facts';
  return (
    <SidePanel
      open
      onClose={onClose}
      title={name ?? t('panel.loading')}
      footer={
        <>
          <Button size="small" href={`/mobilities/${id}`}>
            {t('panel.whole')}
          </Button>
          <Button size="small" href={`/messages/new?kind=mobility&subject=${id}`}>
            {t('kit:action.message')}
          </Button>
        </>
      }
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
            variant="scrollable"
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
            {further.find(({ key }) => key === shown)?.content(id)}
          </div>
        </>
      )}
    </SidePanel>
  );
}
