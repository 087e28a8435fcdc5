import { policy } from '@softmob/access';
import { Access, Day, Type } from '@softmob/api-kit';
import { FlowType, ProjectType } from '@softmob/projects-api';
import { Field, ID, Int } from 'type-graphql';
import { type DashboardRow, type FiguresOf, type PhaseRow } from './dashboard';
import { BlockerType, FiguresType } from './figures.type';

const { readDashboard } = policy.cockpit;

@Type('FlowFigures', 'The figures of one flow.')
export class FlowFiguresType implements FiguresOf {
  @Access(readDashboard)
  @Field(() => ID, { description: 'The flow’s identifier.' })
  key!: string;

  @Access(readDashboard)
  @Field(() => FlowType, { description: 'The flow.' })
  flow!: DashboardRow['byFlow'][number]['flow'];

  @Access(readDashboard)
  @Field(() => FiguresType, { description: 'Counts of people and tasks.' })
  figures!: FiguresType;
}

@Type('CountryFigures', 'The figures of all flows to one country.')
export class CountryFiguresType implements FiguresOf {
  @Access(readDashboard)
  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  key!: string;

  @Access(readDashboard)
  @Field(() => FiguresType, { description: 'Counts of people and tasks.' })
  figures!: FiguresType;
}

@Type('PhaseFigures', 'How far the tasks of one phase are.')
export class PhaseFiguresType implements PhaseRow {
  @Access(readDashboard)
  @Field(() => String, { description: 'application, preparation, implementation, evaluation or finalisation.' })
  phase!: string;

  @Access(readDashboard)
  @Field(() => Int, { description: 'Tasks.' })
  tasks!: number;

  @Access(readDashboard)
  @Field(() => Int, { description: 'Tasks done.' })
  done!: number;

  @Access(readDashboard)
  @Field(() => Int, { description: 'Tasks open after their due day.' })
  late!: number;
}

@Type('Dashboard', 'The figures of a project on one day.')
export class DashboardType implements DashboardRow {
  @Access(readDashboard)
  @Field(() => ID, { description: 'The project’s identifier.' })
  id!: string;

  @Access(readDashboard)
  @Field(() => ProjectType, { description: 'The project.' })
  project!: DashboardRow['project'];

  @Access(readDashboard)
  @Field(() => Day, { description: 'The day the figures are of.' })
  asOf!: string;

  @Access(readDashboard)
  @Field(() => FiguresType, { description: 'The whole project.' })
  total!: FiguresType;

  @Access(readDashboard)
  @Field(() => [FlowFiguresType], { description: 'By flow, by departure.' })
  byFlow!: FlowFiguresType[];

  @Access(readDashboard)
  @Field(() => [CountryFiguresType], { description: 'By country of the stay.' })
  byCountry!: CountryFiguresType[];

  @Access(readDashboard)
  @Field(() => [PhaseFiguresType], { description: 'By phase of the process.' })
  byPhase!: PhaseFiguresType[];

  @Access(readDashboard)
  @Field(() => [BlockerType], { description: 'Every late step of every flow and who holds it, the oldest first.' })
  late!: BlockerType[] & DashboardRow['late'];
}
