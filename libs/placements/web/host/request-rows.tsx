import { AppLink, daysBetween, StateChip, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { DeskRows } from './desk-rows';

interface Group {
  requestedAt: string;
  flow: { id: string; code: string; town: string; startsOn: string; endsOn: string };
  sendingOrganisation: { name: string };
  placements: readonly { status: string }[];
}

/** Requests by flow, each leading to its board. */
export function RequestRows({ groups, today }: { groups: readonly Group[]; today: string }) {
  const { t } = useTranslation('placements');
  const format = useFormat();
  return (
    <DeskRows>
      {groups.map(({ flow, sendingOrganisation, placements, requestedAt }) => {
        const open = placements.filter(({ status }) => status === 'requested').length;
        const days = daysBetween(today, flow.startsOn);
        return (
          <li key={flow.id}>
            <AppLink href={`/requests?flow=${flow.id}`}>
              <div>
                <strong>{t('requests.flow', { code: flow.code, count: placements.length })}</strong>
                <div>{sendingOrganisation.name}</div>
                <small className="num">
                  {flow.town} · {format.dateRange(flow.startsOn, flow.endsOn)} ·{' '}
                  {t('requests.asked', { when: format.relativeDays(requestedAt.slice(0, 10), today) })}
                </small>
              </div>
              <div className="side">
                <StateChip
                  state={open > 0 ? 'atRisk' : 'waiting'}
                  label={
                    open > 0
                      ? t('requests.open', { count: open })
                      : t('requests.toConfirm', { count: placements.length })
                  }
                />
                <small className="num">{t('requests.inDays', { count: days })}</small>
              </div>
            </AppLink>
          </li>
        );
      })}
    </DeskRows>
  );
}
