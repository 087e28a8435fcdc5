import { policy } from '@softmob/access';
import { type ExportCell, toCsv } from '@softmob/participants-model';
import { invalid } from '@softmob/api-kit';
import { type Router } from 'express';
import { dashboard, type DashboardRow } from './dashboard';
import { type Figures } from './figures';

type Locale = 'en' | 'it';

const WORDS = {
  en: {
    head: [
      'Part',
      'Item',
      'People',
      'Before departure',
      'Abroad',
      'Back',
      'Ready',
      'Without a late task',
      'Tasks',
      'Tasks done',
      'Tasks late',
      'Share done',
    ],
    project: 'Project',
    flow: 'Flow',
    country: 'Country',
    phase: 'Phase',
    late: 'Late',
    phases: {
      application: 'Application',
      preparation: 'Preparation',
      implementation: 'Stay abroad',
      evaluation: 'Evaluation',
      finalisation: 'Closing',
    },
  },
  it: {
    head: [
      'Parte',
      'Voce',
      'Persone',
      'Prima della partenza',
      'All’estero',
      'Rientrati',
      'Pronti',
      'Senza ritardi',
      'Compiti',
      'Compiti svolti',
      'Compiti in ritardo',
      'Quota svolta',
    ],
    project: 'Progetto',
    flow: 'Flusso',
    country: 'Paese',
    phase: 'Fase',
    late: 'In ritardo',
    phases: {
      application: 'Candidatura',
      preparation: 'Preparazione',
      implementation: 'Soggiorno all’estero',
      evaluation: 'Valutazione',
      finalisation: 'Chiusura',
    },
  },
} as const;

const cells = (figures: Figures): ExportCell[] => [
  figures.participants,
  figures.atHome,
  figures.abroad,
  figures.back,
  figures.ready,
  figures.onTime,
  figures.tasks,
  figures.done,
  figures.late,
  figures.share,
];
const BLANK = Array<null>(6).fill(null);

/** The figures of the screen as rows: one for the project, then flows, countries, phases and late steps. */
function dashboardRows(row: DashboardRow, locale: Locale): ExportCell[][] {
  const words = WORDS[locale];
  const countryName = new Intl.DisplayNames([locale], { type: 'region' });
  const phaseName = (phase: string) => words.phases[phase as keyof typeof words.phases];
  const codeOf = new Map(row.byFlow.map(({ key, flow }) => [key, flow.code]));
  return [
    [...words.head],
    [words.project, row.project.title, ...cells(row.total)],
    ...row.byFlow.map(({ flow, figures }) => [words.flow, `${flow.code} ${flow.town}`, ...cells(figures)]),
    ...row.byCountry.map(({ key, figures }) => [words.country, countryName.of(key) ?? key, ...cells(figures)]),
    ...row.byPhase.map(({ phase, tasks, done, late }) => [
      words.phase,
      phaseName(phase),
      ...BLANK,
      tasks,
      done,
      late,
      tasks === 0 ? 0 : Math.round((done / tasks) * 1_000) / 1_000,
    ]),
    ...row.late.map((step) => [
      words.late,
      `${codeOf.get(step.flowId) ?? ''}: ${locale === 'it' ? step.titleIt : step.titleEn} (${step.holder.names.join(', ')})`,
      ...BLANK,
      step.open,
      0,
      step.late,
      0,
    ]),
  ];
}

/** `GET /api/exports/dashboard.csv?projectId=…`: the same figures as the screen, for a spreadsheet. */
export function dashboardRoutes(router: Router): void {
  router.get('/exports/dashboard.csv', async (request, response) => {
    const { ctx } = response.locals;
    ctx.assert(policy.cockpit.readDashboard);
    const { projectId } = request.query;
    if (typeof projectId !== 'string' || !/^[0-9a-f-]{36}$/i.test(projectId)) {
      throw invalid('projectId', 'PROJECT_ID', 'Say which project.');
    }
    const rows = dashboardRows(await dashboard(ctx, projectId), ctx.request.locale === 'it' ? 'it' : 'en');
    response
      .type('text/csv; charset=utf-8')
      .set('content-disposition', `attachment; filename="dashboard-${ctx.actor.today}.csv"`)
      .send(toCsv(rows));
  });
}
