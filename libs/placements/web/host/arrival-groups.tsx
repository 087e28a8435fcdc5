import { AppLink, daysBetween, useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { groupBy } from '../shared/group-by';
import { DeskRows } from './desk-rows';

interface Arrival {
  id: string;
  startsOn: string;
  endsOn: string;
  flow: { id: string; code: string; town: string };
  sendingOrganisation: { name: string };
  company?: { id: string; name: string } | null | undefined;
  mobility: { participant: { minor?: boolean | null | undefined; diet?: string | null | undefined } };
}

/** Who arrives, by day and flow: how many, at how many companies, and what to think of. */
export function ArrivalGroups({ arrivals, today }: { arrivals: readonly Arrival[]; today: string }) {
  const { t } = useTranslation('placements');
  const format = useFormat();
  const groups = groupBy(arrivals, ({ startsOn, flow }) => `${startsOn}:${flow.id}`);
  return (
    <DeskRows>
      {[...groups].map(([key, rows]) => {
        const [first] = rows;
        if (!first) return null;
        const companies = new Set(rows.map(({ company }) => company?.id)).size;
        const minors = rows.filter(({ mobility }) => mobility.participant.minor).length;
        const diets = rows.filter(({ mobility }) => mobility.participant.diet).length;
        return (
          <li key={key}>
            <AppLink href={`/arrivals?flow=${first.flow.id}`}>
              <div>
                <strong>{t('arrivals.group', { code: first.flow.code, count: rows.length })}</strong>
                <div>{first.sendingOrganisation.name}</div>
                <small className="num">
                  {[
                    t('arrivals.companies', { count: companies }),
                    minors > 0 && t('arrivals.minors', { count: minors }),
                    diets > 0 && t('arrivals.diets', { count: diets }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </div>
              <div className="side">
                <strong className="num">{format.date(first.startsOn, 'weekday')}</strong>
                <small className="num">{t('requests.inDays', { count: daysBetween(today, first.startsOn) })}</small>
              </div>
            </AppLink>
          </li>
        );
      })}
    </DeskRows>
  );
}
